// Rows of a table as cells. A row is one block whose text has a bar between two cells; what is
// marked, tagged and selected counts in that text, so the bars stay in it and are only not shown.

import type { Block } from "../../api/generated";
import { BAR } from "../../text/cells";
import type { Segment } from "./segments";

export const cellTexts = (text: string): string[] => text.split(BAR).map((cell) => cell.trim());

/** One cell of a row: what is drawn in it. A bar stands behind each but the last. */
export type Cell = Segment[];

/** A row's segments, cut where a bar parts two cells. */
export function cellsOf(text: string, segments: readonly Segment[]): Cell[] {
  const parting = new Set([...text.matchAll(BAR)].map(({ index }) => index));
  // Joiners are drawn between letters that a mark parts, so bars are told by their number.
  const partsAt = [...text.matchAll(/\|/gu)].map(({ index }) => parting.has(index));
  let bar = 0;
  let cell: Cell = [];
  const cells: Cell[] = [cell];
  for (const segment of segments) {
    let piece: Segment = { ...segment, runs: [] };
    cell.push(piece);
    for (const run of segment.runs) {
      let part = "";
      for (const letters of run.text.split(/(\|)/u)) {
        if (letters !== "|" || !partsAt[bar++]) {
          part += letters;
          continue;
        }
        if (part !== "") piece.runs.push({ ...run, text: part });
        part = "";
        piece = { ...segment, key: `${segment.key} ${cells.length}`, runs: [] };
        cell = [piece];
        cells.push(cell);
      }
      if (part !== "") piece.runs.push({ ...run, text: part });
    }
  }
  return cells.map((drawn) => drawn.filter(({ runs }) => runs.length > 0));
}

/** Rows of one table that follow each other, or blocks that are none; `first` is the place of the first. */
export type Stretch = { first: number; blocks: Block[]; table: boolean };

export function stretchesOf(blocks: readonly Block[], first: number): Stretch[] {
  const stretches: Stretch[] = [];
  for (const [at, block] of blocks.entries()) {
    const table = block.kind === "tableRow";
    const open = stretches.at(-1);
    if (open?.table === table) open.blocks.push(block);
    else stretches.push({ first: first + at, blocks: [block], table });
  }
  for (const stretch of stretches) stretch.table &&= isGrid(stretch.blocks);
  return stretches;
}

/**
 * Whether rows have the same columns, but for those of one cell, which name what is below. Of
 * others, as where cells reach over several rows, it is not known which stands under which.
 */
function isGrid(rows: readonly Block[]): boolean {
  const counts = new Set(rows.map(({ text }) => cellTexts(text).length).filter((cells) => cells > 1));
  return counts.size === 1;
}

const FROM_THE_RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** From which side a table's columns are read: that of its first letter. `dir="auto"` leaves out what cells hold. */
export function directionOf(rows: readonly Block[]): "ltr" | "rtl" {
  const letter = rows.map(({ text }) => /\p{L}/u.exec(text)?.[0]).find((found) => found !== undefined);
  return letter !== undefined && FROM_THE_RIGHT.test(letter) ? "rtl" : "ltr";
}

/** How a row is drawn: which of its columns hold numbers, and whether it heads them. */
export type RowLook = { numbers: ReadonlySet<number>; head: boolean };

/**
 * For each row of each table, by its block. The first row heads the others where its corner is
 * empty, or where it has words over every column of numbers.
 */
export function rowLooks(blocks: readonly Block[]): Map<number, RowLook> {
  const found = new Map<number, RowLook>();
  for (const { first, blocks: rows, table } of stretchesOf(blocks, 0)) {
    if (!table) continue;
    const [top = [], ...body] = rows.map(({ text }) => cellTexts(text));
    const width = Math.max(0, ...body.map((cells) => cells.length));
    const columns = Array.from({ length: width }, (_, column) => column);
    const numbers = new Set(columns.filter((column) => holdsNumbers(body.map((cells) => cells[column] ?? ""))));
    const worded = numbers.size > 0 && [...numbers].every((column) => !isNumber(top[column] ?? "") || /^(19|20)\d\d$/u.test(top[column] ?? ""));
    const head = rows.length > 1 && top.length > 1 && (top[0] === "" || worded);
    for (const at of rows.keys()) found.set(first + at, { numbers, head: head && at === 0 });
  }
  return found;
}

const holdsNumbers = (cells: readonly string[]): boolean => cells.some((cell) => /\p{Nd}/u.test(cell)) && cells.every(isNumber);

/** A number, a span of two, a time or nothing, with signs and a unit of up to three letters. */
function isNumber(cell: string): boolean {
  const letters = cell.replace(/\P{L}/gu, "").length;
  return /^[\p{L}\p{Nd}\p{Sc}\p{P}\p{Sm}\s]*$/u.test(cell) && letters <= 3 && (letters === 0 || /\p{Nd}/u.test(cell) || /^n\/?a\.?$/iu.test(cell));
}
