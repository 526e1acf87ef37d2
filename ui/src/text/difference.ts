/** What differs between two texts. */

/** A stretch of a text, in UTF-16 units, and what stands in its place. */
export interface Difference {
  from: number;
  to: number;
  insert: string;
}

const isHalf = (text: string, at: number): boolean => {
  const [before, behind] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  return before >= 0xd800 && before < 0xdc00 && behind >= 0xdc00 && behind < 0xe000;
};

/** The shortest one stretch of `before` that makes `after`; null where they are the same. */
export function difference(before: string, after: string): Difference | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from += 1;
  if (isHalf(before, from) || isHalf(after, from)) from -= 1;
  let tail = 0;
  while (tail < shorter - from && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail += 1;
  if (tail > 0 && (isHalf(before, before.length - tail) || isHalf(after, after.length - tail))) tail -= 1;
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
}
