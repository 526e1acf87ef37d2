// What the tag popover offers and what a choice asks the notebook for.

import type { ArticleId, EntityCandidate, EntityKind, Span, TagRequest, TagScope } from "../../api/generated";

export const KINDS: readonly EntityKind[] = ["person", "organisation", "place", "event"];
export const SCOPES: readonly TagScope[] = ["mention", "article", "always"];

/** The scope after `scope`, around the end. */
export function nextScope(scope: TagScope): TagScope {
  return SCOPES[(SCOPES.indexOf(scope) + 1) % SCOPES.length] ?? "mention";
}

/** The kind that a key 1–4 picks. */
export function kindOfKey(key: string): EntityKind | undefined {
  return /^[1-4]$/.test(key) ? KINDS[Number(key) - 1] : undefined;
}

/** What is asked for: a known entity, or a new one of this kind and name. */
export function requestOf(
  article: ArticleId,
  span: Span,
  chosen: EntityCandidate | { kind: EntityKind; name: string },
  scope: TagScope,
): TagRequest {
  const target =
    "id" in chosen
      ? ({ is: "known", id: chosen.id } as const)
      : ({ is: "new", kind: chosen.kind, name: chosen.name.trim() } as const);
  return { article, span, target, scope };
}
