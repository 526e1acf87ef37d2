// @vitest-environment jsdom
import { flushSync } from "svelte";
import { expect, test, vi } from "vitest";

const shell = vi.hoisted(() => ({ asked: [] as string[][], hear: (_: unknown): void => undefined }));
vi.mock("../../../src/api/client", () => ({
  on: (_event: string, hear: (change: unknown) => void) => {
    shell.hear = hear;
    return () => undefined;
  },
  logProblem: () => undefined,
  notebook: { undoPeek: async () => null },
}));
vi.mock("../../../src/api/clippings", () => ({
  clippings: {
    getSome: async (ids: string[]) => {
      shell.asked.push(ids);
      return ids.map((id) => ({ id }));
    },
  },
}));
const { BETWEEN_MS, followQuotes } = await import("../../../src/features/notes/quotesOfNote.svelte");

test("quotes are looked at anew once in a while, however often something changes", async () => {
  vi.useFakeTimers();
  const heard: string[] = [];
  let ids = $state("one two");
  const stop = $effect.root(() => followQuotes(() => ids, (quotes) => heard.push(quotes.map(({ id }) => id).join(" "))));
  flushSync();
  await vi.advanceTimersByTimeAsync(0);
  expect(heard).toEqual(["one two"]);
  for (let turn = 0; turn < 20; turn += 1) {
    shell.hear({ changed: "entities", ids: [] });
    await vi.advanceTimersByTimeAsync(50);
  }
  await vi.advanceTimersByTimeAsync(BETWEEN_MS);
  expect(shell.asked.length).toBeLessThanOrEqual(4);
  ids = "three";
  flushSync();
  await vi.advanceTimersByTimeAsync(0);
  expect(heard.at(-1)).toBe("three");
  const asked = shell.asked.length;
  shell.hear({ changed: "clippings", ids: [] });
  stop();
  await vi.advanceTimersByTimeAsync(2 * BETWEEN_MS);
  expect(shell.asked.length).toBe(asked);
  vi.useRealTimers();
});
