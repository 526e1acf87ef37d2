"""Writes layers as ONNX, with products of matrices in 8 bits.

One window at a time: [length, width] in, so that there is neither padding nor mask. Weights are
per column within 7 bits, because processors without VNNI add pairs of products in 16 bits.
The range of what goes into a product is fixed: it was measured on `ranges` of sample windows.
"""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from encoder import EPSILON, HEADS


FAR_COLUMNS = 4


class Graph:
    def __init__(self):
        self.nodes, self.constants, self.count = [], {}, 0

    def constant(self, value):
        value = np.array(value, order="C")
        key = (value.dtype.str, value.shape, value.tobytes())
        if key not in self.constants:
            name = f"c{len(self.constants)}"
            self.constants[key] = numpy_helper.from_array(value, name)
        return self.constants[key].name

    def add(self, kind, *inputs, outputs=1, **attributes):
        names = [f"v{self.count + i}" for i in range(outputs)]
        self.count += outputs
        self.nodes.append(helper.make_node(kind, list(inputs), names, **attributes))
        return names[0] if outputs == 1 else names

    def product(self, x, weights, bias, columns):
        """x @ weights + bias, from the range of each of x's columns.

        A few columns reach twenty times as far as the others at a window's ends, and would
        leave the others with few steps. What they have beyond the others' range is
        multiplied apart, exactly.
        """
        low, high = columns.astype(np.float32)
        far = np.sort(np.argsort(-np.maximum(-low, high))[:FAR_COLUMNS])
        others = np.setdiff1d(np.arange(len(low)), far)
        low, high = min(low[others].min(), -1e-3), max(high[others].max(), 1e-3)
        scale = np.float32((high - low) / 255)
        zero_point = int(round(-low / scale))
        zero = self.constant(np.array(zero_point, np.uint8))
        whole_x = self.add("QuantizeLinear", x, self.constant(np.array(scale)), zero)
        steps = np.maximum(np.abs(weights).max(0), 1e-8) / 63
        whole = np.clip(np.round(weights / steps), -63, 63).astype(np.int8)
        none = self.constant(np.zeros((), np.int8))
        out = self.add("MatMulInteger", whole_x, self.constant(whole), zero, none)
        out = self.add("Cast", out, to=TensorProto.FLOAT)
        out = self.add("Mul", out, self.constant((steps * scale).astype(np.float32)))
        out = self.add("Add", out, self.constant(bias.astype(np.float32)))
        reach = [np.array(n * scale, np.float32) for n in (-zero_point, 255 - zero_point)]
        ends = self.add("Gather", x, self.constant(far.astype(np.int64)), axis=1)
        within = self.add("Clip", ends, *(self.constant(end) for end in reach))
        beyond = self.add("Sub", ends, within)
        beyond = self.add("MatMul", beyond, self.constant(weights[far].astype(np.float32)))
        return self.add("Add", out, beyond)

    def norm(self, x, gain, bias):
        gain, bias = self.constant(gain), self.constant(bias)
        return self.add("LayerNormalization", x, gain, bias, axis=-1, epsilon=EPSILON)

    def shape(self, *sizes):
        return self.constant(np.array(sizes, np.int64))

    def layer(self, x, p, ranges):
        width = p["out_b"].shape[0]
        each = width // HEADS
        # The scale of attention goes into the queries' weights.
        root = np.concatenate([np.full(width, each**-0.5), np.ones(2 * width)]).astype(np.float32)
        qkv = self.product(x, p["qkv_w"] * root, p["qkv_b"] * root, ranges[0])
        q, k, v = self.add(
            "Split", qkv, self.shape(width, width, width), outputs=3, axis=1
        )
        heads = self.shape(-1, HEADS, each)
        q = self.add("Transpose", self.add("Reshape", q, heads), perm=[1, 0, 2])
        k = self.add("Transpose", self.add("Reshape", k, heads), perm=[1, 2, 0])
        v = self.add("Transpose", self.add("Reshape", v, heads), perm=[1, 0, 2])
        weights = self.add("Softmax", self.add("MatMul", q, k), axis=-1)
        context = self.add("Transpose", self.add("MatMul", weights, v), perm=[1, 0, 2])
        context = self.add("Reshape", context, self.shape(-1, width))
        out = self.product(context, p["out_w"], p["out_b"], ranges[1])
        x = self.norm(self.add("Add", x, out), p["norm1_g"], p["norm1_b"])
        inner = self.product(x, p["up_w"], p["up_b"], ranges[2])
        inner = self.add("Gelu", inner)
        out = self.product(inner, p["down_w"], p["down_b"], ranges[3])
        return self.norm(self.add("Add", x, out), p["norm2_g"], p["norm2_b"])


def model(norm, layers, ranges, head=None):
    """`norm` of the embedding, layers with the ranges of their four products, and the head."""
    graph = Graph()
    x = graph.norm("rows", *norm) if norm else "rows"
    for p, r in zip(layers, ranges):
        x = graph.layer(x, p, r)
    columns = layers[0]["out_b"].shape[0]
    if head is not None:
        weights, bias = head
        x = graph.add("MatMul", x, graph.constant(weights.astype(np.float32)))
        x = graph.add("Add", x, graph.constant(bias.astype(np.float32)))
        columns = len(bias)
    graph.nodes[-1].output[0] = "out"
    width = layers[0]["out_b"].shape[0]
    made = helper.make_graph(
        graph.nodes,
        "recogniser",
        [helper.make_tensor_value_info("rows", TensorProto.FLOAT, ["length", width])],
        [helper.make_tensor_value_info("out", TensorProto.FLOAT, ["length", columns])],
        list(graph.constants.values()),
    )
    opset = [helper.make_opsetid("", 20)]
    made = helper.make_model(made, opset_imports=opset, ir_version=9)
    onnx.checker.check_model(made)
    return made.SerializeToString()
