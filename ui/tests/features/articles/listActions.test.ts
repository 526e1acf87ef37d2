import { beforeEach, expect, test, vi } from "vitest";

import type { ArticleList } from "../../../src/features/articles/articleList.svelte";

const shell = vi.hoisted(() => ({ finish: () => undefined as void, fails: false }));
vi.mock("../../../src/api/client", () => ({
  on: () => () => undefined,
  logProblem: () => undefined,
  articles: {},
  notebook: { undoPeek: async () => null, setting: async () => null },
  manyArticles: {
    do: () =>
      new Promise((resolve, reject) => {
        shell.finish = () => (shell.fails ? reject(new Error("disk full")) : resolve({ total: 1, done: 1 }));
      }),
  },
}));
const { ListActions } = await import("../../../src/features/articles/listActions.svelte");
const { navigation, openNote, replacePlace, resetNavigation } = await import("../../../src/state/navigation.svelte");

const patched: boolean[] = [];
const row = (id: string): unknown => ({ is: "row", id, read: true, open: false, row: { starred: false } });
const rows = ["a", "b", "c"].map(row);
const list = {
  shown: { row: (at: number) => rows[at] },
  rows: { patch: (change: (each: object) => { starred?: boolean }) => patched.push(change({ id: "a" }).starred === true) },
} as unknown as ArticleList;
const place = { view: "inbox" as const, article: "a" };
const actions = new ListActions(list, () => ({ place, active: 0, row: rows[0] as never }));
const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

beforeEach(() => {
  patched.length = 0;
  shell.fails = false;
  resetNavigation(place);
});

async function during(act: () => unknown, meanwhile: () => void): Promise<void> {
  const done = act();
  await soon();
  meanwhile();
  shell.finish();
  await done;
}

test("goes on to the next row when the current one has left the list", async () => {
  await during(() => actions.act({ do: "delete" }, true, false), () => undefined);
  expect(navigation.place).toEqual({ view: "inbox", article: "b" });
});

test("who went elsewhere while it went on stays there", async () => {
  await during(() => actions.act({ do: "delete" }, true, false), () => openNote("n"));
  expect(navigation.place).toEqual({ view: "note", id: "n" });
  resetNavigation(place);
  await during(() => actions.act({ do: "delete" }, true, false), () => replacePlace({ view: "inbox", article: "c" }));
  expect(navigation.place).toEqual({ view: "inbox", article: "c" });
});

test("a star shows only once it is given", async () => {
  shell.fails = true;
  await during(() => actions.toggle("starred"), () => undefined);
  expect(patched).toEqual([]);
  shell.fails = false;
  await during(() => actions.toggle("starred"), () => expect(patched).toEqual([]));
  expect(patched).toEqual([true]);
});
