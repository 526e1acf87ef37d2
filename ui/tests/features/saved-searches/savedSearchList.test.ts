// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { afterEach, expect, test, vi } from "vitest";

import type { SavedSearch } from "../../../src/api/generated";

const shell = vi.hoisted(() => ({ list: [] as unknown[] }));

vi.mock("../../../src/api/client", () => ({
  on: () => () => undefined,
  logProblem: () => undefined,
  notebook: {},
  search: {},
  savedSearches: {
    list: async () => shell.list,
    news: async () => [],
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
