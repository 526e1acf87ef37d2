"""Writes LightGBM trees as the tables of `model.rs`."""


def write(path, **models):
    out = ["//! Made by `core/training/train.py`; not to be edited.", "",
           '#![allow(clippy::approx_constant, reason = "a threshold near a constant is still a threshold")]', "", "use super::trees::{Forest, Node};", ""]
    for name, model in models.items():
        trees, nodes, leaves = [], [], []
        for tree in model.dump_model()["tree_info"]:
            trees.append((len(nodes), len(leaves)))
            own_nodes, own_leaves = [], []
            _add(tree["tree_structure"], own_nodes, own_leaves)
            nodes += own_nodes
            leaves += own_leaves
        out += _rows(f"{name}_TREES", "(usize, usize)", [f"({a}, {b})" for a, b in trees])
        out += _rows(f"{name}_NODES", "Node", [f"({a}, {b}, {c}, {d})" for a, b, c, d in nodes])
        out += _rows(f"{name}_LEAVES", "f32", leaves)
        out += [f"pub(super) const {name}: Forest = Forest {{", f"    trees: {name}_TREES,", f"    nodes: {name}_NODES,",
                f"    leaves: {name}_LEAVES,", "};", ""]
    path.write_text("\n".join(out[:-1]) + "\n", "utf-8")


def _add(tree, nodes, leaves):
    """The index of the tree's root: not below zero for a node, `-1 - n` for leaf n."""
    if "leaf_value" in tree:
        leaves.append(f"{tree['leaf_value']:.4f}")
        return -len(leaves)
    if tree["decision_type"] != "<=":
        raise ValueError(tree["decision_type"])
    at = len(nodes)
    nodes.append(None)
    yes = _add(tree["left_child"], nodes, leaves)
    no = _add(tree["right_child"], nodes, leaves)
    nodes[at] = (tree["split_feature"], f"{float('%.5g' % tree['threshold'])!r}", yes, no)
    return at


def _rows(name, kind, items):
    width, rows, row = 150, [], ""
    for item in items:
        if row and len(row) + len(item) + 2 > width * 12:
            rows.append(row)
            row = ""
        row += ("" if not row else " ") + item + ","
    rows.append(row)
    return ["#[rustfmt::skip]", f"const {name}: &[{kind}] = &["] + ["    " + r for r in rows] + ["];"]
