/**
 * How many names a row has room for: fewer, and each of them whole, rather than all and cut
 * off. Reckoned and not measured: a list that is scrolled has hundreds of rows.
 */

/** Of a name in the small size, in pixels: a letter, one of a script whose letters are as wide as high, and what stands around it. */
const LETTER = 6.6;
const WIDE = 13;
const AROUND = 13 + 11;
/** `+12`, with the gap before it. */
const MORE = 30;

const WIDE_LETTERS = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60]/gu;

function widthOfName(name: string): number {
  const letters = [...name].length;
  const wide = name.match(WIDE_LETTERS)?.length ?? 0;
  return AROUND + wide * WIDE + (letters - wide) * LETTER;
}

/** At least one: the first is cut off where it is alone too long. `more`: names that the row says only the number of. */
export function wholeNames(names: readonly string[], more: number, width: number): number {
  let used = 0;
  for (let at = 0; at < names.length; at += 1) {
    used += widthOfName(names[at] ?? "");
    const rest = more + names.length - at - 1;
    if (used - 11 + (rest > 0 ? MORE : 0) <= width) continue;
    // This one does not fit; the one before leaves room for the number, which it was reckoned with.
    return Math.max(1, at);
  }
  return names.length;
}
