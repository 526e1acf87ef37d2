// The entities that a query asks for, and by which of their names a result was found.

import type { Explained, MatchedName, SearchHit } from "../../api/generated";

export type AskedEntity = Extract<Explained, { asked: "entity" }>;

/** All of them, each once, however deep they stand. What results are to be without is none. */
export function entitiesIn(asked: readonly Explained[]): AskedEntity[] {
  const found = asked.flatMap((each) => {
    if (each.asked === "entity") return [each];
    if (each.asked === "either") return entitiesIn(each.sides);
    return each.asked === "group" ? entitiesIn(each.parts) : [];
  });
  return found.filter((entity, at) => found.findIndex(({ id }) => id === entity.id) === at);
}

export type Via = { entity: AskedEntity; match: MatchedName };

/** Names shown on one row for each entity. */
const MOST_NAMES = 2;

/** The names that say more than the query: another one, or another form. */
export function viaOf(hit: SearchHit, asked: readonly Explained[]): Via[] {
  return entitiesIn(asked).flatMap((entity) => {
    const of = hit.via.filter((match) => match.entity === entity.id);
    // Where the entity's own name stands letter for letter, nothing has to be explained.
    if (of.some(({ how, name }) => how === "exact" && name === entity.name)) return [];
    const names = of.filter((match, at) => of.findIndex(({ name }) => name === match.name) === at);
    return names.slice(0, MOST_NAMES).map((match) => ({ entity, match }));
  });
}
