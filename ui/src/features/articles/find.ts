// Finding words within one article, as "find in page" does: without regard to
// case, accents or the kind of quotation marks, and over the cells of a row as they are copied.

import type { Article, Span } from "../../api/generated";
import { scalarLength, sliceScalars } from "../../text/offsets";
import { rowLooks } from "./tableRows";

/** The texts of an article that are shown, with the block number that a Span gives them. */
export function textsOf(article: Article): { block: number; text: string }[] {
  return [
    { block: -2, text: article.title },
    ...(article.standfirst ? [{ block: -1, text: article.standfirst }] : []),
    ...article.blocks.map(({ text }, block) => ({ block, text })),
  ];
}

const SAME: Record<string, string> = {
  "’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "‐": "-", "‑": "-", " ": " ",
  ß: "ss", ı: "i", ς: "σ",
  // Arabic and Persian letters that are written one for another.
  ى: "ي", ی: "ي", ې: "ي", ة: "ه", ہ: "ه", ھ: "ه", ک: "ك", ٱ: "ا", "ـ": "",
};

/** A letter with its marks, or the parts of one Korean syllable: what is read as one. */
const CLUSTER = /[\u1100-\u115f][\u1160-\u11a7]*[\u11a8-\u11ff]*|\P{M}[\p{M}\uff9e\uff9f]*|\p{M}+/gu;
/** Where marks are accents or vowels that are mostly left out; elsewhere they are letters. */
const ACCENTED = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}])\p{M}+/gu;
const UNSEEN = /[\p{Cf}\u00ad]/gu;
const DIGIT = /\p{Nd}/u;

/** Clusters as they were folded: a text has few different ones. */
const foldedClusters = new Map<string, string>();

/** The value of a digit of any script. Each script's digits stand in a row from nought. */
function digit(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && DIGIT.test(String.fromCodePoint(code - value - 1))) value += 1;
  return code < 128 ? char : String(value);
}

function foldOne(cluster: string): string {
  const known = foldedClusters.get(cluster);
  if (known !== undefined) return known;
  const plain = cluster.replace(UNSEEN, "").normalize("NFKD").replace(ACCENTED, "$1").normalize("NFC").toLowerCase().replace(/i\u0307/gu, "i");
  const folded = [...plain].map((char) => SAME[char] ?? (DIGIT.test(char) ? digit(char) : char)).join("");
  foldedClusters.set(cluster, folded);
  return folded;
}

/** For each unit of the folded text the scalar values that it came from; null where they are the same. */
type Folded = { folded: string; from: { start: number; end: number }[] | null };

/** Texts whose letters stand for one each. The two that are left out count as accents. */
const PLAIN = /^[\x00-\x5d\x5f\x61-\x7f]*$/;

function fold(text: string): Folded {
  if (PLAIN.test(text)) return { folded: text.toLowerCase(), from: null };
  let folded = "";
  const from: { start: number; end: number }[] = [];
  let start = 0;
  for (const [cluster] of text.matchAll(CLUSTER)) {
    const end = start + scalarLength(cluster);
    const part = foldOne(cluster);
    for (let i = 0; i < part.length; i += 1) from.push({ start, end });
    folded += part;
    start = end;
  }
  return { folded, from };
}

/** Bars that part the cells of a row, with the empty cells between them. */
const PARTING = /\s*(?<=^|\s)\|(?=\s|$)(?:\s*\|(?=\s|$))*\s*/gu;

/** A row of a table, in which a space stands for what parts two cells: the bars are not shown. */
function foldRow(text: string): Folded {
  let folded = "";
  const from: { start: number; end: number }[] = [];
  let at = 0;
  let scalars = 0;
  const add = (part: string, as: Folded): void => {
    for (let i = 0; i < as.folded.length; i += 1) {
      const own = as.from?.[i] ?? { start: i, end: i + 1 };
      from.push({ start: scalars + own.start, end: scalars + own.end });
    }
    folded += as.folded;
    scalars += scalarLength(part);
  };
  for (const { 0: bars, index } of text.matchAll(PARTING)) {
    const cell = text.slice(at, index);
    add(cell, fold(cell));
    add(bars, { folded: " ", from: [{ start: 0, end: scalarLength(bars) }] });
    at = index + bars.length;
  }
  add(text.slice(at), fold(text.slice(at)));
  return { folded, from };
}

/** What is looked for in a row: cells may be parted by what they are copied with. */
const acrossCells = (needle: string): string => needle.replace(/\s*\t\s*/gu, " ").replace(/(?<=\S)\s+\|(?:\s+\|)*\s+(?=\S)/gu, " ");

const BAR_BEFORE = /^\s*\|(?:\s+\|)*\s+(?=\S)/u;
const BAR_BEHIND = /(?<=\S)\s+\|(?:\s+\|)*\s*$/u;
const CELL_BEGINS = /(?:^|(?:^|\s)\|)\s*$/u;
const CELL_ENDS = /^\s*(?:$|\|(?:\s|$))/u;

/** Where a needle stands in a row. A bar at an edge of it asks for where a cell begins or ends. */
function findInRow(text: string, as: Folded, needle: string): { start: number; end: number }[] {
  const [begins, ends] = [BAR_BEFORE.test(needle), BAR_BEHIND.test(needle)];
  const words = acrossCells(needle.replace(BAR_BEFORE, "").replace(BAR_BEHIND, ""));
  return findFolded(text, as, words).filter(
    ({ start, end }) => (!begins || CELL_BEGINS.test(sliceScalars(text, 0, start))) && (!ends || CELL_ENDS.test(sliceScalars(text, end, text.length))),
  );
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
    const start = from[at]?.start ?? 0;
    const end = from[at + needle.length - 1]?.end ?? scalarLength(text);
    found.push({ start, end });
  }
  return found;
}

/** A long text is folded once, not at each letter that is typed. */
const foldedTexts = new WeakMap<Article, { block: number; text: string; row: boolean; as: Folded }[]>();

/** All places in the article, in reading order. */
export function findInArticle(article: Article, words: string): Span[] {
  const needle = fold(words).folded;
  if (needle.trim() === "") return [];
  const texts = foldedTexts.get(article) ?? foldedOf(article);
  foldedTexts.set(article, texts);
  return texts.flatMap(({ block, text, row, as }) => (row ? findInRow : findFolded)(text, as, needle).map((range) => ({ block, ...range })));
}

function foldedOf(article: Article): { block: number; text: string; row: boolean; as: Folded }[] {
  const rows = rowLooks(article.blocks);
  return textsOf(article).map(({ block, text }) => ({ block, text, row: rows.has(block), as: rows.has(block) ? foldRow(text) : fold(text) }));
}

/** How often exactly these words stand in the article. */
export function occurrences(article: Article, words: string): number {
  if (words === "") return 0;
  return textsOf(article).reduce((sum, { text }) => sum + text.split(words).length - 1, 0);
}
