import { describe, expect, it, vi } from "vitest";

import type { EntityRow } from "../../../src/api/generated";
import { EntitySelection } from "../../../src/features/entities/selection.svelte";

const calls = vi.hoisted(() => [] as unknown[][]);
const now = vi.hoisted(() => ({}) as Record<string, unknown>);
vi.mock("../../../src/api/client", () => ({
  entities: {
    merge: async (...given: unknown[]) => void calls.push(["merge", ...given]),
    setKinds: async (...given: unknown[]) => void calls.push(["setKinds", ...given]),
    get: async (id: string) => now[id] ?? Promise.reject(new Error("gone")),
    deleteAll: async (...given: unknown[]) => void calls.push(["deleteAll", ...given]),
  },
  notebook: { undoPeek: async () => null },
  logProblem: () => undefined,
}));

const rows: EntityRow[] = ["a", "b", "c", "d"].map((id, at) => ({ id, kind: "person", name: id, articles: at }));
const row = (at: number): EntityRow | undefined => rows[at];

describe("chosen entities", () => {
  it("takes rows in and out, and all between two", () => {
    const selection = new EntitySelection();
    selection.mark(1, false, row);
    selection.mark(3, true, row);
    expect(selection.ids).toEqual(["b", "c", "d"]);
    selection.mark(2, false, row);
    expect(selection.ids).toEqual(["b", "d"]);
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

  it("takes all rows of the list in, stretch by stretch, unless it is cleared meanwhile", async () => {
    const many = Array.from({ length: 1203 }, (_, at): EntityRow => ({ id: String(at), kind: "person", name: "", articles: 0 }));
    const fetch = async (offset: number, limit: number) => ({ total: many.length, rows: many.slice(offset, offset + Math.min(limit, 500)) });
    const selection = new EntitySelection();
    await selection.all(fetch);
    expect(selection.chosen.size).toBe(1203);
    const all = selection.all(fetch);
    selection.clear();
    await all;
    expect(selection.chosen.size).toBe(0);
  });

  it("merges all into the one that most articles name", async () => {
    const selection = new EntitySelection();
    for (const at of [0, 2, 1]) selection.mark(at, false, row);
    expect(await selection.merge()).toBe(true);
    expect(calls.at(-1)).toEqual(["merge", "c", ["b", "a"]]);
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
      a: { id: "a", kind: "person", name: "renamed", articles: 9, deleted: false },
      b: { id: "a", kind: "person", name: "renamed", articles: 9, deleted: false },
      c: { id: "c", kind: "person", name: "c", articles: 2, deleted: true },
    });
    await selection.refresh(["a", "b"]);
    expect(selection.ids).toEqual(["a", "c", "d"]);
    expect(selection.byArticles()[0]).toMatchObject({ id: "a", name: "renamed" });
    calls.length = 0;
    // As often as an import goes on: nothing is looked up, and nothing let go, before something is done.
    await selection.refresh([]);
    expect(selection.ids).toEqual(["a", "c", "d"]);
    expect(await selection.merge()).toBe(false);
    expect(selection.ids).toEqual(["a"]);
    expect(calls).toEqual([]);
  });

  it("keeps many chosen ones while all entities change, and acts on those that are left", async () => {
    const many = Array.from({ length: 90 }, (_, at) => ({ id: `m${at}`, kind: "person", name: `m${at}`, articles: at }) as EntityRow);
    for (const each of many.slice(1)) now[each.id] = { ...each, deleted: false };
    const selection = new EntitySelection();
    selection.mark(0, false, (at) => many[at]);
    selection.mark(89, true, (at) => many[at]);
    await selection.refresh([]);
    await selection.refresh(many.map(({ id }) => id));
    expect(selection.ids.length).toBe(90);
    await selection.delete();
    expect(calls.at(-1)).toEqual(["deleteAll", many.slice(1).map(({ id }) => id)]);
  });
});
