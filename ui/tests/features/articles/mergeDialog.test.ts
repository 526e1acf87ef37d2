// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type { Article, SearchHit } from "../../../src/api/generated";

const hit = (id: string): SearchHit =>
  ({ title: [id], snippet: [], via: [], score: 1, target: { hit: "article", id, outlet: null, published: null, language: null, at: null, wire: null } }) as unknown as SearchHit;
const shell = vi.hoisted(() => ({ answer: (_hits: unknown[]): void => undefined, merged: [] as string[] }));

vi.mock("../../../src/api/client", () => ({
  logProblem: () => undefined,
  notebook: { undoPeek: async () => null },
  search: {
    related: async () => [hit("related")],
    run: () => new Promise((resolve) => (shell.answer = (hits) => resolve({ hits }))),
  },
  wire: { merge: async (_article: string, other: string) => void shell.merged.push(other) },
}));

const { default: MergeDialog } = await import("../../../src/features/articles/MergeDialog.svelte");

HTMLDialogElement.prototype.showModal = function showModal(): void {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close(): void {
  this.open = false;
};
Element.prototype.scrollIntoView = () => undefined;

let shown: Record<string, unknown> | null = null;
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  if (shown) void unmount(shown);
  vi.useRealTimers();
});

test("Enter acts on no result of other words than those in the field", async () => {
  shown = mount(MergeDialog, { target: document.body, props: { article: { id: "a", title: "A", wire: null } as unknown as Article } });
  const settle = async (): Promise<void> => {
    flushSync();
    await vi.advanceTimersByTimeAsync(500);
    flushSync();
  };
  await settle();
  const field = document.querySelector("input")!;
  const enter = (): void => void field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
  expect(document.querySelectorAll("[role=option]")).toHaveLength(1);
  field.value = "harbour";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await settle();
  enter();
  await settle();
  expect(shell.merged).toEqual([]);
  shell.answer([hit("found")]);
  await settle();
  enter();
  await settle();
  expect(shell.merged).toEqual(["found"]);
});
