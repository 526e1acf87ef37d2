// The words of texts by hand: typed, pointed at, and read again.

import type { RereadReport } from "../api/generated";
import { plural } from "./en";

export const typing = {
  menu: "Type the text…",
  title: "Type the text",
  headline: "Title",
  text: "Text",
  note: "A blank line parts paragraphs. The original is kept, and reading it again leaves this text as it is.",
  use: "Use this text",
  again: "What you typed before is here again.",
  startAnew: "Start anew",
};

export const pick = {
  menu: "Pick the text in the original…",
  title: "Pick the text",
  frame: "Original, to point at",
  keys: "Click the article. ↑ wider, ↓ narrower, ← → other blocks, Enter picks, Ctrl+Enter uses it.",
  wider: "Wider",
  narrower: "Narrower",
  none: "Nothing picked yet.",
  nothing: "This holds no text of an article.",
  noPreview: "What this gives could not be read.",
  another: "Another original came meanwhile, and is shown now. Nothing is picked in it yet.",
  pointless: "Nothing in this original can be pointed at.",
  pointlessHint: "Its text can be typed.",
  remember: (host: string) => `Later pages of ${host} are read the same way`,
  use: "Use this text",
  /** What the screen reader says of the block that is pointed at. */
  said: (start: string, words: number, picked: boolean) =>
    `${words === 1 ? "1 word" : `${words} words`}${picked ? ", picked" : ""}: ${start}`,
};

export const outletPicks = {
  heading: "Read where you pointed",
  forget: (host: string) => `Forget ${host}`,
  forgetHere: "Forget",
  forgotten: (host: string) => `The next pages of ${host} are read by the rules again.`,
};

/** How the inspector names where the text as a whole is from. */
export const textOrigins = {
  field: "Text",
  picked: "picked by you",
  pickedFor: (host: string) => `picked for ${host}`,
  typed: "typed by you",
};

export const rereadAll = {
  title: "Read all originals again",
  what: (articles: string) => `${articles} are read again by the rules of this version.`,
  note: "What you corrected, typed, picked and tagged stays. It can be undone in one step.",
  go: "Read all again",
  running: (done: string, total: string) => `Reading originals again: ${done} of ${total}`,
  changed: (articles: string) => `${articles} changed`,
  unread: (originals: string) => `${originals} could not be read`,
  cancelled: "Cancelled. What was read again is kept.",
  same: "All read again: nothing changed",
  sameOfRead: "Nothing changed",
};

/** How reading all again ended, where nothing changed. */
export function rereadEnd({ done, total, unread }: RereadReport): string {
  const missed = unread > 0 ? rereadAll.unread(plural(unread, "original")) : "";
  if (done < total) return missed === "" ? rereadAll.cancelled : `${rereadAll.cancelled} ${missed}.`;
  return missed === "" ? rereadAll.same : `${rereadAll.sameOfRead}. ${missed}.`;
}
