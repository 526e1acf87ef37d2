import { expect, test } from "vitest";
import { targetOf, withRecent } from "../../../src/features/palette/recents.svelte";

test("the last opened comes first, once", () => {
  let list = withRecent([], { to: "note", id: "a" });
  list = withRecent(list, { to: "entity", id: "a" });
  list = withRecent(list, { to: "note", id: "a" });
  expect(list).toEqual([
    { to: "note", id: "a" },
    { to: "entity", id: "a" },
  ]);
  for (let at = 0; at < 50; at += 1) list = withRecent(list, { to: "article", id: String(at) });
  expect(list).toHaveLength(12);
});

test("a place gives what it shows", () => {
  expect(targetOf({ view: "library", article: "x" })).toEqual({ to: "article", id: "x" });
  expect(targetOf({ view: "library" })).toBeNull();
  expect(targetOf({ view: "entity", id: "x" })).toEqual({ to: "entity", id: "x" });
  expect(targetOf({ view: "search", text: "x" })).toBeNull();
});
