import { describe, expect, it } from "vitest";

import { readValue } from "../../../src/features/inspector/fields";
import { suggestionsOf } from "../../../src/features/inspector/suggestions";
import type { Mention } from "../../../src/api/generated";

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

describe("an edited field", () => {
  it("is emptied by emptying, but a title is not", () => {
    expect(readValue("outlet", "  ")).toEqual({ value: null, zone: null });
    expect(readValue("title", " ")).toBeUndefined();
  });

  it("keeps the zone that is written with a time", () => {
    expect(readValue("published", "2022-05-10 16:14 +01:00 BST")).toEqual({ value: "2022-05-10T16:14+01:00", zone: "BST" });
    expect(readValue("published", "yesterday")).toBeUndefined();
  });
});

describe("suggestions", () => {
  it("are one row for each wording, counted, in the order of the text", () => {
    const rows = suggestionsOf([mention("c", 5, "Mr Jong Un"), mention("a", 1, "Kim Jong Un"), mention("b", 2, "Mr Jong Un"), mention("d", 0, "Kim", "confirmed")]);
    expect(rows.map(({ why, ids }) => [why, ids])).toEqual([
      ["exact name", ["a"]],
      ["“Mr Jong Un” × 2", ["b", "c"]],
    ]);
  });
});
