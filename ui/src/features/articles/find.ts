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

/** Letters as they were folded: a text has few different ones. */
const foldedLetters = new Map<string, string>();

function foldOne(char: string): string {
  const known = foldedLetters.get(char);
  if (known !== undefined) return known;
  const plain = QUOTES[char] ?? char;
  const folded = plain.normalize("NFKD").replace(/\p{Diacritic}/gu, "").toLowerCase();
  foldedLetters.set(char, folded);
  return folded;
}

type Folded = { folded: string; /** For each unit the scalar value that it came from; null where they are the same. */ from: number[] | null };

/** Texts whose letters stand for one each. The two that are left out count as accents. */
const PLAIN = /^[\x00-\x5d\x5f\x61-\x7f]*$/;

function fold(text: string): Folded {
  if (PLAIN.test(text)) return { folded: text.toLowerCase(), from: null };
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
  return findFolded(text, fold(text), fold(words).folded);
}

function findFolded(text: string, { folded, from }: Folded, needle: string): { start: number; end: number }[] {
  if (needle.trim() === "") return [];
  const found: { start: number; end: number }[] = [];
  for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + needle.length)) {
    if (from === null) {
      found.push({ start: at, end: at + needle.length });
      continue;
    }
    const start = from[at] ?? 0;
    const last = from[at + needle.length - 1];
    const end = last === undefined ? scalarLength(text) : last + 1;
    found.push({ start, end });
  }
  return found;
}

/** A long text is folded once, not at each letter that is typed. */
const foldedTexts = new WeakMap<Article, { block: number; text: string; as: Folded }[]>();

/** All places in the article, in reading order. */
export function findInArticle(article: Article, words: string): Span[] {
  const needle = fold(words).folded;
  if (needle.trim() === "") return [];
  const texts = foldedTexts.get(article) ?? textsOf(article).map(({ block, text }) => ({ block, text, as: fold(text) }));
  foldedTexts.set(article, texts);
  return texts.flatMap(({ block, text, as }) => findFolded(text, as, needle).map((range) => ({ block, ...range })));
}

/** How often exactly these words stand in the article. */
export function occurrences(article: Article, words: string): number {
  if (words === "") return 0;
  return textsOf(article).reduce((sum, { text }) => sum + text.split(words).length - 1, 0);
}
