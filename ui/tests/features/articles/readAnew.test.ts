// @vitest-environment jsdom
// An article is fetched again after every change of its names: what is drawn of its text stays.
import { flushSync, mount, tick, unmount } from "svelte";
import { expect, test, vi } from "vitest";

import type { Article } from "../../../src/api/generated";
import { textProps } from "./textProps.svelte";

vi.mock("../../../src/api/client", () => ({ on: () => () => undefined, logProblem: () => undefined, articles: { keepPlace: async () => undefined }, notebook: {} }));

const { default: ArticleText } = await import("../../../src/features/articles/ArticleText.svelte");
const { ArticleModel: Model } = await import("../../../src/features/articles/articleModel.svelte");

const BLOCKS = [
  ["paragraph", "Ships left the port."],
  ["paragraph", "More are waiting."],
  ["tableRow", "Week | Ships"],
  ["tableRow", "16 | 12"],
] as const;

const article = (): Article =>
  ({
    id: "a", title: "Title", standfirst: null, byline: [], outlet: null, published: null, updated: null, language: "en", agencies: [], place: null, corrected: [],
    blocks: BLOCKS.map(([kind, text], line) => ({ kind, text, credit: null, line })),
    pieces: [], provenance: [], warnings: [], mentions: [], proposals: [], entities: [], original: null, read: true, starred: false, archived: false, deleted: false, words: 0, reading: null, textVersion: 1,
  }) as unknown as Article;

test("paragraphs, cells and what is selected in them stay when an article is read anew", async () => {
  const model = new Model();
  const props = textProps(model, article());
  const shown = mount(ArticleText, { target: document.body, props });
  flushSync();
  const drawn = (): Element[] => [...document.querySelectorAll("[data-block], [role=cell], [role=columnheader]")];
  const before = drawn();
  expect(before).toHaveLength(BLOCKS.length + 1 + 4);
  const words = document.querySelector('[data-block="1"]')?.firstChild;
  getSelection()?.selectAllChildren(words?.parentNode ?? document.body);
  props.article = article();
  flushSync();
  await tick();
  expect(drawn()).toEqual(before);
  expect(drawn().every((element, at) => element === before[at])).toBe(true);
  expect(getSelection()?.toString()).toBe("More are waiting.");
  unmount(shown);
});

test("a row that was corrected has its pencil in its last cell, and no words more", () => {
  const model = new Model();
  const shown = mount(ArticleText, { target: document.body, props: textProps(model, { ...article(), corrected: [1, 3] }) });
  flushSync();
  const row = document.querySelector('[data-block="3"]');
  const pencil = row?.querySelector('[role=img][aria-label="corrected by hand"]');
  expect(pencil?.closest("[role=cell]")).toBe(row?.querySelector("[role=cell]:last-child"));
  expect(row?.parentElement?.children).toHaveLength(1);
  expect(row?.textContent).toBe("16 | 12");
  expect(document.querySelector('[data-block="1"]')?.textContent).toBe("More are waiting.");
  expect(document.querySelector('[data-block="0"] [role=img]')).toBeNull();
  unmount(shown);
});
