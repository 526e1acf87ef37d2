// A note's Markdown as the blocks of a page: to be read, not written in.

import type { ClippingId, LinkLabel } from "../../api/generated";
import { readTable } from "../notes/editor/tables";
import { labelMap, readableText, type LabelMap } from "../notes/linkMarkup";
import { isRich, richText, textOf, type Run } from "../notes/richText";

export type NotePart = {
  is: "heading" | "item" | "quote" | "paragraph" | "code" | "table" | "footnote" | "card";
  /** Its plain words, with their line breaks; of a table, its rows as lines. */
  text: string;
  /** The words with their marks and links, where they have any. */
  runs?: readonly Run[];
  /** What a numbered item begins with, which may be a date or part of a title: `3.` */
  number?: string;
  /** Of a card: the quote that stands alone on its line. */
  quote?: ClippingId;
  /** Of a task: whether it is done. */
  done?: boolean;
  /** Of a table: its rows, the head first. */
  rows?: readonly (readonly string[])[];
};

/** What a footnote says. */
const FOOTNOTE = /^\[\^([^\]\s[]{1,40})\]:\s?(.*)$/u;
const BLOCK = /^\s*(#{1,6}\s|[-*+]\s(?:\[[ xX]\]\s)?|\d+[.)]\s|>\s?)?(.*)$/u;

/** Words with what marks them, where anything does. */
function words(runs: readonly Run[]): Pick<NotePart, "text" | "runs"> {
  const text = textOf(runs).trim();
  return isRich(runs) ? { text, runs } : { text };
}

/** The table that begins at a line: its part and how many lines it has. */
function tableAt(lines: readonly string[], at: number, labels: LabelMap): { part: NotePart; length: number } | null {
  if (!lines[at]?.includes("|") || !lines[at + 1]?.includes("-")) return null;
  // Links have a bar of their own.
  const read = (from: number, to: number): string => lines.slice(from, to).map((line) => readableText(line, labels)).join("\n");
  const head = readTable(read(at, at + 2));
  if (!head || head.head.length !== head.align.length) return null;
  let end = at + 2;
  while (end < lines.length && lines[end]!.includes("|")) end += 1;
  const table = readTable(read(at, end)) ?? head;
  const rows = [table.head, ...table.rows].map((cells) => cells.map((cell) => textOf(richText(cell, labels)).trim()));
  return { part: { is: "table", text: rows.map((cells) => cells.join(" | ")).join("\n"), rows }, length: end - at };
}

/** Blocks in their order; links are shown by what they lead to. In code they are, too. */
export function noteParts(markdown: string, labels: readonly LinkLabel[]): NotePart[] {
  const parts: NotePart[] = [];
  let code = false;
  let open = false;
  /** The words of the paragraph that is open. */
  let growing: Run[] = [];
  const titles = labelMap(labels);
  const lines = markdown.split("\n");
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]!;
    if (/^\s*(```|~~~)/u.test(line)) {
      code = !code;
      open = false;
      continue;
    }
    const last = parts.at(-1);
    if (code) {
      const shown = readableText(line, titles);
      if (open && last) last.text += `\n${shown}`;
      else parts.push({ is: "code", text: shown });
      open = true;
      continue;
    }
    if (line.trim() === "") {
      open = false;
      continue;
    }
    const table = tableAt(lines, at, titles);
    if (table) {
      parts.push(table.part);
      at += table.length - 1;
      open = false;
      continue;
    }
    const [, name, said] = FOOTNOTE.exec(line) ?? [];
    if (name !== undefined) {
      parts.push({ is: "footnote", ...words([{ text: `[${name}] ` }, ...richText((said ?? "").trim(), titles)]) });
      open = false;
      continue;
    }
    const [, mark = "", rest = ""] = BLOCK.exec(line) ?? [];
    const runs = richText(rest.trim(), titles);
    const text = textOf(runs).trim();
    const [alone, ...more] = runs;
    if (mark === "" && more.length === 0 && alone?.target?.to === "quote") {
      parts.push({ is: "card", text, runs, quote: alone.target.id });
      open = false;
      continue;
    }
    const is = mark.startsWith("#") ? "heading" : mark.startsWith(">") ? "quote" : mark === "" ? "paragraph" : "item";
    const number = /^\d+[.)]/u.exec(mark);
    const task = /\[([ xX])\]/u.exec(mark);
    if (text === "") open = false;
    else if (open && last && is === last.is && (is === "paragraph" || is === "quote")) {
      // A line that was ended ends where it is read, too.
      last.text += `\n${text}`;
      growing.push({ text: "\n" }, ...runs);
      if (last.runs || isRich(runs)) last.runs = growing;
    } else {
      parts.push({ is, ...words(runs), ...(number ? { number: number[0] } : {}), ...(task ? { done: task[1] !== " " } : {}) });
      growing = runs;
      open = true;
    }
  }
  return parts;
}
