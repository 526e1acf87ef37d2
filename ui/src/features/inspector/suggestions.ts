// Suggestions as the inspector lists them: one row for each entity and wording.

import type { EntityKind, Mention, MentionId } from "../../api/generated";
import { inspector } from "../../strings/en";

export type Suggestion = {
  key: string;
  entity: string;
  kind: EntityKind;
  name: string;
  why: string;
  ids: MentionId[];
};

/** Suggested mentions grouped by entity and words, in the order of the text. */
export function suggestionsOf(mentions: readonly Mention[]): Suggestion[] {
  const groups = new Map<string, { first: Mention; ids: MentionId[] }>();
  const suggested = mentions.filter((mention) => mention.status === "suggested" && !mention.orphaned);
  suggested.sort((a, b) => a.anchor.span.block - b.anchor.span.block || a.anchor.span.start - b.anchor.span.start);
  for (const mention of suggested) {
    const key = `${mention.entity}\n${mention.anchor.exact}`;
    const group = groups.get(key);
    if (group) group.ids.push(mention.id);
    else groups.set(key, { first: mention, ids: [mention.id] });
  }
  return [...groups].map(([key, { first, ids }]) => {
    const exact = first.anchor.exact === first.name;
    const words = exact ? inspector.why.exact : inspector.why.as(first.anchor.exact);
    const why = ids.length > 1 ? `${words} ${inspector.why.times(ids.length)}` : words;
    return { key, entity: first.entity, kind: first.kind, name: first.name, why, ids };
  });
}
