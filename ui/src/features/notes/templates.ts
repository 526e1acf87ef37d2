/** What stands in a template for what is only known when it is used, and where writing goes on in it. */
import { dayName, isoDay } from "./days";

/** Where the caret is to stand once a template is written. */
const CURSOR = /\{\{\s*cursor\s*\}\}/i;
/** A row of a table behind its ruler, and an empty cell in it. */
const FIRST_ROW = /^\|[ :|-]*-[ :|-]*\|[ \t]*\n(\|.*\|)[ \t]*$/m;
const EMPTY_CELL = /\|[ \t]*(?=\|)/;

/** A template's text with today's date and the note's title in it, and where writing goes on, in UTF-16 units. */
export function fillTemplate(template: string, title: string, now = new Date()): { text: string; cursor: number } {
  // The editor counts a line's end as one, however it was written.
  const body = template.replace(/\r\n?/g, "\n");
  const values: Record<string, string> = { date: dayName(now), day: isoDay(now), title };
  const fill = (text: string): string => text.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => values[name.toLowerCase()] ?? whole);
  const mark = CURSOR.exec(body);
  if (mark) {
    const before = fill(body.slice(0, mark.index));
    return { text: before + fill(body.slice(mark.index + mark[0].length)), cursor: before.length };
  }
  const text = fill(body);
  return { text, cursor: emptyCell(text) ?? text.length };
}

/** A text of several lines stands on lines of its own, also where it is put between other words. */
export function onOwnLines({ text, cursor }: { text: string; cursor: number }, before: string, behind: string): { text: string; cursor: number } {
  if (!text.trim().includes("\n")) return { text, cursor };
  const gap = (words: string): string => (words.trim() === "" ? "" : "\n\n");
  return { text: gap(before) + text + gap(behind), cursor: gap(before).length + cursor };
}

/** Behind the first space of the first empty cell, where the text ends with a table that has one in its first row. */
function emptyCell(text: string): number | null {
  const end = text.trimEnd();
  const table = end.slice(end.lastIndexOf("\n\n") + 1);
  const row = FIRST_ROW.exec(table);
  const [, cells = ""] = row ?? [];
  const cell = EMPTY_CELL.exec(cells);
  if (!row || !cell) return null;
  const from = end.length - table.length + row.index + row[0].lastIndexOf(cells) + cell.index;
  return from + Math.min(2, cell[0].length);
}
