import { expect, test, vi } from "vitest";

import type { Article, Clipping, Note } from "../../src/api/generated";

vi.mock("../../src/api/client", () => ({ articles: {}, entities: {}, notes: {}, on: () => () => undefined, logProblem: () => undefined, call: async () => undefined }));

const { articleLines, noteLines } = await import("../../src/features/printing/printed");

test("an article is printed with who wrote it, when, where, and its address", () => {
  const article = {
    title: "Minister visits port", language: "en", standfirst: null, outlet: "Harbour Post", byline: ["Ada Orlan"], published: null,
    canonicalUrl: "https://harbour.example/visit", blocks: [{ kind: "paragraph", text: "She came." }, { kind: "listItem", text: "First", lang: "fr" }],
  } as unknown as Article;
  expect(articleLines(article, 2).map(({ is, words, level }) => [is, words, level])).toEqual([
    ["title", "Minister visits port", 2],
    ["about", "Harbour Post, Ada Orlan", undefined],
    ["about", "https://harbour.example/visit", undefined],
    ["paragraph", "She came.", undefined],
    ["item", "First", undefined],
  ]);
});

test("a note is printed with the addresses of its links, and quotes with who said them", () => {
  const quote = {
    id: "01900000-0000-7000-8000-000000000001", anchor: { exact: "firm solidarity" }, quote: { type: "direct", speaker: { name: "Orlan" }, via: null, said: null },
    source: { title: "Message", byline: [], outlet: "Harbour Post", published: null, url: "https://harbour.example/m", language: "en" },
  } as unknown as Clipping;
  const note = {
    title: "Plan", editedAt: "2026-01-01T00:00:00Z", links: [],
    body: `# First\nSee [the list](https://lists.example/ships) and **ask**.\n[[quote:${quote.id}|firm solidarity]]\nAfter it. ![Map](image:${"a".repeat(64)})`,
  } as unknown as Note;
  const lines = noteLines(note, new Map([[quote.id, quote]]), ["Message (https://harbour.example/m)"]);
  expect(lines.slice(2).map(({ is, words }) => [is, words])).toEqual([
    ["heading", "First"],
    ["paragraph", "See the list (https://lists.example/ships) and ask."],
    ["quote", "“firm solidarity” (Orlan; Harbour Post, https://harbour.example/m)"],
    ["paragraph", "After it. [picture: Map]"],
    ["heading", "Articles that it leads to"],
    ["item", "Message (https://harbour.example/m)"],
  ]);
});
