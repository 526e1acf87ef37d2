// @vitest-environment jsdom
import { flushSync, mount, unmount, type Component } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { CommandError } from "../../../src/api/errors";
import type { PickPreview } from "../../../src/api/generated";
import type { Asked } from "../../../src/features/texts/byHand.svelte";

const shell = vi.hoisted(() => ({
  pickable: (): unknown => ({ html: '<div data-block="1"><p data-block="2">One</p><p data-block="3">Two</p></div>', original: "1", host: "example.org" }),
  preview: (_blocks: number[]): Promise<unknown> => Promise.resolve(null),
  closing: [] as (() => void)[],
  picked: [] as unknown[],
}));

vi.mock("../../../src/api/client", () => ({
  on: (event: string, hear: () => void) => {
    if (event === "closing") shell.closing.push(hear);
    return () => (shell.closing = shell.closing.filter((other) => other !== hear));
  },
  logProblem: () => undefined,
  notebook: { undoPeek: async () => null },
  articles: {},
  imports: {},
  texts: {
    pickable: async () => shell.pickable(),
    preview: (_of: unknown, _original: string, blocks: number[]) => shell.preview(blocks),
    pick: async (...all: unknown[]) => shell.picked.push(all),
    typeIn: async () => "a",
  },
}));

const { byHand } = await import("../../../src/features/texts/byHand.svelte");
const { default: PickDialog } = await import("../../../src/features/texts/PickDialog.svelte");
const { default: TypeDialog } = await import("../../../src/features/texts/TypeDialog.svelte");

const asked: Asked = { way: "pick", of: { of: "article", id: "a" }, name: "Name", language: null, title: "T", text: "before", original: false };
let shown: Record<string, unknown> | null = null;

function show(dialog: Component<{ asked: Asked }>): void {
  shown = mount(dialog, { target: document.body, props: { asked } });
  flushSync();
}
function hide(): void {
  if (shown) void unmount(shown);
  shown = null;
  flushSync();
}
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  flushSync();
};
const button = (label: string): HTMLButtonElement => [...document.querySelectorAll("button")].find(({ textContent }) => textContent?.trim() === label)!;
const page = (): HTMLElement => document.querySelector<HTMLElement>("[role=group]")!;
const key = (name: string): void => {
  page().dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true }));
  flushSync();
};

/** The frame as a browser loads it: jsdom reads no `srcdoc`. */
async function openPage(): Promise<void> {
  show(PickDialog);
  await settle();
  const frame = document.querySelector("iframe")!;
  frame.contentDocument!.body.innerHTML = (shell.pickable() as { html: string }).html;
  frame.dispatchEvent(new Event("load"));
  flushSync();
}

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  // jsdom lays nothing out and opens no dialog.
  vi.stubGlobal("ResizeObserver", class { observe(): void {} disconnect(): void {} });
  HTMLDialogElement.prototype.showModal = function () { this.open = true; };
  HTMLDialogElement.prototype.close = function () { this.open = false; };
  shell.preview = async () => ({ paragraphs: 1, words: 2, first: "One", last: "" }) satisfies PickPreview;
});
afterEach(() => {
  hide();
  vi.useRealTimers();
});

test("an outlet is remembered by itself only where the pick says where articles stand", async () => {
  await openPage();
  const remember = () => document.querySelector<HTMLInputElement>("input[type=checkbox]")!;
  expect(document.body.textContent).toContain("Later pages of example.org are read the same way");
  key("ArrowUp"); // the first block: the one around all
  key("ArrowDown");
  key("Enter"); // one paragraph
  await settle();
  expect(remember().checked).toBe(false);
  key("ArrowUp");
  key("Enter"); // what is around it
  await settle();
  expect(remember().checked).toBe(true);
  remember().click();
  flushSync();
  key("Enter");
  key("Enter");
  await settle();
  expect(remember().checked).toBe(false);
});

test("a preview that fails is said, and the one before is no longer offered", async () => {
  await openPage();
  key("ArrowUp");
  key("Enter");
  await settle();
  expect(button("Use this text").disabled).toBe(false);
  shell.preview = () => Promise.reject(new CommandError("internal", "", "text_preview"));
  key("ArrowDown");
  key("Enter");
  await settle();
  expect(button("Use this text").disabled).toBe(true);
  expect(document.body.textContent).toContain("What this gives could not be read.");
  expect(document.body.textContent).not.toContain("1 paragraph");
});

test("an original that has come meanwhile is shown, and nothing of the one before is picked in it", async () => {
  await openPage();
  key("ArrowUp");
  const pickable = shell.pickable;
  shell.pickable = () => ({ html: '<p data-block="1">Other</p>', original: "2", host: null });
  shell.preview = () => Promise.reject(new CommandError("conflict", "", "text_preview"));
  key("Enter");
  await settle();
  expect(document.querySelector("iframe")!.srcdoc).toContain("Other");
  expect(document.querySelectorAll(".picked")).toHaveLength(0);
  expect(button("Use this text").disabled).toBe(true);
  expect(document.body.textContent).toContain("Another original came meanwhile");
  shell.pickable = pickable;
});

test("while the next preview is awaited, the pick can't be used", async () => {
  await openPage();
  key("ArrowUp");
  key("Enter");
  await settle();
  shell.preview = () => new Promise(() => undefined);
  key("ArrowDown");
  key("Enter");
  await settle();
  expect(button("Use this text").disabled).toBe(true);
});

test("an original without a page is said to have nothing to point at, and its text can be typed", async () => {
  const pickable = shell.pickable;
  shell.pickable = () => {
    throw new CommandError("not_found", "an original that can be pointed at", "text_pickable");
  };
  show(PickDialog);
  await settle();
  expect(document.body.textContent).toContain("Nothing in this original can be pointed at.");
  expect(document.body.textContent).not.toContain("no longer in the notebook");
  button("Type the text…").click();
  expect(byHand.asked?.way).toBe("type");
  byHand.end(byHand.asked!);
  shell.pickable = pickable;
});

test("a press on plain words leaves the focus where keys act", async () => {
  await openPage();
  expect(document.activeElement).toBe(page());
  page().blur();
  vi.runAllTimers();
  expect(document.activeElement).toBe(page());
});

function type(text: string): void {
  const field = document.querySelector("textarea")!;
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  flushSync();
}

test("what is typed is kept after a pause and when the window closes, and is there again", () => {
  show(TypeDialog);
  type("typed one two");
  expect(document.body.textContent).not.toContain("3 words");
  vi.advanceTimersByTime(250);
  flushSync();
  expect(document.body.textContent).toContain("3 words");
  type("typed at once");
  for (const hear of shell.closing) hear();
  hide();
  show(TypeDialog);
  expect(document.querySelector("textarea")!.value).toBe("typed at once");
  expect(document.body.textContent).toContain("What you typed before is here again.");
  button("Start anew").click();
  flushSync();
  expect(document.querySelector("textarea")!.value).toBe("before");
  expect(localStorage.length).toBe(0);
});

test("Ctrl+Q reaches the window from a dialog, other keys do not", () => {
  const heard: string[] = [];
  const hear = (event: KeyboardEvent): void => void heard.push(event.key);
  window.addEventListener("keydown", hear);
  show(TypeDialog);
  for (const name of ["q", "f"]) document.querySelector("textarea")!.dispatchEvent(new KeyboardEvent("keydown", { key: name, ctrlKey: true, bubbles: true }));
  window.removeEventListener("keydown", hear);
  expect(heard).toEqual(["q"]);
});
