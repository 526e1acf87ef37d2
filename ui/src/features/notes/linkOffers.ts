// What links in a note are called, and what is offered for one that is being written.

import { notes as client } from "../../api/client";
import type { LinkLabel, LinkTarget, NoteId } from "../../api/generated";
import { dossierWords } from "../../strings/dossiers";
import { clipWords, kinds, noteWords as words } from "../../strings/en";
import type { Offered } from "./editor/linkPrompt";
import { mergeCandidates } from "./mergeCandidates";
import { proposedNames } from "./newTargets";

/** Rows that `[[` offers. */
const OFFERED = 8;
/** Of them, names at most that nobody has accepted yet. */
const PROPOSED = 3;
/** Candidates asked for, so that each sort can have its share of the rows. */
const ASKED = 24;

/** A link's name for screen readers. */
export function describeLink(target: LinkTarget, shown: string, label: LinkLabel | undefined): string {
  if (label?.gone) return words.linkName(shown, words.gone);
  if (label?.kind) return words.linkName(shown, kinds[label.kind]);
  const sorts = { article: words.article, note: words.note, quote: clipWords.quote, dossier: dossierWords.one };
  return words.linkName(shown, target.to === "entity" ? "" : sorts[target.to]);
}

/** What is offered to link to for what was typed behind `[[` or `@`. */
export async function completeLink(text: string, mark: "[[" | "@", self: NoteId): Promise<readonly Offered[]> {
  const hash = text.indexOf("#");
  if (mark === "[[" && hash >= 0) {
    const passages = await client.passages(text.slice(0, hash), text.slice(hash + 1), self, OFFERED);
    // Else the mark may belong to a name, as in “C#”.
    if (hash === 0 || passages.length > 0) return passages;
  }
  if (mark === "@") {
    const [found, proposed] = await Promise.all([client.completeLink(text, ASKED), proposedNames(text, PROPOSED)]);
    const kept = found.filter(({ target }) => target.to === "entity");
    return [...kept.slice(0, OFFERED - proposed.length), ...proposed];
  }
  const found = await client.completeLink(text, ASKED);
  // Who writes the whole title of the note means it, and no second one that is called so.
  const isMeant = found.some(({ target, title }) => target.to === "note" && target.id === self && isSame(title, text));
  return mergeCandidates(found, OFFERED, isMeant ? undefined : self);
}

const isSame = (title: string, typed: string): boolean => title.localeCompare(typed.trim(), undefined, { sensitivity: "base" }) === 0;
