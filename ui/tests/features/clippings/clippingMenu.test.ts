// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type { Article, Clipping as Kept, ClippingFacts } from "../../../src/api/generated";
import type { ArticleModel } from "../../../src/features/articles/articleModel.svelte";

const shell = vi.hoisted(() => ({ did: [] as unknown[], kept: {} as Record<string, unknown>, fails: false }));

vi.mock("../../../src/api/client", () => ({
  logProblem: () => undefined,
  on: () => () => undefined,
  notebook: { undoPeek: async () => null, setSetting: async () => undefined, setting: async () => null },
  notes: { list: async () => ({ total: 0, offset: 0, rows: [] }) },
  entities: { complete: async () => [] },
}));
vi.mock("../../../src/api/clippings", () => ({
  clippings: {
    propose: async () => Promise.reject(new Error("not asked here")),
    change: async (id: string, facts: ClippingFacts) => {
      await Promise.resolve();
      if (shell.fails) throw new Error("disk full");
      shell.did.push(["change", facts.comment, facts.quote?.speaker?.name ?? null]);
      return (shell.kept = { ...shell.kept, id, comment: facts.comment, colour: facts.colour });
    },
    delete: async (ids: string[]) => void shell.did.push(["delete", ids]),
  },
}));

const { default: Clipping } = await import("../../../src/features/clippings/Clipping.svelte");
vi.stubGlobal("ResizeObserver", class { observe(): void {} disconnect(): void {} });

const party = { entity: "kim", kind: "person", name: "Kim Jong Un", words: "" };
const quote = { type: "direct", speaker: party, via: null, original: null, said: null };
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
  flushSync();
};
const field = (label: string): HTMLInputElement => document.querySelector<HTMLInputElement>(`[aria-label="${label}"]`)!;
const button = (words: string): HTMLButtonElement => [...document.querySelectorAll("button")].find(({ textContent }) => textContent?.includes(words))!;

let shown: { open(id: string, element: HTMLElement): void };
beforeEach(async () => {
  shell.did = [];
  shell.fails = false;
  shell.kept = { id: "c", article: "a", colour: "yellow", comment: "before", quote, source: { published: null }, anchor: { exact: "firm solidarity", span: { block: 1, start: 0, end: 4 } } };
  const model = { clippings: { all: [shell.kept as unknown as Kept], again: async () => undefined }, tagging: null } as unknown as ArticleModel;
  const article = { id: "a", language: "en", blocks: [] as Article["blocks"] } as Article;
  shown = mount(Clipping, { target: document.body, props: { model, article, wordsAt: () => [], onleft: () => undefined } });
  flushSync();
  shown.open("c", document.body);
  flushSync();
  await settle();
  const comment = field("Comment");
  comment.value = "checked with the ministry";
  comment.dispatchEvent(new Event("input", { bubbles: true }));
  flushSync();
});
afterEach(() => void unmount(shown));

test("a comment that was typed is in the quote that is edited next", async () => {
  button("Edit the quote").click();
  await settle();
  expect(shell.did).toEqual([["change", "checked with the ministry", "Kim Jong Un"]]);
  expect(field("Comment").value).toBe("checked with the ministry");
  button("Save").click();
  await settle();
  expect(shell.did.at(-1)).toEqual(["change", "checked with the ministry", "Kim Jong Un"]);
});

test("a comment that was typed is kept before the quote is deleted", async () => {
  button("Delete").click();
  await settle();
  expect(shell.did).toEqual([["change", "checked with the ministry", "Kim Jong Un"], ["delete", ["c"]]]);
});

test("nothing is deleted where the comment could not be kept", async () => {
  shell.fails = true;
  button("Delete").click();
  await settle();
  expect(shell.did).toEqual([]);
});

test("a colour leaves the card open, and what is typed next is its comment", async () => {
  const commands: string[] = [];
  const heard = (event: KeyboardEvent): void => void commands.push(event.key);
  window.addEventListener("keydown", heard);
  const green = document.querySelector<HTMLButtonElement>('[aria-label="Green"]')!;
  green.focus();
  for (const key of ["j", "a", "e"]) green.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  window.removeEventListener("keydown", heard);
  expect(commands).toEqual([]);
  green.click();
  await settle();
  expect(shell.kept.colour).toBe("green");
  expect(document.activeElement).toBe(field("Comment"));
  expect(field("Comment").value).toBe("checked with the ministry");
  expect(green.getAttribute("aria-checked")).toBe("true");
  button("Delete").click();
  await settle();
  expect(shell.did.slice(-2)).toEqual([["change", "checked with the ministry", "Kim Jong Un"], ["delete", ["c"]]]);
});
