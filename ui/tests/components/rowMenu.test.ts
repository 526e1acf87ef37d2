// @vitest-environment jsdom
import { createRawSnippet, flushSync, mount, tick, unmount } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const { default: VirtualList } = await import("../../src/components/VirtualList.svelte");
const { provide, saying } = await import("../../src/keys/dispatch.svelte");

const rows = ["One", "Two"];
const source = { total: 2, version: 0, row: (index: number) => rows[index], ensure: () => undefined };
let shown: Record<string, unknown> | null = null;
let became: number[] = [];
let did: string[] = [];
let stop: (() => void) | undefined;

beforeEach(() => {
  vi.stubGlobal("ResizeObserver", class { observe(): void {} unobserve(): void {} disconnect(): void {} });
  vi.stubGlobal("CSS", { escape: (text: string) => text });
  became = [];
  did = [];
  stop = provide({ "list.open": () => void did.push("open"), "list.delete": () => void did.push("delete") }) as () => void;
  const row = createRawSnippet<[string]>((name) => ({ render: () => `<span>${name()}</span>` }));
  shown = mount(VirtualList as never, {
    target: document.body,
    props: { source, estimate: 20, label: "Things", active: 0, row, onactive: (index: number) => became.push(index), actions: ["list.open", "article.star", "list.delete"] },
  } as never);
  flushSync();
});
afterEach(() => {
  stop?.();
  if (shown) void unmount(shown);
  document.body.replaceChildren();
});

const items = (): string[] => [...document.querySelectorAll("[role=menuitem]")].map((item) => item.firstChild?.textContent ?? "");

test("the right button makes the row the current one and offers what it can do", async () => {
  const row = document.querySelector('[data-index="1"]')!;
  const event = new MouseEvent("contextmenu", { bubbles: true, cancelable: true });
  row.dispatchEvent(event);
  flushSync();
  expect(event.defaultPrevented).toBe(true);
  expect(became).toEqual([1]);
  // Nobody on screen can star.
  expect(items()).toEqual(["Open", "Delete"]);
  document.querySelectorAll<HTMLElement>("[role=menuitem]")[1]!.click();
  for (let turn = 0; turn < 5; turn += 1) await tick();
  expect(did).toEqual(["delete"]);
  flushSync();
  expect(items()).toEqual([]);
});

test("of a command that does one of two things the menu says which", () => {
  let starred = false;
  const last = provide({ "article.star": saying(() => (starred ? "Take the star away" : "Star"), () => undefined) }) as () => void;
  for (const said of ["Star", "Take the star away"]) {
    document.querySelector('[data-index="1"]')!.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true }));
    flushSync();
    expect(items()).toEqual(["Open", said, "Delete"]);
    document.querySelector("[role=menu]")!.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
    flushSync();
    starred = true;
  }
  last();
});

test("the Menu key and Shift+F10 open it at the current row", () => {
  const box = document.querySelector<HTMLElement>("[role=listbox]")!;
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue({ left: 0, right: 100, top: 0, bottom: 20, width: 100, height: 20 } as DOMRect);
  for (const key of [{ key: "ContextMenu" }, { key: "F10", shiftKey: true }]) {
    box.focus();
    box.dispatchEvent(new KeyboardEvent("keydown", { ...key, bubbles: true, cancelable: true }));
    flushSync();
    expect(items()).toEqual(["Open", "Delete"]);
    document.querySelector("[role=menu]")!.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
    flushSync();
    expect(items()).toEqual([]);
  }
  expect(became).toEqual([]);
});

test("among several that are chosen it offers what is done to all, and a row beside them is alone", () => {
  if (shown) void unmount(shown);
  let marked = new Set(["One"]);
  const row = createRawSnippet<[string]>((name) => ({ render: () => `<span>${name()}</span>` }));
  const many = {
    source, estimate: 20, label: "Things", active: 1, row, onactive: (index: number) => became.push(index),
    actions: ["list.open", "list.delete"], actionsOfMany: ["list.delete"], isMarked: (name: string) => marked.has(name), onunmark: () => (marked = new Set()),
  };
  shown = mount(VirtualList as never, { target: document.body, props: many } as never);
  flushSync();
  const press = (index: number): void => {
    document.querySelector(`[data-index="${index}"]`)!.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true }));
    flushSync();
  };
  press(0);
  expect([items(), marked.size, became]).toEqual([["Delete"], 1, []]);
  // The current row, too, is another than the chosen one.
  press(1);
  expect([items(), marked.size, became]).toEqual([["Open", "Delete"], 0, []]);
});
