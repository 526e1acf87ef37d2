import { describe, expect, it } from "vitest";

import type { SourcePiece } from "../../../src/api/generated";
import { rowsOf, totalsOf } from "../../../src/features/articles/pieces";

const body = (line: number): SourcePiece => ({ line, text: `paragraph ${line}`, fate: "body", block: line });
const cut = (line: number, repeats: number | null = null): SourcePiece => ({ line, text: "cut", fate: "removed", reason: repeats === null ? "comments" : "repeated", repeats });

describe("rows of the Removed tab", () => {
  it("fold long kept stretches, and unfold them when asked", () => {
    const pieces: SourcePiece[] = [{ line: 1, text: "t", fate: "title" }, body(2), body(3), body(4), cut(5)];
    expect(rowsOf(pieces, new Set()).map(({ row }) => row)).toEqual(["kept", "fold", "cut"]);
    expect(rowsOf(pieces, new Set([2])).map(({ row }) => row)).toEqual(["kept", "kept", "kept", "kept", "cut"]);
  });

  it("keep what is repeated in sight of its repetition", () => {
    const rows = rowsOf([body(1), body(2), body(3), cut(4, 5), body(5), body(6), body(7), body(8)], new Set());
    expect(rows.map(({ row }) => row)).toEqual(["fold", "cut", "kept", "fold"]);
    expect(rows[1]).toMatchObject({ repeatedIn: 5 });
  });

  it("say what a piece repeats when it stands above", () => {
    expect(rowsOf([body(1), cut(2, 1)], new Set())[1]).toMatchObject({ row: "cut", repeatedIn: null });
  });

  it("lose no piece", () => {
    const pieces = [body(1), cut(2), body(3), body(4), body(5), body(6), cut(7), cut(8), body(9)];
    const lines = rowsOf(pieces, new Set()).flatMap((row) => (row.row === "fold" ? row.pieces : [row.piece])).map(({ line }) => line);
    expect(lines).toEqual(pieces.map(({ line }) => line));
  });

  it("are counted by reason", () => {
    expect(totalsOf([cut(1), cut(2), cut(3, 1), body(4)])).toEqual([["comments", 2], ["repeated", 1]]);
  });
});
