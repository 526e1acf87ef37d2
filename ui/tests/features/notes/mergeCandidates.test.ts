import { expect, test } from "vitest";
import type { LinkCandidate, LinkTarget } from "../../../src/api/generated";
import { mergeCandidates } from "../../../src/features/notes/mergeCandidates";

const one = (to: LinkTarget["to"], id: string): LinkCandidate => ({
  target: { to, id },
  title: id,
  kind: to === "entity" ? "person" : null,
  matched: id,
  detail: null,
});
const many = (to: LinkTarget["to"], count: number): LinkCandidate[] =>
  Array.from({ length: count }, (_, at) => one(to, `${to}${at}`));
const ids = (candidates: readonly LinkCandidate[]): string[] => candidates.map(({ target }) => target.id);

test("many entities leave room for notes and articles, in the order given", () => {
  const merged = mergeCandidates([...many("entity", 20), ...many("note", 1), ...many("article", 9)], 8);
  expect(ids(merged)).toEqual([
    "entity0", "entity1", "entity2", "entity3", "entity4", "note0", "article0", "article1",
  ]);
});

test("one sort alone takes all rows", () => {
  expect(ids(mergeCandidates(many("note", 12), 3))).toEqual(["note0", "note1", "note2"]);
});

test("no target comes twice, whatever names matched", () => {
  const twice = [one("entity", "kim"), { ...one("entity", "kim"), matched: "김정은" }];
  expect(ids(mergeCandidates(twice, 8))).toEqual(["kim"]);
});

test("nothing found is nothing", () => {
  expect(mergeCandidates([], 8)).toEqual([]);
});

test("a note is not offered to itself, and what comes after takes its row", () => {
  expect(ids(mergeCandidates([...many("note", 3), one("entity", "note0")], 3, "note0"))).toEqual(["note1", "note2", "note0"]);
});
