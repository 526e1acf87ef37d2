"""The encoder in jax: a BERT whose layers normalise after adding, as multilingual-e5-small."""

import jax
import jax.numpy as jnp

HEADS = 12
EPSILON = 1e-12


def norm(x, gain, bias):
    x = x - x.mean(-1, keepdims=True)
    return x * jax.lax.rsqrt((x * x).mean(-1, keepdims=True) + EPSILON) * gain + bias


def layer(p, x, mask, seen=None):
    """x: [batch, length, width]; mask: 0 where there is a piece, very negative elsewhere."""
    note = seen.append if seen is not None else (lambda value: None)
    batch, length, width = x.shape
    note(x)
    qkv = (x @ p["qkv_w"] + p["qkv_b"]).reshape(batch, length, 3, HEADS, width // HEADS)
    q, k, v = (qkv[:, :, i].transpose(0, 2, 1, 3) for i in range(3))
    weights = jax.nn.softmax(q @ k.transpose(0, 1, 3, 2) * (width // HEADS) ** -0.5 + mask)
    context = (weights @ v).transpose(0, 2, 1, 3).reshape(batch, length, width)
    note(context)
    x = norm(x + context @ p["out_w"] + p["out_b"], p["norm1_g"], p["norm1_b"])
    note(x)
    inner = jax.nn.gelu(x @ p["up_w"] + p["up_b"], approximate=False)
    note(inner)
    return norm(x + inner @ p["down_w"] + p["down_b"], p["norm2_g"], p["norm2_b"])


def masked(present):
    return jnp.where(present[:, None, None, :], 0.0, -1e9)
