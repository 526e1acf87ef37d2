// From what is selected on screen to a span of the article.

import type { Article, Mention, Span } from "../../api/generated";
import { unshaped, unshapedLength } from "../../text/joining";
import { sliceScalars, toScalars, toUnits, trimRange, wholeWords } from "../../text/offsets";
import { textsOf } from "./find";

/** A place in what is drawn: a node, and how far into it. */
export type Point = [Node, number];

export type SelectedWords = { span: Span; words: string; box: DOMRect };

/** The text of a block, without what keeps its letters joined on screen. */
const textOf = (block: HTMLElement): string => unshaped(block.textContent ?? "");

/** UTF-16 units of `block`'s text before a point in it; its end when the point lies behind it. */
export function unitsBefore(block: HTMLElement, node: Node, offset: number): number {
  const range = document.createRange();
  range.selectNodeContents(block);
  if (block.contains(node)) range.setEnd(node, offset);
  return unshapedLength(block.textContent ?? "", range.toString().length);
}

/** Behind so many units of the block's text. */
export function pointAt(block: HTMLElement, units: number): Point | null {
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

/** What of a block is selected, without white space at the ends and not cut in the middle of a word. */
function partOf(block: HTMLElement, range: Range): Omit<SelectedWords, "box"> | null {
  const text = textOf(block);
  // A selection that begins outside, at the text as a whole say, has the block from its first letter.
  const from = block.contains(range.startContainer) ? toScalars(text, unitsBefore(block, range.startContainer, range.startOffset)) : 0;
  const to = toScalars(text, unitsBefore(block, range.endContainer, range.endOffset));
  const trimmed = trimRange(text, from, to);
  if (!trimmed) return null;
  const kept = wholeWords(text, trimmed);
  return {
    span: { block: Number(block.dataset["block"]), ...kept },
    words: text.slice(toUnits(text, kept.start), toUnits(text, kept.end)),
  };
}

/** The words selected inside `root`, one part for each block that the selection is over. */
export function selectedParts(root: Element, selection: Selection | null): SelectedWords[] {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return [];
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer)) return [];
  const blocks = [...root.querySelectorAll<HTMLElement>("[data-block]")].filter((block) => range.intersectsNode(block));
  const box = range.getBoundingClientRect();
  return blocks.flatMap((block) => {
    const part = partOf(block, range);
    return part ? [{ ...part, box }] : [];
  });
}

/** The words selected inside `root`. A selection over several blocks counts as far as its first block goes. */
export function selectedWords(root: Element, selection: Selection | null): SelectedWords | null {
  return selectedParts(root, selection)[0] ?? null;
}

/** The words at a place that was found by search or in the article, where they are marked on screen. */
export function foundWords(root: Element, article: Article, span: Span): SelectedWords | null {
  const text = textsOf(article).find(({ block }) => block === span.block)?.text;
  const mark = root.querySelector(`[data-block="${span.block}"] mark`);
  if (text === undefined || !mark) return null;
  return { span, words: sliceScalars(text, span.start, span.end), box: mark.getBoundingClientRect() };
}

/** What keys can point at: the selected words, the mention that has the focus, or what was found. */
export function pointedWords(root: Element, article: Article, mentions: readonly Mention[], found: Span | null): SelectedWords | null {
  const selected = selectedWords(root, getSelection());
  if (selected) return selected;
  const focused = document.activeElement?.closest<HTMLElement>("[data-mention]");
  const mention = mentions.find(({ id }) => id === focused?.dataset["mention"]);
  if (focused && mention && root.contains(focused)) return { span: mention.anchor.span, words: mention.anchor.exact, box: focused.getBoundingClientRect() };
  return found && foundWords(root, article, found);
}

/** Selects the words at a place of the article, as far as it is drawn. */
export function selectSpan(root: Element, { block, start, end }: Span): void {
  const drawn = root.querySelector<HTMLElement>(`[data-block="${block}"]`);
  const text = drawn ? textOf(drawn) : "";
  const [from, to] = [start, end].map((at) => drawn && pointAt(drawn, toUnits(text, at)));
  if (from && to) getSelection()?.setBaseAndExtent(...from, ...to);
}

/** Selects the text of the article, not the words of the window around it. */
export function selectText(root: Element): void | false {
  const text = root.querySelector("[data-focus-first]");
  if (!text) return false;
  getSelection()?.selectAllChildren(text);
}
