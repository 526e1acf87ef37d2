// @vitest-environment jsdom
// The page of a long text is slow to make in jsdom on a busy machine.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type { Article } from "../../../src/api/generated";
import type { ArticleModel } from "../../../src/features/articles/articleModel.svelte";

vi.mock("../../../src/api/client", () => ({ on: () => () => undefined, logProblem: () => undefined, articles: {}, notebook: {} }));

const { default: ArticleText } = await import("../../../src/features/articles/ArticleText.svelte");
const { ArticleModel: Model } = await import("../../../src/features/articles/articleModel.svelte");

const LONG = 1_200;
const article = {
  id: "a", title: "Title", standfirst: null, byline: [], outlet: null, published: null, updated: null, language: "en", agencies: [], place: null,
  blocks: Array.from({ length: LONG }, (_, line) => ({ kind: "paragraph", text: `Paragraph ${line} of a ferry`, credit: null, line })),
  pieces: [], provenance: [], warnings: [], mentions: [], proposals: [], entities: [], original: null, read: true, starred: false, archived: false, deleted: false, words: 0, reading: null, textVersion: 1,
} as unknown as Article;

/** What the browser would say of which slices are near. */
let seen: (slices: Record<number, boolean>) => void = () => undefined;
let model: ArticleModel;
let shown: Record<string, unknown>;
const drawn = (): number => document.querySelectorAll("[data-block]").length;
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) {
    await Promise.resolve();
    flushSync();
  }
};

beforeEach(() => {
  vi.stubGlobal("IntersectionObserver", class {
    constructor(hear: (entries: unknown[]) => void) {
      seen = (slices) => hear(Object.entries(slices).map(([at, isIntersecting]) => ({ target: document.querySelector(`[data-slice="${at}"]`), isIntersecting })));
    }
    observe(): void {}
    disconnect(): void {}
  });
  model = new Model();
  model.article = article;
  shown = mount(ArticleText, { target: document.body, props: { model, article, current: [], onmention: () => undefined, onclipping: () => undefined } });
  flushSync();
});
afterEach(() => void unmount(shown));

test("of a long text only what is near is drawn, and all of it has room", () => {
  expect(drawn()).toBeLessThan(150);
  expect(document.querySelectorAll("[data-slice]")).toHaveLength(LONG / 100);
  seen({ 0: true, 1: true });
  expect(document.querySelector('[data-block="199"]')).not.toBeNull();
  seen({ 0: false, 1: false, 7: true });
  expect(document.querySelector('[data-block="0"]')).toBeNull();
  expect(document.querySelector('[data-block="700"]')?.textContent).toBe("Paragraph 700 of a ferry");
  expect(drawn()).toBeLessThan(150);
});

test("a place far down is drawn when it is gone to, and stays while keys act on it", async () => {
  model.at = { block: 1_077, start: 0, end: 9 };
  await settle();
  expect(document.querySelector('[data-block="1077"] mark.hit')?.textContent).toBe("Paragraph");
  seen({ 0: true, 10: false });
  expect(document.querySelector('[data-block="1077"]')).not.toBeNull();
});

test("a match far down is drawn when it is the current one", async () => {
  model.find = { open: true, words: "paragraph 923 ", current: 0, given: null };
  flushSync();
  await settle();
  expect(document.querySelector("mark.at")?.textContent).toBe("Paragraph 923 ");
});

test("what is selected is not taken away", () => {
  seen({ 0: true, 1: true });
  const range = document.createRange();
  range.selectNodeContents(document.querySelector('[data-block="3"]')!);
  getSelection()?.addRange(range);
  seen({ 0: false, 1: false, 9: true });
  expect(document.querySelector('[data-block="3"]')).not.toBeNull();
  expect(document.querySelector('[data-block="150"]')).toBeNull();
  getSelection()?.removeAllRanges();
  seen({ 9: true });
  expect(document.querySelector('[data-block="3"]')).toBeNull();
});
