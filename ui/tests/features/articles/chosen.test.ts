import { beforeEach, describe, expect, it, vi } from "vitest";

const ids = vi.hoisted(() => vi.fn());
vi.mock("../../../src/api/client", async (original) => ({
  ...(await original<typeof import("../../../src/api/client")>()),
  manyArticles: { ids },
}));

import { Chosen } from "../../../src/features/articles/chosen.svelte";
import type { ArticleList } from "../../../src/features/articles/articleList.svelte";

/** A list of ten rows of which the first five were fetched; row 1 is an unfolded group with one copy below. */
function list(): ArticleList {
  const row = (at: number): unknown => {
    if (at > 4) return undefined;
    return at === 2 ? { is: "member", id: "copy" } : { is: "row", id: `a${at}`, open: at === 1 };
  };
  return {
    query: { scope: "library", sort: "published", entity: null, import: null },
    stillShown: [],
    shown: { row, total: 10, pagePlace: (at: number) => (at > 1 ? at - 1 : at) },
  } as unknown as ArticleList;
}

beforeEach(() => ids.mockReset());

describe("chosen rows", () => {
  it("take the current row in with the first press, and let go of one", () => {
    const chosen = new Chosen(list());
    chosen.toggle(3, 0);
    expect(chosen.articles).toEqual({ articles: [], rows: ["a0", "a3"] });
    chosen.toggle(0, 0);
    expect(chosen.articles.rows).toEqual(["a3"]);
  });

  it("stand for their copies, but for those that are unfolded", async () => {
    const chosen = new Chosen(list());
    await chosen.stretch(3, 0);
    expect(chosen.articles).toEqual({ articles: ["a1", "copy"], rows: ["a0", "a3"] });
  });

  it("grow and shrink from where the stretch began", async () => {
    const chosen = new Chosen(list());
    await chosen.stretch(4, 3);
    await chosen.stretch(2, 4);
    expect([...chosen.articles.rows, ...chosen.articles.articles].sort()).toEqual(["a3", "copy"]);
  });

  it("ask for rows that were not fetched", async () => {
    ids.mockResolvedValue(["x3", "x4", "a5", "a6"]);
    const chosen = new Chosen(list());
    await chosen.stretch(6, 3);
    expect(ids).toHaveBeenCalledWith(expect.anything(), 2, 4);
    expect(chosen.articles.rows).toEqual(["a3", "a4", "a5", "a6"]);
  });

  it("can be the whole list, and an answer that comes too late is dropped", async () => {
    ids.mockResolvedValue(["a", "b"]);
    const chosen = new Chosen(list());
    const all = chosen.all();
    chosen.clear();
    await all;
    expect(chosen.size).toBe(0);
    await chosen.all();
    expect(chosen.articles.rows).toEqual(["a", "b"]);
  });
});
