// What a person has selected stays selected while names and marks are drawn into its text:
// drawing them makes other nodes, and a selection would go with the old ones.

import { unitsBefore } from "./selection";
import { unshapedLength } from "../../text/joining";

type Point = [Node, number];

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

/** Behind so many units of the block's text. */
function pointAt(block: HTMLElement, units: number): Point | null {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let before = 0;
  let last: Point | null = null;
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    const long = unshapedLength(node.data, node.data.length);
    if (units <= before + long) return [node, drawnLength(node.data, units - before)];
    before += long;
    last = [node, node.data.length];
  }
  return last;
}

/** How far into what was drawn so many units of the text reach. */
function drawnLength(drawn: string, units: number): number {
  let at = units;
  while (at < drawn.length && unshapedLength(drawn, at) < units) at += 1;
  return at;
}
