// Suggestions as the inspector lists them: one row for each entity and wording that is
// tagged already, and one for each name that is proposed.

import type { Article, EntityId, EntityKind, Mention, MentionId, Proposal, ProposalId, Span } from "../../api/generated";
import { inspector, proposals as words } from "../../strings/en";
import { markOf } from "../proposals/proposed";

export type Suggestion = {
  key: string;
  /** The kept entity that it is. */
  entity: EntityId | null;
  kind: EntityKind;
  name: string;
  why: string;
  /** How often, where it is more than once. */
  times: string;
  /** What it is marked with in the text. */
  ids: MentionId[];
  places: Span[];
  /** The proposal that it is; else its marks are mentions. */
  proposal: ProposalId | null;
  /** Accepted together with others. */
  sure: boolean;
  /** Several kept entities may be meant. */
  ambiguous: boolean;
};

const before = (a: Span, b: Span): number => a.block - b.block || a.start - b.start;

function ofMentions(mentions: readonly Mention[]): Suggestion[] {
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    if (mention.status !== "suggested" || mention.orphaned) continue;
    const key = `${mention.entity}\n${mention.anchor.exact}`;
    const group = groups.get(key);
    if (group) group.push(mention);
    else groups.set(key, [mention]);
  }
  return [...groups].flatMap(([key, group]) => {
    const [first] = group.sort((a, b) => before(a.anchor.span, b.anchor.span));
    if (!first) return [];
    const exact = first.anchor.exact === first.name;
    return {
      key,
      entity: first.entity,
      kind: first.kind,
      name: first.name,
      why: exact ? inspector.why.exact : inspector.why.as(first.anchor.exact),
      times: timesOf(group.length),
      ids: group.map(({ id }) => id),
      places: group.map(({ anchor }) => anchor.span),
      proposal: null,
      sure: true,
      ambiguous: false,
    };
  });
}

function timesOf(times: number): string {
  return times > 1 ? inspector.why.times(times) : "";
}

function whyOf(proposal: Proposal): string {
  if (proposal.ambiguous) return words.ambiguous;
  if (proposal.weak) return words.weak;
  const other = proposal.spans.find((place) => place.words !== proposal.name);
  if (other && proposal.spans.every((place) => place.words !== proposal.name)) return inspector.why.as(other.words);
  return proposal.role ?? words.why[proposal.why];
}

function ofProposal(proposal: Proposal): Suggestion {
  return {
    key: proposal.id,
    entity: proposal.entity,
    kind: proposal.kind,
    name: proposal.name,
    why: whyOf(proposal),
    times: timesOf(proposal.spans.length),
    ids: proposal.spans.map((_, place) => markOf(proposal.id, place)),
    places: proposal.spans.map(({ span }) => span),
    proposal: proposal.id,
    sure: !proposal.ambiguous && !proposal.weak,
    ambiguous: proposal.ambiguous,
  };
}

/** What is suggested in an article, in the order of the text. */
export function suggestionsOf(article: Pick<Article, "mentions" | "proposals">): Suggestion[] {
  const rows = [...ofMentions(article.mentions), ...article.proposals.map(ofProposal)];
  const first = (row: Suggestion): Span => row.places[0] ?? { block: Infinity, start: 0, end: 0 };
  return rows.sort((a, b) => before(first(a), first(b)));
}
