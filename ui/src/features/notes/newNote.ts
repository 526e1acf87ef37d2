// A new note is written to the notebook at once, so that nothing typed in it can be lost.

import { notes as client } from "../../api/client";
import type { Note, NoteId } from "../../api/generated";

let last: NoteId | null = null;

/** A new note: the one made last, as long as nobody has written in it. */
export async function newNote(notes: Pick<typeof client, "create" | "get"> = client): Promise<Note> {
  if (last !== null) {
    // Of another notebook, or gone: then a new one it is.
    const note = await notes.get(last).catch(() => null);
    if (note && !note.deleted && note.title.trim() === "" && note.body.trim() === "") return note;
  }
  const made = await notes.create("", "");
  last = made.id;
  return made;
}
