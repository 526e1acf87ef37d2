// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type { SearchQuery } from "../../../src/api/generated";

const shell = vi.hoisted(() => ({ did: [] as string[], said: [] as string[], fails: false }));
vi.mock("../../../src/api/client", () => ({
  on: () => () => undefined,
  logProblem: () => undefined,
  tags: {},
  notebook: {
    undoPeek: async () => ({ id: 7, action: "createDossier", subject: "Ports" }),
    undo: async (id: number) => void shell.did.push(`undo ${id}`),
  },
}));
vi.mock("../../../src/api/dossiers", () => ({
  dossiers: {
    complete: async () => [],
    create: async (name: string) => {
      shell.did.push(`create ${name}`);
      return { id: "d", name };
    },
    addResults: async () => {
      shell.did.push("add");
      if (shell.fails) throw new Error("no index");
      return { total: 2, done: 2, already: 0 };
    },
  },
}));
vi.mock("../../../src/state/toasts.svelte", () => ({
  offerUndo: async () => undefined,
  showFailure: (thrown: unknown) => void shell.said.push(String(thrown)),
  showNotice: (words: string) => void shell.said.push(words),
}));

const { default: AddToDossier } = await import("../../../src/features/dossiers/AddToDossier.svelte");
const { adding } = await import("../../../src/features/dossiers/adding.svelte");
const { addable } = await import("../../../src/features/dossiers/addable");
const { resultWork } = await import("../../../src/features/search/resultWork");

const query = { text: "grain", kinds: [], offset: 0, limit: 0 } as unknown as SearchQuery;
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  flushSync();
};
async function chooseNew(name: string): Promise<void> {
  adding.results(query, 12);
  flushSync();
  await settle();
  const field = document.querySelector<HTMLInputElement>("input")!;
  field.value = name;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await settle();
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
  await settle();
}

let shown: Record<string, unknown>;
beforeEach(() => {
  HTMLDialogElement.prototype.showModal = () => undefined;
  HTMLDialogElement.prototype.close = () => undefined;
  shell.did = [];
  shell.said = [];
  shell.fails = false;
  shown = mount(AddToDossier, { target: document.body });
});
afterEach(() => {
  adding.end();
  void unmount(shown);
});

test("while all results are tagged no empty dossier is made, and why is said", async () => {
  resultWork.begin();
  await chooseNew("Ports");
  expect(shell.did).toEqual([]);
  expect(shell.said[0]).toContain("being tagged or added now");
  resultWork.end();
  await chooseNew("Ports");
  expect(shell.did).toEqual(["create Ports", "add"]);
});

test("a dossier that was made for results which can't be added does not stay", async () => {
  shell.fails = true;
  await chooseNew("Ports");
  expect(shell.did).toEqual(["create Ports", "add", "undo 7"]);
  expect(shell.said[0]).toContain("no index");
});

test("what is promised are the results of the chosen kinds, and no more than are added", async () => {
  const counts = { articles: 30_000, notes: 4, entities: 5, quotes: 6 };
  expect([addable(counts, []), addable(counts, ["note", "quote"]), addable(counts, ["quote"])]).toEqual([30_015, 10, 6]);
  adding.results(query, 30_015);
  flushSync();
  expect(document.body.textContent).toContain("Adds the first 10,000 of 30,015 results");
});
