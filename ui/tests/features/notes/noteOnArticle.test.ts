// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type { Article } from "../../../src/api/generated";
import type { ArticleModel } from "../../../src/features/articles/articleModel.svelte";

const shell = vi.hoisted(() => ({ made: [] as string[][] }));
vi.mock("../../../src/api/client", () => ({
  on: () => () => undefined,
  logProblem: () => undefined,
  articles: {},
  appWindow: {},
  notebook: { undoPeek: async () => null, setting: async () => null, setSetting: async () => undefined },
  notes: {
    get: async (id: string) => {
      const made = shell.made[Number(id.slice(1)) - 1];
      if (!made) throw new Error("not_found");
      return { id, title: made[0], body: made[1], deleted: false };
    },
    create: async (title: string, body: string) => ({ id: `n${shell.made.push([title, body])}`, title, body }),
  },
}));

const { default: NoteCommands } = await import("../../../src/features/notes/NoteCommands.svelte");
const { default: ReaderMenu } = await import("../../../src/features/articles/ReaderMenu.svelte");
const { isUnwritten } = await import("../../../src/features/notes/newNote");
const { takeTyped } = await import("../../../src/features/notes/typedAhead");
const { listenForKeys } = await import("../../../src/keys/dispatch.svelte");
const { navigation, resetNavigation, setBeside } = await import("../../../src/state/navigation.svelte");

const article = { id: "0190", title: "The [draft]\n treaty", deleted: false, read: true } as Article;
const LINK = "[[article:0190|The (draft) treaty]]\n\n";
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
  flushSync();
};

let stops: (() => void)[] = [];
/** A reader with its menu, in the pane beside or not. */
function open(beside: boolean): HTMLElement {
  document.body.innerHTML = '<div data-scope="reader"><button id="text"></button></div><button id="other"></button>';
  const reader = document.querySelector<HTMLElement>("[data-scope=reader]")!;
  const commands = mount(NoteCommands, { target: document.body });
  const menu = mount(ReaderMenu, { target: reader, props: { model: { tab: "article" } as ArticleModel, article, beside } });
  flushSync();
  stops = [listenForKeys(), () => void unmount(menu), () => void unmount(commands)];
  return reader;
}
const press = async (id: string): Promise<void> => {
  const at = document.getElementById(id)!;
  at.focus();
  at.dispatchEvent(new KeyboardEvent("keydown", { key: "n", code: "KeyN", bubbles: true, cancelable: true }));
  await settle();
};

beforeEach(() => {
  vi.stubGlobal("ResizeObserver", class { observe(): void {} disconnect(): void {} });
  shell.made = [];
  resetNavigation({ view: "library", article: article.id });
});
afterEach(() => {
  takeTyped();
  for (const stop of stops.splice(0).toReversed()) stop();
});

test("n in the reader makes a note that begins with a link to the article, beside it", async () => {
  open(false);
  await press("text");
  expect(shell.made).toEqual([["", LINK]]);
  expect(navigation.place).toMatchObject({ view: "library", article: article.id });
  expect(navigation.beside).toEqual({ view: "note", id: "n1" });
});

test("the same by its menu; pressed again, the note that nobody wrote in is the one", async () => {
  const reader = open(false);
  for (let turn = 0; turn < 2; turn += 1) {
    reader.querySelector<HTMLButtonElement>('[aria-label="More"], [aria-label^="More"]')!.click();
    flushSync();
    [...reader.querySelectorAll("button")].find(({ textContent }) => textContent?.includes("New note on this article"))!.click();
    await settle();
  }
  expect(shell.made.length).toBe(1);
  expect(navigation.beside).toEqual({ view: "note", id: "n1" });
});

test("of an article in the pane beside the note comes into the main one", async () => {
  setBeside({ view: "article", id: article.id });
  open(true);
  await press("text");
  expect(navigation.place).toEqual({ view: "note", id: "n1" });
  expect(navigation.beside).toEqual({ view: "article", id: article.id });
});

test("elsewhere a new note is empty and opens by itself", async () => {
  open(false);
  await press("other");
  expect(shell.made).toEqual([["", ""]]);
  expect(navigation.place).toEqual({ view: "note", id: "n1" });
});

test("a note with nothing but the link that it began with is unwritten", () => {
  expect(isUnwritten(LINK)).toBe(true);
  expect(isUnwritten(" \n")).toBe(true);
  expect(isUnwritten(`${LINK}A word`)).toBe(false);
  expect(isUnwritten(`${LINK}${LINK}`)).toBe(false);
});
