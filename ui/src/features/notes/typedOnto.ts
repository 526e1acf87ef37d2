/** Putting what was typed in a text into what a step made of it meanwhile. */
import { difference } from "../../text/difference";

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

/** Ends of lines between the last words of one text and the first of the next. */
const linesBetween = (one: string, next: string): number => (one.slice(one.trimEnd().length) + next.slice(0, next.length - next.trimStart().length)).split("\n").length - 1;

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
  // Written on just before what the step added: a paragraph stays one.
  if (step.from === step.to && typing.to === step.from) {
    const written = before.slice(0, typing.from) + typing.insert;
    const words = before.slice(0, step.from);
    // Blocks end with their line: with no words before them nothing else tells that they stand apart.
    const apart = linesBetween(words, step.insert) > 1 || (words.trim() === "" && step.insert.endsWith("\n"));
    const lacks = apart ? 2 - linesBetween(written, step.insert) : 0;
    return written + "\n".repeat(Math.max(0, lacks)) + step.insert + before.slice(step.to);
  }
  // Ends of the step's words in `after`.
  const end = step.from + step.insert.length;
  const at = typing.to <= step.from ? typing.from : end + Math.max(0, typing.from - step.to);
  return after.slice(0, at) + typing.insert + after.slice(at + typing.to - typing.from);
}
