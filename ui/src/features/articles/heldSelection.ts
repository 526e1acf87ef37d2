// What a person has selected stays selected while names and marks are drawn into its text:
// drawing them makes other nodes, and a selection would go with the old ones.

import { pointAt, unitsBefore, type Point } from "./selection";

/**
 * Call before `block` is drawn anew; what it returns, called afterwards, puts the ends of the
 * selection that lie in `block` at the same letters. An end in another block is left to that one.
 */
export function heldSelection(block: HTMLElement): (() => void) | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return null;
  const anchor = unitsAt(block, selection.anchorNode, selection.anchorOffset);
  const focus = unitsAt(block, selection.focusNode, selection.focusOffset);
  if (anchor === null && focus === null) return null;
  return () => {
    const now = getSelection();
    const from = anchor === null ? pointOf(now?.anchorNode, now?.anchorOffset) : pointAt(block, anchor);
    const to = focus === null ? pointOf(now?.focusNode, now?.focusOffset) : pointAt(block, focus);
    if (now && from && to) now.setBaseAndExtent(...from, ...to);
  };
}

const pointOf = (node: Node | null | undefined, offset: number | undefined): Point | null => (node ? [node, offset ?? 0] : null);

/** Units of the text before an end of the selection; null where that lies outside. */
function unitsAt(block: HTMLElement, node: Node | null, offset: number): number | null {
  return node && block.contains(node) ? unitsBefore(block, node, offset) : null;
}
