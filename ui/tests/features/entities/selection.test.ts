import { describe, expect, it, vi } from "vitest";

import type { EntityRow } from "../../../src/api/generated";
import { EntitySelection } from "../../../src/features/entities/selection.svelte";

const calls = vi.hoisted(() => [] as unknown[][]);
const now = vi.hoisted(() => ({}) as Record<string, unknown>);
const asked = vi.hoisted(() => [] as string[][]);
vi.mock("../../../src/api/client", () => ({
  entities: {
    merge: async (...given: unknown[]) => void calls.push(["merge", ...given]),
    setKinds: async (...given: unknown[]) => void calls.push(["setKinds", ...given]),
    rows: async (ids: string[]) => {
      asked.push(ids);
      return ids.flatMap((id) => now[id] ?? []);
    },
    deleteAll: async (...given: unknown[]) => void calls.push(["deleteAll", ...given]),
  },
  notebook: { undoPeek: async () => null },
  logProblem: () => undefined,
}));

const rows: EntityRow[] = ["a", "b", "c", "d"].map((id, at) => ({ id, kind: "person", name: id, articles: at }));
const listOf = (of: readonly EntityRow[]) => ({ row: (at: number) => of[at], find: (is: (row: EntityRow) => boolean) => of.findIndex(is) });
const row = listOf(rows);

describe("chosen entities", () => {
  it("takes rows in and out, and all between two", () => {
    const selection = new EntitySelection();
    selection.mark(1, false, row);
    selection.mark(3, true, row);
    expect(selection.ids).toEqual(["b", "c", "d"]);
    selection.mark(2, false, row);
    expect(selection.ids).toEqual(["b", "d"]);
  });

  it("takes the open row in with the first one that is marked beside it", () => {
    const selection = new EntitySelection();
    selection.mark(2, false, row, 0);
    expect(selection.ids).toEqual(["a", "c"]);
    selection.mark(3, false, row, 0);
    expect(selection.ids).toEqual(["a", "c", "d"]);
    selection.mark(0, false, row, 0);
    expect(selection.ids).toEqual(["c", "d"]);
    // Shift marks all from the open one.
    selection.clear();
    selection.mark(2, true, row, 0);
    expect(selection.ids).toEqual(["a", "b", "c"]);
    selection.clear();
    selection.mark(1, false, row, 1);
    expect(selection.ids).toEqual(["b"]);
  });

  it("draws a stretch with the keys, beside what was chosen before", () => {
    const selection = new EntitySelection();
    selection.mark(3, false, row);
    selection.stretch(1, 0, row);
    selection.stretch(2, 1, row);
    expect(selection.ids.toSorted()).toEqual(["a", "b", "c", "d"]);
    selection.stretch(1, 2, row);
    expect(selection.ids.toSorted()).toEqual(["a", "b", "d"]);
    selection.mark(0, false, row);
    selection.stretch(1, 2, row);
    expect(selection.ids.toSorted()).toEqual(["b", "c", "d"]);
  });

  it("begins a stretch where the keys are, wherever the last one ended", () => {
    const many = Array.from({ length: 9 }, (_, at): EntityRow => ({ id: String(at), kind: "person", name: "", articles: 0 }));
    const selection = new EntitySelection();
    selection.stretch(2, 1, listOf(many));
    // Arrows alone went to row 6.
    selection.stretch(7, 6, listOf(many));
    expect(selection.ids.toSorted()).toEqual(["1", "2", "6", "7"]);
  });

  it("draws a stretch from the entity that it began with, also where rows moved", () => {
    const selection = new EntitySelection();
    selection.stretch(1, 0, row);
    // Two others are in the first rows now.
    const [x, y] = ["x", "y"].map((id): EntityRow => ({ id, kind: "person", name: id, articles: 9 }));
    const moved = listOf([x, y, ...rows].filter((each) => each !== undefined));
    selection.stretch(4, 3, moved);
    expect(selection.ids.toSorted()).toEqual(["a", "b", "c"]);
    selection.clear();
    selection.mark(0, false, row);
    selection.mark(3, true, moved);
    expect(selection.ids.toSorted()).toEqual(["a", "b"]);
  });

  it("takes all rows of the list in, unless it is cleared or shows others meanwhile", async () => {
    const many = Array.from({ length: 1203 }, (_, at): EntityRow => ({ id: String(at), kind: "person", name: "", articles: 0 }));
    const selection = new EntitySelection();
    selection.within("all");
    await selection.all(async () => many);
    expect(selection.chosen.size).toBe(1203);
    const all = selection.all(async () => many);
    selection.clear();
    await all;
    expect(selection.chosen.size).toBe(0);
    const again = selection.all(async () => many);
    selection.within("persons");
    await again;
    expect(selection.chosen.size).toBe(0);
  });

  it("chooses nothing that another filter shows no more", () => {
    const selection = new EntitySelection();
    selection.within("all");
    selection.mark(0, false, row);
    selection.within("all");
    expect(selection.ids).toEqual(["a"]);
    selection.within("persons");
    expect(selection.ids).toEqual([]);
  });

  it("asks before something is done to many, and does it once", async () => {
    const many = Array.from({ length: 100_000 }, (_, at): EntityRow => ({ id: String(at), kind: "person", name: String(at), articles: at }));
    const selection = new EntitySelection();
    await selection.all(async () => many);
    calls.length = 0;
    await selection.refresh(many.map(({ id }) => id));
    expect(await selection.delete()).toBe(false);
    expect(calls).toEqual([]);
    expect(selection.asked).toEqual({ does: "delete" });
    asked.length = 0;
    for (const each of many) now[each.id] = each;
    const [done, twice] = [selection.confirm(), selection.confirm()];
    expect(selection.doing).toBe(true);
    expect(await Promise.all([done, twice])).toEqual([true, false]);
    // All are looked up at once.
    expect(asked.map((ids) => ids.length)).toEqual([100_000]);
    expect(calls.map(([did, ids]) => [did, (ids as string[]).length])).toEqual([["deleteAll", 100_000]]);
    expect([selection.doing, selection.chosen.size]).toEqual([false, 0]);
    for (const each of many) delete now[each.id];
  });

  it("merges all into the one that most articles name", async () => {
    const selection = new EntitySelection();
    for (const at of [0, 2, 1]) selection.mark(at, false, row);
    // Asked first, however few: one may be a person and another an organisation.
    expect(await selection.merge()).toBe(false);
    expect([selection.asked, calls.some(([did]) => did === "merge")]).toEqual([{ does: "merge" }, false]);
    expect(await selection.confirm()).toBe(true);
    expect(calls.at(-1)).toEqual(["merge", "c", ["a", "b"]]);
    expect(selection.ids).toEqual([]);
  });

  it("merges nothing into one alone", async () => {
    const selection = new EntitySelection();
    selection.mark(0, false, row);
    expect(await selection.merge()).toBe(false);
  });

  it("forgets what is gone or held by another, and shows the rest as it is now", async () => {
    const selection = new EntitySelection();
    for (const at of [0, 1, 2, 3]) selection.mark(at, false, row);
    Object.assign(now, {
      a: { id: "a", kind: "person", name: "renamed", articles: 9 },
    });
    await selection.refresh(["a", "b"]);
    expect(selection.ids).toEqual(["a", "c", "d"]);
    expect(selection.largest()).toMatchObject({ id: "a", name: "renamed" });
    calls.length = 0;
    // As often as an import goes on: nothing is looked up, and nothing let go, before something is done.
    await selection.refresh([]);
    expect(selection.ids).toEqual(["a", "c", "d"]);
    expect(await selection.merge()).toBe(false);
    expect(await selection.confirm()).toBe(false);
    expect(selection.ids).toEqual(["a"]);
    expect(calls).toEqual([]);
  });

  it("keeps many chosen ones while all entities change, and acts on those that are left", async () => {
    const many = Array.from({ length: 90 }, (_, at) => ({ id: `m${at}`, kind: "person", name: `m${at}`, articles: at }) as EntityRow);
    for (const each of many.slice(1)) now[each.id] = each;
    const selection = new EntitySelection();
    selection.mark(0, false, listOf(many));
    selection.mark(89, true, listOf(many));
    await selection.refresh([]);
    await selection.refresh(many.map(({ id }) => id));
    expect(selection.ids.length).toBe(90);
    await selection.delete();
    expect(calls.at(-1)).toEqual(["deleteAll", many.slice(1).map(({ id }) => id)]);
  });
});
