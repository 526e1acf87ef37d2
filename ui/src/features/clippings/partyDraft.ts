// A speaker or a source while it is being chosen.

import type { EntityCandidate, EntityId, EntityKind, NewParty, Party, ProposalId, ProposedParty } from "../../api/generated";

export type PartyDraft = {
  entity: EntityId | null;
  proposal: ProposalId | null;
  /** Of the entity, or of the one that is to be made. */
  kind: EntityKind | null;
  /** A new entity of this kind is wanted. */
  make: EntityKind | null;
  name: string;
  /** What the text calls them. */
  words: string;
  /** Read from a pronoun. */
  guessed: boolean;
};

export const NO_PARTY: PartyDraft = { entity: null, proposal: null, kind: null, make: null, name: "", words: "", guessed: false };

export function draftOfProposed(party: ProposedParty | null): PartyDraft {
  if (!party) return { ...NO_PARTY };
  const { entity, proposal, kind, name, words, guessed } = party;
  return { entity, proposal, kind, make: null, name, words, guessed };
}

export function draftOfKept(party: Party | null): PartyDraft {
  if (!party) return { ...NO_PARTY };
  const { entity, kind, name, words } = party;
  return { ...NO_PARTY, entity, kind, name, words };
}

export function draftOfEntity(candidate: EntityCandidate, words: string): PartyDraft {
  return { ...NO_PARTY, entity: candidate.id, kind: candidate.kind, name: candidate.name, words };
}

/** Letters that were typed: as written, until one of the entities is chosen. */
export function draftOfTyped(name: string, words: string): PartyDraft {
  return { ...NO_PARTY, name, words: name.trim() === "" ? "" : words };
}

/** What the notebook is asked to keep; nothing for nobody. */
export function newParty(draft: PartyDraft): NewParty | null {
  const name = draft.name.trim();
  if (name === "") return null;
  const { entity, proposal, make, words } = draft;
  return { entity, proposal, make, name, words };
}

const plain = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase().trim();

/** Names of the article that typed letters begin, or begin a word of; all of them for none. */
export function namedHere(others: readonly ProposedParty[], typed: string): ProposedParty[] {
  const start = plain(typed);
  if (start === "") return [...others];
  const fits = (name: string): boolean => name.startsWith(start) || name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(start));
  return others.filter(({ name, words }) => fits(plain(name)) || fits(plain(words)));
}
