// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type { TrashContents } from "../../../src/api/generated";

const shell = vi.hoisted(() => ({ contents: {} as unknown, emptied: 0, said: [] as string[] }));

vi.mock("../../../src/api/client", () => ({
  on: () => () => undefined,
  logProblem: () => undefined,
  trash: {
    contents: async () => shell.contents,
    empty: async () => {
      shell.emptied += 1;
      return { total: 0, done: 0 };
    },
  },
}));
vi.mock("../../../src/state/toasts.svelte", () => ({
  hideToast: () => undefined,
  showFailure: () => undefined,
  showNotice: (words: string) => void shell.said.push(words),
}));

const { default: EmptyTrash } = await import("../../../src/features/articles/EmptyTrash.svelte");
const { run } = await import("../../../src/keys/dispatch.svelte");

const nothing: TrashContents = { articles: 0, notes: 0, dossiers: 0, entities: 0, originals: 0, bytes: 0, clippings: 0, clippingsKept: 0 };
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  flushSync();
};
const dialog = (): string => document.querySelector("[role=dialog], dialog")?.textContent ?? "";
async function ask(contents: Partial<TrashContents>): Promise<void> {
  shell.contents = { ...nothing, ...contents };
  run("trash.empty");
  await settle();
}

let shown: Record<string, unknown>;
beforeEach(() => {
  HTMLDialogElement.prototype.showModal = () => undefined;
  HTMLDialogElement.prototype.close = () => undefined;
  shell.emptied = 0;
  shell.said = [];
  shown = mount(EmptyTrash, { target: document.body });
  flushSync();
});
afterEach(() => void unmount(shown));

test("an empty trash is said to be empty", async () => {
  await ask({});
  expect(shell.said).toEqual(["Trash is empty"]);
  expect(dialog()).toBe("");
});

test("dossiers in the trash are named before they go, and can go alone", async () => {
  await ask({ dossiers: 2 });
  expect(dialog()).toContain("2 dossiers are removed with their outline, statuses and questions.");
  expect(dialog()).not.toContain("article");
  [...document.querySelectorAll("button")].find(({ textContent }) => textContent === "Empty the trash")!.click();
  await settle();
  expect([shell.emptied, shell.said]).toEqual([1, ["Trash emptied"]]);
});

test("each kind of thing that goes is named, and only those", async () => {
  await ask({ clippings: 1 });
  expect(dialog()).toContain("1 deleted quote or highlight is removed.");
  expect(dialog()).not.toContain("0 articles");
  await ask({ articles: 3, originals: 2, bytes: 10, notes: 1, dossiers: 1, entities: 2, clippings: 4, clippingsKept: 1 });
  for (const words of ["3 articles and 2 originals", "1 note is removed", "2 entities are removed with their names, tags and relations", "1 dossier is removed with its outline", "4 deleted quotes and highlights are removed", "1 quote or commented highlight of these articles stays"])
    expect(dialog()).toContain(words);
});
