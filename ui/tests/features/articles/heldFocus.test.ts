// @vitest-environment jsdom
import { flushSync, mount, tick, unmount } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type { Article, Mention } from "../../../src/api/generated";
import { textProps, type TextProps } from "./textProps.svelte";

vi.mock("../../../src/api/client", () => ({ on: () => () => undefined, logProblem: () => undefined, articles: {}, notebook: {} }));

const { default: ArticleText } = await import("../../../src/features/articles/ArticleText.svelte");
const { ArticleModel: Model } = await import("../../../src/features/articles/articleModel.svelte");

const TEXTS = ["He met Putin in Moscow on Monday", "Kim Jong Un left for Seoul"];
const name = (id: string, block: number, words: string, status = "suggested"): Mention => {
  const start = TEXTS[block]!.indexOf(words);
  return { id, name: words, entity: "", kind: "person", status, anchor: { span: { block, start, end: start + words.length }, exact: words } } as unknown as Mention;
};
const [PUTIN, MOSCOW, KIM] = [name("putin", 0, "Putin"), name("moscow", 0, "Moscow"), name("kim", 1, "Kim Jong Un")];

const article = (mentions: Mention[], id = "a"): Article =>
  ({
    id, title: "Title", standfirst: null, byline: [], outlet: null, published: null, updated: null, language: "en", agencies: [], place: null, corrected: [],
    blocks: TEXTS.map((text, line) => ({ kind: "paragraph", text, credit: null, line })),
    pieces: [], provenance: [], warnings: [], mentions, proposals: [], entities: [], original: null, read: true, starred: false, archived: false, deleted: false, words: 0, reading: null, textVersion: 1,
  }) as unknown as Article;

let props: TextProps;
let shown: Record<string, unknown>;
const focusOn = (id: string): void => document.querySelector<HTMLElement>(`[data-mention="${id}"]`)!.focus();
const focused = (): string | undefined => (document.activeElement as HTMLElement).dataset["mention"];
const draw = async (next: Article): Promise<void> => {
  props.article = next;
  flushSync();
  await tick();
  await tick();
};

beforeEach(() => {
  props = textProps(new Model(), article([MOSCOW, KIM]));
  shown = mount(ArticleText, { target: document.body, props });
  flushSync();
});
afterEach(() => void unmount(shown));

test("a name keeps the focus when others are found before it", async () => {
  focusOn("moscow");
  await draw(article([PUTIN, MOSCOW, KIM]));
  expect(focused()).toBe("moscow");
  await draw(article([MOSCOW, KIM]));
  expect(focused()).toBe("moscow");
});

test("what a suggestion has become in its place has the focus", async () => {
  focusOn("moscow");
  await draw(article([PUTIN, name("tagged", 0, "Moscow", "confirmed"), KIM]));
  expect(focused()).toBe("tagged");
});

test("where a name has gone the next one has the focus, then the last, then the text", async () => {
  focusOn("moscow");
  await draw(article([PUTIN, KIM]));
  expect(focused()).toBe("kim");
  await draw(article([PUTIN]));
  expect(focused()).toBe("putin");
  await draw(article([]));
  expect(document.activeElement?.getAttribute("role")).toBe("document");
});

test("in another article the text has the focus, and who has left keeps what they went to", async () => {
  focusOn("moscow");
  await draw(article([PUTIN], "b"));
  expect(document.activeElement?.getAttribute("role")).toBe("document");
  await draw(article([MOSCOW], "b"));
  focusOn("moscow");
  const field = document.body.appendChild(document.createElement("input"));
  field.focus();
  field.blur();
  await draw(article([PUTIN], "b"));
  expect(document.activeElement).toBe(document.body);
  field.remove();
});

test("the text has the focus when its words were corrected or a paragraph was removed", async () => {
  const { correcting } = props.model;
  vi.spyOn(correcting, "save").mockImplementation(async () => correcting.close());
  vi.spyOn(correcting, "remove").mockImplementation(async () => correcting.close());
  for (const button of ["Save", "Remove the paragraph"]) {
    correcting.open(props.article, { block: 0, what: "rewrite" });
    flushSync();
    const [field, act] = [document.querySelector("textarea")!, [...document.querySelectorAll("button")].find((each) => each.textContent.trim() === button)!];
    expect(document.activeElement).toBe(field);
    act.focus();
    act.click();
    await vi.waitFor(() => expect(document.activeElement?.getAttribute("role")).toBe("document"));
  }
});
