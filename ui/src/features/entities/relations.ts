/** Relations of an entity as its page says them. */
import type { Relation, RelationKind } from "../../api/generated";
import { entityWords } from "../../strings/en";
import { dateOf } from "../../text/time";

const words = entityWords.relations;

export const RELATION_KINDS: readonly RelationKind[] = ["holds", "memberOf", "partOf", "locatedIn", "successorOf"];

/** "2013 to December 2022", "since 2023", "until 2007", or nothing. */
export function spanOf(relation: Pick<Relation, "since" | "until">): string {
  const said = (iso: string | null): string => (iso ? dateOf({ iso, zone: null }) : "");
  const [since, until] = [said(relation.since), said(relation.until)];
  if (since && until) return since === until ? since : words.fromTo(since, until);
  if (since) return words.since(since);
  return until ? words.until(until) : "";
}

/** What it is to the other one: "Member of", or "Has as member" seen from there. */
export function relationWords(relation: Relation): string {
  if (relation.kind === "holds") return relation.role;
  return relation.inverse ? words.inverse[relation.kind] : words.kinds[relation.kind];
}

const ISO = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** Whether the end comes before the beginning, as far as both are told: `2004` is in `2004-03`. */
export function endsBefore(since: string, until: string): boolean {
  if (!ISO.test(since) || !ISO.test(until)) return false;
  const told = Math.min(since.length, until.length);
  return until.slice(0, told) < since.slice(0, told);
}
