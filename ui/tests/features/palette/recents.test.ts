import { expect, test, vi } from "vitest";

const kept = vi.hoisted(() => [] as string[]);

vi.mock("../../../src/api/client", () => ({
  articles: {},
  entities: {},
  notes: {},
  logProblem: () => undefined,
  on: () => () => undefined,
  call: async () => undefined,
  notebook: { setSetting: async (_name: string, value: string) => void kept.push(value), setting: async () => null },
}));

const { keepRecents, loadRecents, remember, targetOf, withRecent } = await import("../../../src/features/palette/recents.svelte");
const { keepWhatWaits, whenLeaving } = await import("../../../src/state/leaving");

test("what was opened a moment ago is kept when the window or the notebook closes", async () => {
  vi.useFakeTimers();
  const stop = whenLeaving(keepRecents);
  remember({ to: "note", id: "a" });
  expect(kept).toEqual([]);
  await keepWhatWaits();
  expect(kept).toEqual([JSON.stringify([{ to: "note", id: "a" }])]);
  // Once, and nothing of it into the notebook that opens next.
  await loadRecents();
  await vi.advanceTimersByTimeAsync(1000);
  await keepWhatWaits();
  expect(kept).toHaveLength(1);
  stop();
  vi.useRealTimers();
});

test("the last opened comes first, once", () => {
  let list = withRecent([], { to: "note", id: "a" });
  list = withRecent(list, { to: "entity", id: "a" });
  list = withRecent(list, { to: "note", id: "a" });
  expect(list).toEqual([
    { to: "note", id: "a" },
    { to: "entity", id: "a" },
  ]);
  for (let at = 0; at < 50; at += 1) list = withRecent(list, { to: "article", id: String(at) });
  expect(list).toHaveLength(12);
});

test("a place gives what it shows", () => {
  expect(targetOf({ view: "library", article: "x" })).toEqual({ to: "article", id: "x" });
  expect(targetOf({ view: "library" })).toBeNull();
  expect(targetOf({ view: "entity", id: "x" })).toEqual({ to: "entity", id: "x" });
  expect(targetOf({ view: "search", text: "x" })).toBeNull();
});
