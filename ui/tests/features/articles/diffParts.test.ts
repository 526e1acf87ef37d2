import { describe, expect, it } from "vitest";

import type { PartChange, TextDiff } from "../../../src/api/generated";
import { differs, diffRows, runsOf } from "../../../src/features/articles/diffParts";

function diffOf(...changes: PartChange[]): TextDiff {
  const part = (change: PartChange) => ({ of: { part: "body" as const, kind: "paragraph" as const }, change, runs: [] });
  return { parts: changes.map(part), added: 0, removed: 0 };
}

const shape = (diff: TextDiff, open: ReadonlySet<number> = new Set()): string[] =>
  diffRows(diff, open).map((row) => (row.row === "fold" ? `fold ${row.parts.length}` : row.part.change));

describe("what differs", () => {
  it("folds what is the same away from the changes", () => {
    expect(shape(diffOf("same", "same", "same", "changed", "same", "same", "same"))).toEqual(["fold 2", "same", "changed", "same", "fold 2"]);
  });

  it("never folds a single paragraph", () => {
    expect(shape(diffOf("same", "same", "inserted"))).toEqual(["same", "same", "inserted"]);
  });

  it("unfolds by the place of the first", () => {
    const diff = diffOf("same", "same", "same", "deleted");
    expect(shape(diff, new Set([0]))).toEqual(["same", "same", "same", "deleted"]);
  });

  it("knows when nothing differs", () => {
    expect(differs(diffOf("same", "same"))).toBe(false);
    expect(differs(diffOf("same", "movedHere"))).toBe(true);
  });
});

describe("a time that changed", () => {
  const of = { part: "updated" } as const;

  it("is printed as it is elsewhere, and as a whole", () => {
    const runs = [
      { kind: "same", text: "2026-11-0" },
      { kind: "deleted", text: "2" },
      { kind: "inserted", text: "3" },
      { kind: "same", text: "T08:00+00:00" },
    ] as const;
    expect(runsOf({ of, change: "changed", runs: [...runs] })).toEqual([
      { kind: "deleted", text: "2 November 2026, 08:00 UTC" },
      { kind: "inserted", text: "3 November 2026, 08:00 UTC" },
    ]);
  });

  it("that came has nothing before it", () => {
    const runs = [{ kind: "inserted", text: "2026-11-03" }] as const;
    expect(runsOf({ of, change: "inserted", runs: [...runs] })).toEqual([{ kind: "inserted", text: "3 November 2026" }]);
  });
});
