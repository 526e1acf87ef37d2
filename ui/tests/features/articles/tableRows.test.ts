import { describe, expect, it } from "vitest";

import type { Block, Mention } from "../../../src/api/generated";
import { segmentsOf } from "../../../src/features/articles/segments";
import { cellsOf, cellTexts, directionOf, rowLooks, stretchesOf } from "../../../src/features/articles/tableRows";

const block = (kind: Block["kind"], text: string): Block => ({ kind, text, credit: null, line: 1 });

const mention = (id: string, start: number, end: number): Mention => ({
  id,
  entity: id,
  kind: "place",
  name: id,
  anchor: { span: { block: 0, start, end }, exact: "", prefix: "", suffix: "" },
  status: "confirmed",
  by: "name",
  matched: null,
  orphaned: false,
});

const words = (text: string, mentions: Mention[] = [], marks: Parameters<typeof segmentsOf>[2] = []): string[] =>
  cellsOf(text, segmentsOf(text, mentions, marks)).map((cell) => cell.flatMap(({ runs }) => runs.map((run) => run.text)).join(""));

describe("the cells of a row", () => {
  it("together with their bars are the row's text", () => {
    for (const text of ["Week | Ships | Crews", "| 2020 | 2021", "a | | c", "one cell", "x|y | z"]) {
      expect(words(text).join("|")).toBe(text);
      expect(words(text).map((cell) => cell.trim())).toEqual(cellTexts(text));
    }
  });

  it("keep their names and marks, also those over a bar", () => {
    const text = "Kyiv | Moscow | Minsk";
    const segments = segmentsOf(text, [mention("kyiv", 0, 4), mention("moscow", 7, 13)], [{ start: 2, end: 9, look: "hit" }]);
    const cells = cellsOf(text, segments);
    expect(cells.map((cell) => cell.flatMap((segment) => segment.mention?.id ?? []))).toEqual([["kyiv"], ["moscow"], []]);
    expect(cells.map((cell) => cell.flatMap(({ runs }) => runs.filter(({ look }) => look === "hit").map((run) => run.text)).join(""))).toEqual(["iv ", " Mo", ""]);
    expect(new Set(cells.flat().map(({ key }) => key)).size).toBe(cells.flat().length);
  });

  it("are told where Arabic letters are joined over a mark", () => {
    expect(words("بموسكو | ١٢", [mention("a", 1, 6)])).toHaveLength(2);
  });
});

describe("tables", () => {
  it("are rows that follow each other", () => {
    const blocks = [block("paragraph", "a"), block("tableRow", "b | c"), block("tableRow", "d | e"), block("paragraph", "f"), block("tableRow", "g | h")];
    expect(stretchesOf(blocks, 10).map(({ first, blocks: inside, table }) => [first, inside.length, table])).toEqual([
      [10, 1, false],
      [11, 2, true],
      [13, 1, false],
      [14, 1, true],
    ]);
  });

  it("are none where rows have other columns, but for rows of one cell", () => {
    const rows = (...texts: string[]): boolean[] => stretchesOf(texts.map((text) => block("tableRow", text)), 0).map(({ table }) => table);
    expect(rows("| 2020 | 2021", "North", "Oslo | 1 |", "Rome | 2 | 3")).toEqual([true]);
    expect(rows("2020 | 2021", "Oslo | 1 | 2")).toEqual([false]);
  });

  it("are read from the side of their first letter", () => {
    const sides = [["| 2020 | 2021", "موسكو | 12"], ["1 | 2"], ["Kyiv | موسكو"]].map((rows) => directionOf(rows.map((text) => block("tableRow", text))));
    expect(sides).toEqual(["rtl", "ltr", "ltr"]);
  });

  it("tell the columns of numbers, whatever their head says", () => {
    const rows = ["Week | Ships | Share | Note", "16 | 1,200 | 12.5 % | late", "17 | – | -$3m | 4", "18 | 3–4 | (−5 %) | N/A", "19 | n/a | US$3 | 12 May", "20 | ١٢٫٥ | 5* | a fact"].map((text) => block("tableRow", text));
    const columns = rowLooks([block("heading", "x"), ...rows]);
    expect([...columns.keys()]).toEqual([1, 2, 3, 4, 5, 6]);
    expect([...(columns.get(1)?.numbers ?? [])]).toEqual([0, 1, 2]);
  });

  it("have a head where the first row has words over numbers, or an empty corner", () => {
    const heads = (...texts: string[]): boolean[] => [...rowLooks(texts.map((text) => block("tableRow", text))).values()].map(({ head }) => head);
    expect(heads("Week | Ships", "16 | 12")).toEqual([true, false]);
    expect(heads("| 2020 | 2021", "North | 12 | 13")).toEqual([true, false]);
    expect(heads("Country | 2020", "North | 12")).toEqual([true, false]);
    expect(heads("15 | 11", "16 | 12")).toEqual([false, false]);
    expect(heads("Kyiv | Minsk", "Oslo | Rome")).toEqual([false, false]);
    expect(heads("Week | Ships")).toEqual([false]);
  });
});
