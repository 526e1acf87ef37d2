// Puts a quote into a note, as a card on a line of its own.

import { notes } from "../../api/client";
import type { Clipping, NoteId, NoteRow } from "../../api/generated";
import { navigation, setBeside } from "../../state/navigation.svelte";
import { linkMarkup } from "../notes/linkMarkup";
import { closeSession, openSession } from "../notes/openNotes";

/** Where a quote goes: a kept note, or one that is made for it. */
export type Insertion = { note: NoteId } | { title: string };

/** What a person chose: a kept note, one that is called as typed or after the speaker, or none. */
export type InsertInto = NoteId | { title: string } | "new" | "";

export function noteOf(into: InsertInto): NoteId | null {
  return typeof into === "object" || into === "new" || into === "" ? null : into;
}

/** What is left to be done for it: a clip puts its own cards into a note that is there. */
export function leftToInsert(into: InsertInto, speaker: string, isClipped: boolean): Insertion | null {
  if (typeof into === "object") return into;
  if (into === "new") return { title: speaker.trim() };
  return into === "" || isClipped ? null : { note: into };
}

/** The note that is on screen, if one is. */
export function openNoteId(): NoteId | null {
  const { place, beside } = navigation;
  if (beside?.view === "note") return beside.id;
  return place.view === "note" ? place.id : null;
}

export type NoteToInsertIn = Pick<NoteRow, "id" | "title">;

/** Notes that were written last, with the one that is open among them. */
export async function notesToInsertIn(open: NoteId | ""): Promise<readonly NoteToInsertIn[]> {
  const { rows } = await notes.list(0, 6);
  if (open === "" || rows.some(({ id }) => id === open)) return rows;
  const note = await notes.get(open).catch(() => null);
  return note ? [note, ...rows] : rows;
}

/** The words that a link keeps: enough to know it by when the quote is gone. */
const KEPT_WORDS = 200;

export function cardMarkup(clipping: Clipping): string {
  const words = [...clipping.anchor.exact].slice(0, KEPT_WORDS).join("");
  return linkMarkup({ to: "quote", id: clipping.id }, words);
}

/** The text with lines added as paragraphs of their own. */
export function withParagraphs(body: string, lines: readonly string[]): string {
  const start = body.trimEnd();
  return `${start}${start === "" ? "" : "\n\n"}${lines.join("\n\n")}\n`;
}

/** Adds cards at the end of a note, also of one that is being written; opens a new one beside. */
export async function insertQuotes(clippings: readonly Clipping[], into: Insertion): Promise<void> {
  const cards = clippings.map(cardMarkup);
  if ("title" in into) {
    const made = await notes.create(into.title, withParagraphs("", cards));
    setBeside({ view: "note", id: made.id });
    return;
  }
  const session = await openSession(into.note);
  try {
    session.rewrite(withParagraphs(session.body, cards));
    await session.flush();
  } finally {
    await closeSession(session);
  }
}
