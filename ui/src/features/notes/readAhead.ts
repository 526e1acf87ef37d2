/**
 * A note that is about to be opened is read before it is asked for: one that stands chosen in
 * the switcher is there with the key that opens it.
 */
import { notes as client } from "../../api/client";
import type { Note, NoteId } from "../../api/generated";

/** Milliseconds that a note stands chosen until it is read: not each one that is passed by. */
export const CHOSEN_FOR = 40;
/** The same for the best answer to what was typed: that is opened with the next key, most often, and the shell reads it while the answers are painted. */
export const FIRST_CHOSEN_FOR = 0;
/** Milliseconds after which what was read counts no more. */
const KEPT = 10_000;

let timer: ReturnType<typeof setTimeout> | undefined;
let read: { id: NoteId; note: Promise<Note>; until: number } | null = null;

/** This note, or none, stands chosen. `hear` is told of it once it is read, where it stands chosen still; `after` is in milliseconds. */
export function readAhead(id: NoteId | null, hear: (note: Note) => void = () => undefined, after = CHOSEN_FOR): void {
  clearTimeout(timer);
  if (id === null) read = null;
  else if (read?.id !== id) timer = setTimeout(() => begin(id, hear), after);
}

/** Nothing is chosen any more; what was read stays for who opens it. */
export function stopChoosing(): void {
  clearTimeout(timer);
}

function begin(id: NoteId, hear: (note: Note) => void): void {
  const note = client.get(id);
  const mine = { id, note, until: performance.now() + KEPT };
  read = mine;
  note.then(
    (found) => read === mine && hear(found),
    // Whoever opens it asks again, and hears why it can't be read.
    () => (read = null),
  );
}

/** Something was changed: what was read before may be no more so. */
export function forgetReadAhead(): void {
  clearTimeout(timer);
  read = null;
}

/** The note as it was read ahead, once; else as it is read now. */
export function takeNote(id: NoteId): Promise<Note> {
  const kept = read;
  forgetReadAhead();
  return kept !== null && kept.id === id && performance.now() < kept.until ? kept.note : client.get(id);
}
