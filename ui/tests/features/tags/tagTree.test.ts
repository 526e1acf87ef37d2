import { describe, expect, it } from "vitest";

import type { Tag } from "../../../src/api/generated";
import { pathUnder, treeOf } from "../../../src/features/tags/tagTree";

const tag = (path: string): Tag => ({ path, articles: 1, token: `tag:${path}` });
const LIST = ["food", "region", "region/koreas", "region/koreas/north", "regional"].map(tag);

describe("the tree of tags", () => {
  it("knows how deep each is and what has parts", () => {
    expect(treeOf(LIST, new Set()).map(({ name, depth, parent }) => [name, depth, parent])).toEqual([
      ["food", 0, false],
      ["region", 0, true],
      ["koreas", 1, true],
      ["north", 2, false],
      ["regional", 0, false],
    ]);
  });

  it("leaves out what is inside a folded tag, and nothing else", () => {
    const rows = treeOf(LIST, new Set(["region"]));
    expect(rows.map(({ tag: { path } }) => path)).toEqual(["food", "region", "regional"]);
    expect(rows[1]?.parent).toBe(true);
  });

  it("puts a tag under another, on top, and never into itself", () => {
    expect(pathUnder("food", "region")).toBe("region/food");
    expect(pathUnder("region/koreas", null)).toBe("koreas");
    expect(pathUnder("region/koreas", "region")).toBeNull();
    expect(pathUnder("region", "region/koreas")).toBeNull();
    expect(pathUnder("region", "region")).toBeNull();
    expect(pathUnder("food", null)).toBeNull();
  });
});
