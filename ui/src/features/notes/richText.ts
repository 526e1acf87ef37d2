// The words of one line of Markdown as they read: which are bold, marked or code, and where they lead.

import type { LinkTarget } from "../../api/generated";
import { findLinks, findTitleLinks, shownWords, targetKey, type LabelMap } from "./linkMarkup";

export type Mark = "strong" | "em" | "strike" | "mark" | "code";

export type Run = {
  text: string;
  marks?: readonly Mark[];
  /** What it is a link to, and the passage of it. */
  target?: LinkTarget;
  anchor?: string;
  /** Of a link to the web. */
  address?: string;
};

// Marks far apart are none, which also bounds the time that a long line takes.
const TOKEN = new RegExp(
  [
    "`([^`\\n]{1,300})`",
    "(\\*\\*|__|~~|==)(?=\\S)(.{1,300}?)(?<=\\S)\\2",
    "(?<!\\*)\\*(?=[^\\s*])(.{1,300}?)(?<=[^\\s*])\\*(?!\\*)",
    "(?<![\\p{L}\\p{N}_])_(?=[^\\s_])(.{1,300}?)(?<=[^\\s_])_(?![\\p{L}\\p{N}_])",
    "!?\\[([^[\\]\\n]{0,300})\\]\\(<?([^()<>\\s]{1,2000})>?\\)",
    "\\[\\^([^\\]\\s[]{1,40})\\]",
    "\\\\([!-/:-@[-`{-~])",
  ].join("|"),
  "gu",
);
const PAIRS: Readonly<Record<string, Mark>> = { "**": "strong", __: "strong", "~~": "strike", "==": "mark" };
/** Marks within marks. */
const DEEPEST = 4;
/** Stand around the number of a link while the rest of the line is read; in no text. */
const HELD = /\u{F8F2}(\d{1,6})\u{F8F3}/gu;

/** What stands in a line, in its order; equal neighbours are one. */
export function richText(markdown: string, labels: LabelMap): Run[] {
  const links: Run[] = [];
  const held = holdLinks(markdown.replace(/[\u{F8F2}\u{F8F3}]/gu, ""), labels, links);
  const runs: Run[] = [];
  read(held, [], links, runs);
  return runs;
}

export const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join("");

/** Whether it is more than its words. */
export const isRich = (runs: readonly Run[]): boolean => runs.some(({ marks, target, address }) => marks !== undefined || target !== undefined || address !== undefined);

function holdLinks(text: string, labels: LabelMap, links: Run[]): string {
  const byId = findLinks(text).map((link): { from: number; to: number; run: Run } => {
    const gone = labels.get(targetKey(link.target))?.gone === true;
    const words = shownWords(link, labels);
    return { from: link.from, to: link.to, run: gone ? { text: words, marks: ["strike"] } : { text: words, target: link.target, ...(link.anchor === "" ? {} : { anchor: link.anchor }) } };
  });
  const byTitle = findTitleLinks(text).map(({ from, to, shown }) => ({ from, to, run: { text: text.slice(shown.from, shown.to) } }));
  let out = "";
  let at = 0;
  for (const { from, to, run } of [...byId, ...byTitle].sort((one, other) => one.from - other.from)) {
    out += `${text.slice(at, from)}\u{F8F2}${links.push(run) - 1}\u{F8F3}`;
    at = to;
  }
  return out + text.slice(at);
}

function read(text: string, marks: readonly Mark[], links: readonly Run[], into: Run[]): void {
  let at = 0;
  for (const match of marks.length < DEEPEST ? text.matchAll(TOKEN) : []) {
    const [all, code, pair, paired, star, low, words, address, footnote, escaped] = match;
    put(text.slice(at, match.index), marks, links, into);
    at = match.index + all.length;
    const em = star ?? low;
    if (code !== undefined) put(code, [...marks, "code"], links, into);
    else if (pair !== undefined) read(paired ?? "", [...marks, PAIRS[pair] ?? "strong"], links, into);
    else if (em !== undefined) read(em, [...marks, "em"], links, into);
    else if (address !== undefined) put(words ?? "", marks, links, into, all.startsWith("!") || !/^https?:/i.test(address) ? undefined : address);
    else put(footnote === undefined ? (escaped ?? "") : `[${footnote}]`, marks, links, into);
  }
  put(text.slice(at), marks, links, into);
}

/** Words with the links among them. */
function put(text: string, marks: readonly Mark[], links: readonly Run[], into: Run[], address?: string): void {
  let at = 0;
  const add = (run: Run): void => {
    if (run.text === "") return;
    const made: Run = { ...run, ...(marks.length === 0 ? {} : { marks: [...new Set([...marks, ...(run.marks ?? [])])] }) };
    const last = into.at(-1);
    const same = last && !last.target && !made.target && last.address === made.address && String(last.marks) === String(made.marks);
    if (same) last.text += made.text;
    else into.push(made);
  };
  const around = address === undefined ? {} : { address };
  for (const match of text.matchAll(HELD)) {
    add({ text: text.slice(at, match.index), ...around });
    const link = links[Number(match[1])];
    if (link) add(link);
    at = match.index + match[0].length;
  }
  add({ text: text.slice(at), ...around });
}
