import { expect, test } from "vitest";

import type { Clipping } from "../../../src/api/generated";
import { quoteParagraphs } from "../../../src/features/search/quoteParagraphs";

const clipping = (prefix: string, suffix: string, row: boolean) =>
  ({ anchor: { exact: "16 | 12", prefix, suffix, span: { block: 1, start: 0, end: 7 } }, row, quote: null, comment: "" }) satisfies Pick<Clipping, "anchor" | "row" | "quote" | "comment">;

test("what stood around a quote is shown below its words", () => {
  expect(quoteParagraphs(clipping("Week ", " ships", false))).toEqual(["16 | 12", "…Week 16 | 12 ships…"]);
});

test("a whole row is shown once, with its comment", () => {
  expect(quoteParagraphs(clipping("", "", true))).toEqual(["16 \t 12"]);
  expect(quoteParagraphs({ ...clipping(" ", "", true), comment: "ask" })).toEqual(["16 \t 12", "ask"]);
});
