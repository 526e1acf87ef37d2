// How many words a text has, as the notebook counts them: by UAX #29
// (<https://www.unicode.org/reports/tr29/#Word_Boundaries>) without a dictionary, so that in
// scripts that put no spaces between words each character counts.

/** Letters that stand for a word each. */
const SINGLE =
  /(?=[\p{L}\p{N}])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
const KATAKANA = /[\p{Script=Katakana}ー]+/gu;
/** Letters and digits, with what joins two letters or two digits. */
const WORD =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}\p{Pc}]*(?:(?:(?<=[\p{L}\p{M}])[.'’‘·:](?=\p{L})|(?<=\p{N})[.,;'’‘](?=\p{N}))[\p{L}\p{N}\p{M}\p{Cf}\p{Pc}]*)*/gu;

export function countWords(text: string): number {
  let words = 0;
  const rest = text.replace(KATAKANA, " x ").replace(SINGLE, () => {
    words += 1;
    return " ";
  });
  return words + (rest.match(WORD)?.length ?? 0);
}
