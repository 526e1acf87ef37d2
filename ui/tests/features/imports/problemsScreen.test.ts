// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { expect, test, vi } from "vitest";

import type { Change, ImportItem } from "../../../src/api/generated";

const shell = vi.hoisted(() => ({ items: [] as unknown[], changed: [] as ((change: unknown) => void)[] }));

vi.mock("../../../src/api/client", () => ({
  on: (event: string, hear: (change: unknown) => void) => {
    if (event === "change") shell.changed.push(hear);
    return () => undefined;
  },
  logProblem: () => undefined,
  imports: { problems: async () => shell.items },
  articles: {},
  notebook: {},
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
  document.querySelectorAll("li")[0]!.querySelector("button")!.focus();
  shell.items = [problem("two")];
  for (const hear of shell.changed) hear({ changed: "imports", ids: [] } satisfies Change);
  await settle();
  expect(document.activeElement?.closest("li")?.textContent).toContain("two");
  shell.items = [];
  for (const hear of shell.changed) hear({ changed: "imports", ids: [] } satisfies Change);
  await settle();
  expect(document.activeElement?.tagName).toBe("MAIN");
  void unmount(shown);
});
