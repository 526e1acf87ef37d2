import { expect, test } from "vitest";

import type { DossierItem } from "../../../src/api/generated";
import { partAt, placeAt, placeOf, targetOf } from "../../../src/features/dossiers/dropping";

const item = (id: string, more: Partial<DossierItem> = {}): DossierItem => ({
  id, parent: null, depth: 0, position: 1, siblings: 1, children: 0, closed: false, target: { is: "heading" }, title: id,
  gone: false, status: "", question: "", kind: null, outlet: null, published: null, language: null, excerpt: null, quote: null, ...more,
});

test("the upper and lower quarter of a row are beside it, the middle is under it", () => {
  expect([102, 120, 138].map((y) => partAt(y, 100, 40))).toEqual(["before", "under", "after"]);
});

test("behind an item whose parts are shown comes its first part", () => {
  expect(placeOf(item("a"), item("b", { children: 2 }), "after", false)).toEqual({ at: "first", parent: "b" });
  expect(placeOf(item("a"), item("b", { children: 2, closed: true }), "after", false)).toEqual({ at: "after", item: "b" });
  expect(placeOf(item("a"), item("b"), "before", false)).toEqual({ at: "before", item: "b" });
  expect(placeOf(item("a"), item("b"), "under", false)).toEqual({ at: "last", parent: "b" });
});

test("what comes from elsewhere goes beside or under the row, or to the end", () => {
  expect(placeAt(item("b"), "under")).toEqual({ at: "last", parent: "b" });
  expect(placeAt(item("b"), "after")).toEqual({ at: "after", item: "b" });
  expect(placeAt(undefined, "before")).toEqual({ at: "last", parent: null });
  expect(targetOf({ to: "quote", id: "q" })).toEqual({ is: "quote", id: "q" });
  expect(targetOf({ to: "dossier", id: "d" })).toBeNull();
});

test("nothing goes into itself", () => {
  expect(placeOf(item("a"), item("a"), "under", false)).toBeNull();
  expect(placeOf(item("a"), item("b", { parent: "a" }), "under", true)).toBeNull();
});
