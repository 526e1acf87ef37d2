// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { afterEach, expect, test, vi } from "vitest";

import type { IndexHealth as Health } from "../../../src/api/generated";

const counts = (articles: number): Health["kept"] => ({ articles, notes: 1, entities: 1, quotes: 1 });
const shell = vi.hoisted(() => ({ health: null as unknown }));

vi.mock("../../../src/api/client", () => ({
  logProblem: () => undefined,
  notebook: { indexHealth: async () => shell.health, indexRebuild: async () => undefined },
}));

const { run } = await import("../../../src/keys/dispatch.svelte");
const { default: IndexHealth } = await import("../../../src/features/index-health/IndexHealth.svelte");
const { healthWords } = await import("../../../src/strings/en");

HTMLDialogElement.prototype.showModal = function showModal(): void {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close(): void {
  this.open = false;
};
let shown: Record<string, unknown> | null = null;
afterEach(() => {
  if (shown) void unmount(shown);
});

async function said(health: Partial<Health>): Promise<string> {
  const whole: Health = { covered: counts(3), kept: counts(3), waiting: 0, bytes: 1, segments: 1, version: 5, newestVersion: 5, rebuild: null, elsewhere: false, problem: null };
  shell.health = { ...whole, ...health };
  shown = mount(IndexHealth, { target: document.body });
  flushSync();
  run("index.health");
  flushSync();
  await new Promise((resolve) => setTimeout(resolve, 0));
  flushSync();
  const words = document.querySelector("[role=status]")?.textContent ?? "none";
  await unmount(shown);
  shown = null;
  return words;
}

test("nothing is said to differ only where all that is kept is covered", async () => {
  expect(await said({})).toBe(healthWords.current);
  expect(await said({ covered: counts(2) })).toBe("");
  expect(await said({ waiting: 1 })).toBe("");
});

test("how far a new index is, is read out in tenths", async () => {
  expect(await said({ rebuild: { done: 57, of: 100, behind: true } })).toBe(healthWords.behind("50", "100"));
});
