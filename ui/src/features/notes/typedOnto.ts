/** What differs between two texts, and putting what was typed in the one into the other. */

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

/** Where in `before` the one stretch may lie that makes `after`: beside words like its own it may be told in several ways. */
function reach(before: string, after: string): { from: number; to: number } {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  let tail = 0;
  while (tail < shorter && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail += 1;
  return {
    from: Math.min(head, before.length - tail, after.length - tail),
    to: Math.max(head, before.length - tail, head + before.length - after.length),
  };
}

/**
 * `after`, which a step made of `before`, with what was typed in that meanwhile; null where what
 * was typed took words out beside those of the step or in them: a person has to say what stays.
 * Words put into those that the step took out stand in their place.
 */
export function typedOnto(before: string, typed: string, after: string): string | null {
  const typing = difference(before, typed);
  const step = difference(before, after);
  if (typing === null) return after;
  if (step === null) return typed;
  if (typing.from < typing.to) {
    const [own, others] = [reach(before, typed), reach(before, after)];
    if (own.to >= others.from && own.from <= others.to) return null;
  }
  // Ends of the step's words in `after`.
  const end = step.from + step.insert.length;
  const at = typing.to <= step.from ? typing.from : end + Math.max(0, typing.from - step.to);
  return after.slice(0, at) + typing.insert + after.slice(at + typing.to - typing.from);
}
