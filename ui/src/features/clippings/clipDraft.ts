// What the popover asks the notebook to keep.

import type { Clipping, ClippingColour, ClippingFacts, ProposedQuote, QuoteType, Said } from "../../api/generated";
import { draftOfKept, draftOfProposed, newParty, NO_PARTY, type PartyDraft } from "./partyDraft";

export type ClipDraft = {
  speaker: PartyDraft;
  via: PartyDraft;
  type: QuoteType;
  original: string;
  /** `2022-05-09`, or less of it. */
  date: string;
  /** What the date was read from, while it is that date. */
  read: Said | null;
  comment: string;
  colour: ClippingColour;
};

export const COLOURS: readonly ClippingColour[] = ["yellow", "green", "blue", "pink"];
export const TYPES: readonly QuoteType[] = ["direct", "partial", "paraphrase", "translation"];

export function emptyDraft(colour: ClippingColour): ClipDraft {
  return { speaker: { ...NO_PARTY }, via: { ...NO_PARTY }, type: "direct", original: "", date: "", read: null, comment: "", colour };
}

export function draftOf(proposed: ProposedQuote, colour: ClippingColour): ClipDraft {
  return {
    ...emptyDraft(colour),
    speaker: draftOfProposed(proposed.speaker),
    via: draftOfProposed(proposed.via),
    type: proposed.type,
    date: proposed.said?.time.iso ?? "",
    read: proposed.said,
  };
}

export function draftOfClipping({ quote, colour, comment }: Clipping): ClipDraft {
  const empty = { ...emptyDraft(colour), comment };
  if (!quote) return empty;
  return {
    ...empty,
    speaker: draftOfKept(quote.speaker),
    via: draftOfKept(quote.via),
    type: quote.type,
    original: quote.original ?? "",
    date: quote.said?.time.iso ?? "",
    read: quote.said,
  };
}

/** A year, a month or a day that there is. */
export function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  return date.getUTCMonth() === Number(month ?? 1) - 1 && date.getUTCDate() === Number(day ?? 1);
}

/** Null where the date is none. */
export function factsOf(draft: ClipDraft): ClippingFacts | null {
  const date = draft.date.trim();
  const read = draft.read?.time.iso === date ? draft.read : null;
  if (date !== "" && !read && !isDate(date)) return null;
  const said = date === "" ? null : (read ?? { time: { iso: date, zone: null }, phrase: null });
  const original = draft.type === "translation" && draft.original.trim() !== "" ? draft.original : null;
  return {
    colour: draft.colour,
    comment: draft.comment,
    quote: { type: draft.type, speaker: newParty(draft.speaker), via: newParty(draft.via), original, said },
  };
}

/** What a clipping says, for changing a part of it. */
export function factsOfClipping(clipping: Clipping): ClippingFacts {
  const { colour, comment, quote } = clipping;
  if (!quote) return { colour, comment, quote: null };
  return factsOf(draftOfClipping(clipping)) ?? { colour, comment, quote: null };
}
