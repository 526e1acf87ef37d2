// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { afterEach, expect, test, vi } from "vitest";

import type { SavedSearch } from "../../../src/api/generated";

const shell = vi.hoisted(() => ({ list: [] as unknown[], news: [] as unknown[] }));

vi.mock("../../../src/api/client", () => ({
  on: () => () => undefined,
  logProblem: () => undefined,
  notebook: {},
  search: {},
  savedSearches: {
    list: async () => shell.list,
    news: async () => shell.news,
    move: async (id: string, place: number) => {
      const all = shell.list as SavedSearch[];
      const rest = all.filter((one) => one.id !== id);
      shell.list = [...rest.slice(0, place), ...all.filter((one) => one.id === id), ...rest.slice(place)];
    },
  },
}));

const { savedSearches } = await import("../../../src/features/saved-searches/savedSearches.svelte");
const { default: SavedSearchList } = await import("../../../src/features/saved-searches/SavedSearchList.svelte");

let shown: Record<string, unknown> | null = null;
afterEach(() => {
  if (shown) void unmount(shown);
});

test("a search that keys move keeps the focus, so that the next key moves it on", async () => {
  shell.list = ["One", "Two", "Three"].map((name): SavedSearch => ({ id: name, name, text: name, kinds: [], sort: "relevance", names: null, seen: "0" }));
  const settle = async (): Promise<void> => {
    savedSearches.load();
    await new Promise((resolve) => setTimeout(resolve, 0));
    flushSync();
  };
  shown = mount(SavedSearchList, { target: document.body });
  await settle();
  document.querySelector<HTMLElement>("button.row")!.focus();
  for (const order of ["Two One Three", "Two Three One"]) {
    document.activeElement!.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", altKey: true, bubbles: true, cancelable: true }));
    await settle();
    const rows = [...document.querySelectorAll("button.row")].map((row) => row.textContent?.trim());
    expect(rows.join(" ")).toBe(order);
    expect(document.activeElement?.textContent?.trim()).toBe("One");
  }
});

test("a search says how many results it has, and how many of them are new", async () => {
  vi.useFakeTimers();
  const search = (id: string): SavedSearch => ({ id, name: id, text: id, kinds: [], sort: "relevance", names: null, seen: "0" });
  shell.list = ["One", "Two", "Three"].map(search);
  shell.news = [{ id: "One", all: 61, new: 0 }, { id: "Two", all: 1240, new: 3 }, { id: "Three", all: 10_000, new: 0 }];
  savedSearches.load();
  await vi.advanceTimersByTimeAsync(1000);
  shown = mount(SavedSearchList, { target: document.body });
  flushSync();
  const numbers = [...document.querySelectorAll("button.row")].map((row) => [...row.querySelectorAll(".num")].map((number) => number.textContent));
  expect(numbers).toEqual([["61"], ["3 new", "1,240"], ["10,000+"]]);
  vi.useRealTimers();
});
