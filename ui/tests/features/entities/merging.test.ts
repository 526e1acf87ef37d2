import { describe, expect, it } from "vitest";

import type { Entity } from "../../../src/api/generated";
import { mergeFacts } from "../../../src/features/entities/merging";

function entity(name: string, more: Partial<Entity> = {}): Entity {
  return {
    id: name,
    kind: "person",
    name,
    description: "",
    names: [{ id: `${name}/1`, text: name, strength: "strong", preferred: true, script: "Latn", mentions: 0 }],
    ownName: null,
    articles: 0,
    mentions: 0,
    months: [],
    together: [],
    merged: [],
    picture: null,
    relations: [],
    fields: [],
    deleted: false,
    ...more,
  };
}

const texts = (kept: Entity, other: Entity, links = 0): string[] => mergeFacts(kept, other, links).map(({ name, text }) => (name === null ? text : `${name} ${text}`));

describe("what a merge moves", () => {
  it("says that the name stays a name, and how much moves", () => {
    const other = entity("Kim Chong-un", { articles: 2, mentions: 3 });
    expect(texts(entity("Kim Jong Un"), other, 1)).toEqual([
      "Kim Chong-un becomes a name",
      "2 articles, 3 mentions move",
      "1 note link keeps its wording",
    ]);
  });

  it("says nothing of a name that both have", () => {
    expect(texts(entity("Kim"), entity("Kim"))).toEqual([]);
  });

  it("warns of what is not kept", () => {
    const facts = mergeFacts(entity("Kim"), entity("Kim", { kind: "place", description: "A village." }), 0);
    expect(facts).toEqual([
      { name: null, text: "Kinds differ. It stays person.", warns: true },
      { name: null, text: "Descriptions differ. The kept one stays.", warns: true },
    ]);
  });
});
