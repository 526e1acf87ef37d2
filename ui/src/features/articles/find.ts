// Finding words within one article, as "find in page" does: without regard to
// case, accents or the kind of quotation marks.

import type { Article, Span } from "../../api/generated";
import { scalarLength } from "../../text/offsets";

/** The texts of an article that are shown, with the block number that a Span gives them. */
export function textsOf(article: Article): { block: number; text: string }[] {
  return [
    { block: -2, text: article.title },
    ...(article.standfirst ? [{ block: -1, text: article.standfirst }] : []),
    ...article.blocks.map(({ text }, block) => ({ block, text })),
  ];
}

const QUOTES: Record<string, string> = { "’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", " ": " " };

function foldOne(char: string): string {
  const plain = QUOTES[char] ?? char;
  return plain.normalize("NFKD").replace(/\p{Diacritic}/gu, "").toLowerCase();
}

/** Folded text, and for each of its units the scalar value of `text` that it came from. */
function fold(text: string): { folded: string; from: number[] } {
  let folded = "";
  const from: number[] = [];
  let scalar = 0;
  for (const char of text) {
    const part = foldOne(char);
    for (let i = 0; i < part.length; i += 1) from.push(scalar);
    folded += part;
    scalar += 1;
  }
  return { folded, from };
}

/** Where `words` stands in `text`, in scalar values; never overlapping. */
export function findIn(text: string, words: string): { start: number; end: number }[] {
  const needle = fold(words).folded;
  if (needle.trim() === "") return [];
  const { folded, from } = fold(text);
  const found: { start: number; end: number }[] = [];
  for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + needle.length)) {
    const start = from[at] ?? 0;
    const last = from[at + needle.length - 1];
    const end = last === undefined ? scalarLength(text) : last + 1;
    found.push({ start, end });
  }
  return found;
}

/** All places in the article, in reading order. */
export function findInArticle(article: Article, words: string): Span[] {
  return textsOf(article).flatMap(({ block, text }) => findIn(text, words).map((range) => ({ block, ...range })));
}

/** How often exactly these words stand in the article. */
export function occurrences(article: Article, words: string): number {
  if (words === "") return 0;
  return textsOf(article).reduce((sum, { text }) => sum + text.split(words).length - 1, 0);
}
