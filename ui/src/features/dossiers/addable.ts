// How many of the results a dossier can take.

import type { HitKind, SearchCounts } from "../../api/generated";

/** Results that are added at once; the core gathers no more. */
export const MOST_ADDED = 10_000;

/** Those of the kinds that are chosen, or of all. */
export function addable(counts: SearchCounts, kinds: readonly HitKind[]): number {
  const of: Record<HitKind, number> = { article: counts.articles, note: counts.notes, entity: counts.entities, quote: counts.quotes };
  return (kinds.length === 0 ? (Object.keys(of) as HitKind[]) : kinds).reduce((sum, kind) => sum + of[kind], 0);
}
