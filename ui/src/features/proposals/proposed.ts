// Proposed places as mentions that are only suggested: so the text draws both alike.

import type { Article, Mention, MentionId, Proposal, ProposalId, Span } from "../../api/generated";

/** Between a proposal's id and the number of the place. */
const AT = "#";

export function markOf(proposal: ProposalId, place: number): MentionId {
  return `${proposal}${AT}${place}`;
}

/** A mark that is of a proposal, also of one that is decided by now. */
export function isProposed(mark: MentionId): boolean {
  return mark.includes(AT);
}

/** The proposal and the place that a mark in the text is of; undefined for a mention. */
export function proposedAt(article: Article, mark: MentionId): { proposal: Proposal; span: Span } | undefined {
  const [id, place] = mark.split(AT);
  if (place === undefined) return undefined;
  const proposal = article.proposals.find((known) => known.id === id);
  const words = proposal?.spans[Number(place)];
  return proposal && words ? { proposal, span: words.span } : undefined;
}

function placesOf(proposal: Proposal): Mention[] {
  return proposal.spans.map(({ span, words }, place) => ({
    id: markOf(proposal.id, place),
    entity: proposal.entity ?? "",
    kind: proposal.kind,
    name: proposal.name,
    anchor: { span, exact: words, prefix: "", suffix: "" },
    status: "suggested",
    by: "name",
    matched: null,
    orphaned: false,
  }));
}

/** Everything that the text of an article is marked with. */
export function marksOf(article: Article): Mention[] {
  if (article.proposals.length === 0) return article.mentions;
  return [...article.mentions, ...article.proposals.flatMap(placesOf)];
}
