import { describe, expect, it } from "vitest";

import type { Mention, Proposal } from "../../../src/api/generated";
import { suggestionsOf } from "../../../src/features/inspector/suggestions";
import { marksOf, proposedAt } from "../../../src/features/proposals/proposed";

const mention = (id: string, block: number, exact: string, status: Mention["status"] = "suggested"): Mention => ({
  id,
  entity: "kim",
  kind: "person",
  name: "Kim Jong Un",
  anchor: { span: { block, start: 0, end: 3 }, exact, prefix: "", suffix: "" },
  status,
  by: "name",
  matched: exact,
  orphaned: false,
});

const proposal = (id: string, block: number, words: string[], more: Partial<Proposal> = {}): Proposal => ({
  id,
  kind: "organisation",
  name: "KCNA",
  entity: null,
  known: false,
  role: null,
  confidence: 90,
  why: "recognised",
  weak: false,
  ambiguous: false,
  spans: words.map((word, at) => ({ span: { block, start: at * 10, end: at * 10 + word.length }, words: word })),
  ...more,
});

describe("suggestions", () => {
  it("are one row for each wording, counted, in the order of the text", () => {
    const mentions = [mention("c", 5, "Mr Jong Un"), mention("a", 1, "Kim Jong Un"), mention("b", 2, "Mr Jong Un"), mention("d", 0, "Kim", "confirmed")];
    const rows = suggestionsOf({ mentions, proposals: [] });
    expect(rows.map(({ why, times, ids }) => [why, times, ids])).toEqual([
      ["exact name", "", ["a"]],
      ["“Mr Jong Un”", "× 2", ["b", "c"]],
    ]);
  });

  it("have a row for each proposed name, with all its places", () => {
    const rows = suggestionsOf({ mentions: [mention("a", 3, "Kim Jong Un")], proposals: [proposal("p", 1, ["KCNA", "KCNA"]), proposal("q", 4, ["the agency"])] });
    expect(rows.map(({ name, why, times, ids }) => [name, why, times, ids])).toEqual([
      ["KCNA", "new name", "× 2", ["p#0", "p#1"]],
      ["Kim Jong Un", "exact name", "", ["a"]],
      ["KCNA", "“the agency”", "", ["q#0"]],
    ]);
  });

  it("are accepted together with others only where nothing speaks against it", () => {
    const proposals = [proposal("p", 1, ["KCNA"]), proposal("q", 2, ["KCNA"], { ambiguous: true }), proposal("r", 3, ["KCNA"], { weak: true })];
    expect(suggestionsOf({ mentions: [], proposals }).map(({ sure }) => sure)).toEqual([true, false, false]);
  });
});

describe("a proposed place", () => {
  it("is marked in the text like a suggested mention, and is found again by its mark", () => {
    const article = { mentions: [mention("a", 3, "Kim Jong Un")], proposals: [proposal("p", 1, ["KCNA", "agency"])] } as unknown as Parameters<typeof marksOf>[0];
    expect(marksOf(article).map(({ id, status, anchor }) => [id, status, anchor.exact])).toEqual([
      ["a", "suggested", "Kim Jong Un"],
      ["p#0", "suggested", "KCNA"],
      ["p#1", "suggested", "agency"],
    ]);
    expect(proposedAt(article, "p#1")?.span.start).toBe(10);
    expect(proposedAt(article, "a")).toBeUndefined();
    expect(proposedAt(article, "gone#0")).toBeUndefined();
  });
});
