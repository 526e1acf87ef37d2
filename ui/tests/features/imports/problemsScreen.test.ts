// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { expect, test, vi } from "vitest";

import type { Change, ImportItem } from "../../../src/api/generated";

const shell = vi.hoisted(() => ({ items: [] as unknown[], changed: [] as ((change: unknown) => void)[], ignored: [] as string[][] }));

vi.mock("../../../src/api/client", () => ({
  on: (event: string, hear: (change: unknown) => void) => {
    if (event === "change") shell.changed.push(hear);
    return () => undefined;
  },
  logProblem: () => undefined,
  imports: { problems: async () => shell.items, resolve: async (ids: string[]) => void shell.ignored.push(ids) },
  articles: {},
  notebook: { undoPeek: async () => null },
}));

const { default: ProblemsScreen } = await import("../../../src/features/imports/ProblemsScreen.svelte");

const problem = (id: string): ImportItem => ({
  id, import: "m", name: id, location: null, outcome: "needsAttention", code: "no_text",
  detail: null, article: null, title: null, copyOf: null, original: true, pickable: true, resolved: false,
});
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 8; turn += 1) {
    await Promise.resolve();
    flushSync();
  }
};

test("when the problem that had the focus is gone, the next one has it", async () => {
  shell.items = [problem("one"), problem("two")];
  const shown = mount(ProblemsScreen, { target: document.body, props: { place: { view: "problems" } } });
  await settle();
  document.querySelectorAll(".problem")[0]!.querySelector("button")!.focus();
  shell.items = [problem("two")];
  for (const hear of shell.changed) hear({ changed: "imports", ids: [] } satisfies Change);
  await settle();
  expect(document.activeElement?.closest(".problem")?.textContent).toContain("two");
  shell.items = [];
  for (const hear of shell.changed) hear({ changed: "imports", ids: [] } satisfies Change);
  await settle();
  expect(document.activeElement?.tagName).toBe("MAIN");
  void unmount(shown);
});

test("problems are gone through and ignored by keys, several or all of a kind at once", async () => {
  const { listenForKeys } = await import("../../../src/keys/dispatch.svelte");
  const stop = listenForKeys();
  shell.items = [problem("one"), problem("two"), { ...problem("three"), code: "offline" }, problem("four")];
  const shown = mount(ProblemsScreen, { target: document.body, props: { place: { view: "problems" } } });
  await settle();
  const press = async (key: string, shiftKey = false): Promise<void> => {
    (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", { key, code: key, shiftKey, bubbles: true, cancelable: true }));
    await settle();
  };
  const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(".problem")];
  rows()[0]!.focus();
  await settle();
  await press("j");
  expect(document.activeElement).toBe(rows()[1]);
  await press("Delete");
  expect(shell.ignored.pop()).toEqual(["two"]);
  await press("ArrowDown", true);
  expect(rows().map((row) => row.getAttribute("aria-selected"))).toEqual(["false", "true", "true", "false"]);
  await press("Delete");
  expect(shell.ignored.pop()).toEqual(["two", "three"]);
  [...rows()[0]!.querySelectorAll("button")].find(({ textContent }) => textContent === "Ignore all 3 of this kind")!.click();
  await settle();
  expect(shell.ignored.pop()).toEqual(["one", "two", "four"]);
  void unmount(shown);
  stop();
});
