// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type { NoteSession } from "../../../src/features/notes/session.svelte";

const shell = vi.hoisted(() => ({ did: [] as unknown[], answer: [] as (() => void)[] }));
vi.mock("../../../src/api/client", () => ({
  on: () => () => undefined,
  logProblem: () => undefined,
  notebook: { undoPeek: async () => null },
  notes: {
    versions: async () => [5, 4, 3, 2].map((version) => ({ version, madeAt: "2026-01-01T00:00:00Z", cause: "typed", sittingEnd: true })),
    diff: (_: string, version: number) => {
      shell.did.push(["diff", version]);
      return new Promise((resolve) => shell.answer.push(() => resolve({ diff: { added: version, removed: 0, parts: [], blocks: [] }, cut: false })));
    },
    restoreVersion: async (_: string, version: number) => void shell.did.push(["restore", version]),
  },
}));
vi.mock("../../../src/features/articles/DiffText.svelte", () => ({ default: () => undefined }));
const { default: HistoryDialog } = await import("../../../src/features/notes/HistoryDialog.svelte");

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
  flushSync();
};
const list = (): HTMLElement => document.querySelector<HTMLElement>("[role=listbox]")!;
const chosen = (): HTMLElement => document.querySelector<HTMLElement>("[aria-selected=true]")!;
const options = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("[role=option]")];
const press = (from: HTMLElement): void => {
  from.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true, cancelable: true }));
  flushSync();
};
const restore = (): HTMLButtonElement => [...document.querySelectorAll("button")].find(({ textContent }) => textContent === "Restore this text")!;

let shown: Record<string, unknown>;
async function open(session: Partial<NoteSession>): Promise<void> {
  shown = mount(HistoryDialog, {
    target: document.body,
    props: { session: { id: "n", flush: async () => undefined, refresh: async () => undefined, dirty: false, save: { is: "saved" }, ...session } as unknown as NoteSession, onclose: () => undefined },
  });
  await settle();
}
beforeEach(() => {
  HTMLDialogElement.prototype.showModal = () => undefined;
  HTMLDialogElement.prototype.close = () => undefined;
  HTMLElement.prototype.scrollIntoView = () => undefined;
  shell.did = [];
  shell.answer = [];
});
afterEach(() => void unmount(shown));

test("arrows go from one version to the next, also after a press on a row, and say which", async () => {
  await open({});
  expect(document.activeElement).toBe(list());
  options()[0]!.click();
  flushSync();
  press(options()[0]!);
  expect(chosen()).toBe(options()[1]);
  expect(list().getAttribute("aria-activedescendant")).toBe(chosen().id);
});

test("of the versions passed on the way only the last is compared", async () => {
  await open({});
  for (let times = 0; times < 3; times += 1) press(list());
  shell.answer[0]!();
  await settle();
  expect(shell.did).toEqual([["diff", 5], ["diff", 2]]);
});

test("nothing is brought back over a text that is not saved", async () => {
  await open({ save: { is: "conflict" } as NoteSession["save"], dirty: true });
  expect(restore().disabled).toBe(true);
  expect(document.body.textContent).toContain("What you typed is not saved yet.");
});
