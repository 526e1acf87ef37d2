/** The articles that name two entities, as a search. */
import type { EntityKind } from "../../../api/generated";
import { phraseOf } from "../../search/queryText";

const FIELDS: Record<EntityKind, string> = { person: "person", organisation: "org", place: "place", event: "event" };

interface Named {
  kind: EntityKind;
  name: string;
}

const field = ({ kind, name }: Named): string => `${FIELDS[kind]}:${phraseOf(name)}`;

/** What to search for to find the articles of both, from one year to another. */
export function searchForBoth(one: Named, other: Named, years: { from: number | null; to: number | null }): string {
  const parts = [field(one), field(other)];
  if (years.from !== null) parts.push(`after:${years.from}`);
  if (years.to !== null) parts.push(`before:${years.to + 1}`);
  return parts.join(" ");
}
