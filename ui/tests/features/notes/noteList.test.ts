import { expect, test, vi } from "vitest";

import type { NoteQuery } from "../../../src/api/generated";

const shell = vi.hoisted(() => ({ asked: [] as unknown[], given: [] as number[] }));
vi.mock("../../../src/api/client", () => ({
  logProblem: () => undefined,
  on: () => () => undefined,
  notes: {
    list: async (offset: number, _: number, query: NoteQuery) => {
      shell.asked.push(query);
      return { total: 0, offset, rows: [] };
    },
    templates: async (first: readonly unknown[]) => void shell.given.push(first.length),
    get: async (id: string) => ({ id, deleted: id === "gone" }),
  },
}));
const { forgetLastNote, keepLastNote, lastNote } = await import("../../../src/features/notes/lastNote");
const { noteListed, noteRows } = await import("../../../src/features/notes/noteList.svelte");

/** What the rows that come now are asked by. */
async function asked(): Promise<unknown> {
  await noteRows.refresh();
  return shell.asked.at(-1);
}

test("the list is asked by what is typed, and by the order that is chosen, at once", async () => {
  noteListed.filterBy("may");
  expect(shell.asked.at(-1) ?? (await asked())).toEqual({ sort: "edited", filter: "may", templates: false });
  shell.asked = [];
  noteListed.filterBy("");
  expect(shell.asked.at(-1) ?? (await asked())).toEqual({ sort: "edited", filter: "", templates: false });
  shell.asked = [];
  noteListed.sortBy("title");
  await noteListed.showTemplates(true);
  expect(await asked()).toEqual({ sort: "title", filter: "", templates: true });
});

test("a note that is to show ends what the list was narrowed to", async () => {
  await noteListed.showTemplates(true);
  noteListed.filterBy("may");
  await asked();
  noteListed.all();
  expect([noteListed.filter, noteListed.templates]).toEqual(["", false]);
  expect(await asked()).toEqual({ sort: "title", filter: "", templates: false });
});

test("who looks for templates is given the first ones", async () => {
  shell.given = [];
  await noteListed.showTemplates(true);
  expect(shell.given).toEqual([3]);
  await noteListed.showTemplates(false);
  expect(shell.given).toEqual([3]);
});

test("the note that was open last is shown again, unless it is gone or of another notebook", async () => {
  expect(await lastNote("/a")).toBeNull();
  keepLastNote("/a", "one");
  expect([await lastNote("/a"), await lastNote("/b")]).toEqual(["one", null]);
  forgetLastNote("other");
  expect(await lastNote("/a")).toBe("one");
  forgetLastNote("one");
  expect(await lastNote("/a")).toBeNull();
  keepLastNote("/a", "gone");
  expect(await lastNote("/a")).toBeNull();
});
