import { describe, expect, it } from "vitest";

import type { Explained, SearchHit } from "../../../src/api/generated";
import { entitiesIn, viaOf } from "../../../src/features/search/askedEntities";

const kim: Explained = { asked: "entity", id: "kim", kind: "person", name: "Kim Jong Un", names: [{ id: "n1", text: "Kim Jong Un" }, { id: "n2", text: "김정은" }] };
const day: Explained = { asked: "entity", id: "day", kind: "event", name: "Victory Day", names: [] };
const hit = (via: SearchHit["via"]): SearchHit => ({ target: { hit: "note", id: "a", editedAt: "" }, title: [], snippet: [], words: [], score: 1, via });

describe("entities of a query", () => {
  it("are found in groups and alternatives, and not in what is left out", () => {
    const asked: Explained[] = [{ asked: "either", sides: [kim, { asked: "group", parts: [day, kim] }] }, { asked: "without", part: { ...day, id: "other" } }];
    expect(entitiesIn(asked).map(({ id }) => id)).toEqual(["kim", "day"]);
  });

  it("are named on a result where another name or form stands there", () => {
    const found = { entity: "kim", name: "김정은", found: "김정은은", how: "inflected" } as const;
    expect(viaOf(hit([found]), [kim]).map(({ match }) => match.name)).toEqual(["김정은"]);
    const own = { entity: "kim", name: "Kim Jong Un", found: "Kim Jong Un", how: "exact" } as const;
    expect(viaOf(hit([own, found]), [kim])).toEqual([]);
    expect(viaOf(hit([{ ...own, entity: "nobody" }]), [kim])).toEqual([]);
  });
});
