// A long text in slices, so that only those near what is seen are drawn.

import type { Block } from "../../api/generated";

/** Blocks from `first` to before `end`, and about how high they are, in pixels at the usual size. */
export type Slice = { first: number; end: number; height: number };

/** A slice ends at so many blocks or characters, whichever come first. */
const BLOCKS = 100;
const CHARS = 20_000;
/** Up to so many slices everything is drawn at once. */
const WHOLE = 4;

/** Of a line of the column: letters, wide letters, and pixels. */
const LETTERS = 76;
const WIDE = 36;
const LINE = 26;
const GAP = 14;

const WIDE_LETTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

function heightOf(text: string): number {
  const perLine = WIDE_LETTER.test(text.slice(0, 100)) ? WIDE : LETTERS;
  return Math.max(1, Math.ceil(text.length / perLine)) * LINE + GAP;
}

export function slicesOf(blocks: readonly Block[]): Slice[] {
  const slices: Slice[] = [];
  let open: Slice = { first: 0, end: 0, height: 0 };
  let chars = 0;
  for (const [at, { text }] of blocks.entries()) {
    open.end = at + 1;
    open.height += heightOf(text);
    chars += text.length;
    if (open.end - open.first < BLOCKS && chars < CHARS) continue;
    slices.push(open);
    open = { first: at + 1, end: at + 1, height: 0 };
    chars = 0;
  }
  if (open.end > open.first) slices.push(open);
  if (slices.length > WHOLE) return slices;
  return slices.length === 0 ? [] : [{ first: 0, end: blocks.length, height: 0 }];
}

/** Which slice has this block; -1 for none, as for the title. */
export function sliceWith(slices: readonly Slice[], block: number): number {
  return slices.findIndex(({ first, end }) => first <= block && block < end);
}
