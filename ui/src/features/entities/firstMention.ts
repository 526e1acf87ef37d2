/** Where an article that names an entity is opened from the entity's page. */
import type { EntityId, Mention, Span } from "../../api/generated";

/** The first words that name it, in the order of the text. */
export function firstMention(mentions: readonly Mention[], entity: EntityId): Span | undefined {
  const its = mentions.filter((each) => each.entity === entity && each.status !== "rejected" && !each.orphaned);
  return its.map(({ anchor }) => anchor.span).toSorted((a, b) => a.block - b.block || a.start - b.start)[0];
}
