// @vitest-environment jsdom
// What is read stays where it is while the text is laid out anew around it.
import { flushSync, mount, tick, unmount } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type { Article } from "../../../src/api/generated";
import { textProps } from "./textProps.svelte";

vi.mock("../../../src/api/client", () => ({ on: () => () => undefined, logProblem: () => undefined, articles: { keepPlace: async () => undefined }, notebook: {} }));

const { default: ArticleText } = await import("../../../src/features/articles/ArticleText.svelte");
const { ArticleModel: Model } = await import("../../../src/features/articles/articleModel.svelte");

const article = {
  id: "a", title: "Title", standfirst: null, byline: [], outlet: null, published: null, updated: null, language: "en", agencies: [], place: null, corrected: [],
  blocks: Array.from({ length: 9 }, (_, line) => ({ kind: "paragraph", text: `Paragraph ${line}`, credit: null, line })),
  pieces: [], provenance: [], warnings: [], mentions: [], proposals: [], entities: [], original: null, read: true, starred: false, archived: false, deleted: false, words: 0, reading: { block: 5, at: 0 }, textVersion: 1,
} as unknown as Article;

/** How high a paragraph is laid out. */
let tall = 100;
let resized: (width: number) => void = () => undefined;
let shown: Record<string, unknown>;
const paper = (): HTMLElement => document.querySelector<HTMLElement>("[role=document]")!;
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await tick();
};

beforeEach(async () => {
  tall = 100;
  vi.stubGlobal("ResizeObserver", class {
    constructor(hear: (entries: unknown[]) => void) { resized = (width) => hear([{ contentRect: { width } }]); }
    observe(): void {}
    disconnect(): void {}
  });
  const fonts = new EventTarget();
  Object.defineProperty(document, "fonts", { value: fonts, configurable: true });
  vi.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockImplementation(function (this: HTMLElement) {
    const block = this.dataset["block"];
    return (block === undefined ? { top: 0, height: 600 } : { top: Number(block) * tall - paper().scrollTop, height: tall }) as DOMRect;
  });
  shown = mount(ArticleText, { target: document.body, props: textProps(new Model(), article) });
  flushSync();
  await settle();
});
afterEach(() => {
  void unmount(shown);
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test("a text opens where it was left, and stays there when its letters have come", async () => {
  expect(paper().scrollTop).toBe(500);
  tall = 120;
  (document.fonts as EventTarget).dispatchEvent(new Event("loadingdone"));
  await settle();
  expect(paper().scrollTop).toBe(600);
});

test("it stays there when its lines become narrower, and only then", async () => {
  resized(480);
  tall = 150;
  resized(480);
  await settle();
  expect(paper().scrollTop).toBe(500);
  resized(320);
  await settle();
  expect(paper().scrollTop).toBe(750);
});
