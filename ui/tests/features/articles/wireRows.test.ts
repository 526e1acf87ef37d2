import { afterEach, describe, expect, it, vi } from "vitest";

import type { ArticleRow, WireMember } from "../../../src/api/generated";
import { WireRows } from "../../../src/features/articles/wireRows.svelte";
import { Pages } from "../../../src/state/pages.svelte";

const member = (article: string): WireMember => ({
  article, title: article, outlet: article, published: null, language: "en", read: false, words: 10, added: 1, removed: 2,
});

vi.mock("../../../src/api/client", async (original) => ({
  ...(await original<object>()),
  wire: { group: (id: string) => Promise.resolve({ id, reference: "b", members: ["b", "b1", "b2"].map(member) }) },
}));

const row = (id: string): ArticleRow => ({
  id, title: id, outlet: null, published: null, importedAt: "", language: null, read: false, starred: false, archived: false, entities: [], moreEntities: 0,
  wire: id === "b" ? { group: "g", copies: 3, outlets: ["x", "y", "z"] } : null,
});

async function list(): Promise<WireRows> {
  const pages = new Pages<ArticleRow>(() => Promise.resolve({ total: 3, offset: 0, rows: ["a", "b", "c"].map(row) }));
  pages.ensure(0, 3);
  await vi.waitUntil(() => pages.loaded);
  return new WireRows(pages);
}

const ids = (rows: WireRows): (string | undefined)[] => Array.from({ length: rows.total }, (_, at) => rows.row(at)?.id);

describe("the rows of a list with groups", () => {
  afterEach(() => void vi.restoreAllMocks());

  it("are those of the pages while nothing is unfolded", async () => {
    const rows = await list();
    expect(ids(rows)).toEqual(["a", "b", "c"]);
  });

  it("show the other copies under their row", async () => {
    const rows = await list();
    await rows.unfold("g");
    expect(ids(rows)).toEqual(["a", "b", "b1", "b2", "c"]);
    expect(rows.indexOf("b2")).toBe(3);
    expect(rows.indexOf("c")).toBe(4);
    expect(rows.row(2)?.is).toBe("member");
    expect(rows.rowBefore(4)?.id).toBe("b");
    expect(rows.fold("g")).toBe(true);
    expect(ids(rows)).toEqual(["a", "b", "c"]);
    expect(rows.fold("g")).toBe(false);
  });

  it("mark copies as read where they stand", async () => {
    const rows = await list();
    await rows.unfold("g");
    rows.patchRead(["b1"], true);
    expect(rows.row(2)?.read).toBe(true);
    expect(rows.row(3)?.read).toBe(false);
  });
});
