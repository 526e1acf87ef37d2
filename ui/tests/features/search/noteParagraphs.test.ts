import { expect, test } from "vitest";
import { noteParagraphs } from "../../../src/features/search/noteParagraphs";

const read = (body: string): string[] => noteParagraphs(body, [], 36);

test.each([
  ["# Visit\n\nTo ==read== **soon**", ["Visit", "To read soon"]],
  ["A first paragraph.\n\n- an item\n- [ ] call *her*", ["A first paragraph.", "an item", "call her"]],
  ["3. Mai 2022 traf er ~~sie~~\n\n# 1\\. FC", ["3. Mai 2022 traf er sie", "1. FC"]],
  ["> to [[Nobody]] and [[Geneva|there]]", ["to Nobody and there"]],
  ["5 * 3, snake_case_word and a == b", ["5 * 3, snake_case_word and a == b"]],
  ["| Port | Ships |\n|---|--:|\n| **Rason** | 12 |", ["Port | Ships\nRason | 12"]],
])("%j is read as %j", (body, paragraphs) => {
  expect(read(body)).toEqual(paragraphs);
});

test("links are shown by what they lead to now", () => {
  const id = "01900000-0000-7000-8000-000000000000";
  const labels = [{ target: { to: "entity" as const, id }, title: "Kim Jong Un", kind: "person" as const, gone: false }];
  expect(noteParagraphs(`Ask [[entity:${id}|Kim]]`, labels, 36)).toEqual(["Ask Kim Jong Un"]);
});

test("no more paragraphs are given than are shown", () => {
  expect(noteParagraphs("one\n\ntwo\n\nthree", [], 2)).toEqual(["one", "two"]);
});

test.each(["**a ", "[[", "[](", "_a *b ", "==a", "|-", "\n| a\n-"])("of a huge note of %j only the beginning is read", (marks) => {
  const words = read(marks.repeat(500_000)).join("");
  expect(words.length).toBeLessThanOrEqual(32 * 1024);
});

test("a huge note of blank lines costs no more than its beginning", () => {
  expect(read(`first${"\n".repeat(200_000)}last`)).toEqual(["first"]);
});

test("a letter of two halves is not cut", () => {
  expect(read(`a${"\u{1F600}".repeat(40_000)}`)[0]).toMatch(/\u{1F600}$/u);
});
