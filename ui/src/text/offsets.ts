// Positions on the wire count Unicode scalar values; JavaScript strings and the
// DOM count UTF-16 units. Everything that crosses goes through here.

/** Scalar values before UTF-16 position `unit`. Inside a surrogate pair counts as before it. */
export function toScalars(text: string, unit: number): number {
  let scalars = 0;
  let at = 0;
  while (at < unit && at < text.length) {
    const width = (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    if (at + width > unit) break;
    at += width;
    scalars += 1;
  }
  return scalars;
}

/** UTF-16 position of scalar value number `scalar`; the end of the text when it is beyond. */
export function toUnits(text: string, scalar: number): number {
  let at = 0;
  for (let seen = 0; seen < scalar && at < text.length; seen += 1) {
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  return at;
}

/** How many scalar values the text has. */
export function scalarLength(text: string): number {
  return toScalars(text, text.length);
}

/** The words from scalar value `start` to `end`. */
export function sliceScalars(text: string, start: number, end: number): string {
  return text.slice(toUnits(text, start), toUnits(text, end));
}

/** `start..end` without white space at either end; undefined when nothing is left. */
export function trimRange(
  text: string,
  start: number,
  end: number,
): { start: number; end: number } | undefined {
  const words = sliceScalars(text, start, end);
  const before = scalarLength(words) - scalarLength(words.trimStart());
  const kept = scalarLength(words.trim());
  return kept === 0 ? undefined : { start: start + before, end: start + before + kept };
}

/** Letters of scripts in which what a space parts is a word and nothing but the word. */
const OF_WORD = /^[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\p{M}\p{Nd}]$/u;

function sameWord(left = "", right = ""): boolean {
  return OF_WORD.test(left) && OF_WORD.test(right);
}

/**
 * `start..end` grown to whole words: a hand that slips by a letter still means
 * the name. Korean, Arabic and Hebrew stay as selected, since particles are written
 * to the name there, and so do scripts without spaces.
 */
export function wholeWords(text: string, { start, end }: { start: number; end: number }): { start: number; end: number } {
  const letters = [...text];
  while (start > 0 && sameWord(letters[start - 1], letters[start])) start -= 1;
  while (end < letters.length && sameWord(letters[end - 1], letters[end])) end += 1;
  return { start, end };
}
