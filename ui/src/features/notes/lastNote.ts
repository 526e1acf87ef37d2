// Which note was open last, so that coming back to the notes shows it.

import { notes } from "../../api/client";
import type { NoteId } from "../../api/generated";

let last: { notebook: string; id: NoteId } | null = null;

export function keepLastNote(notebook: string, id: NoteId): void {
  last = { notebook, id };
}

/** Who deletes a note does not come back to it. */
export function forgetLastNote(id: NoteId): void {
  if (last?.id === id) last = null;
}

/** The note of this notebook that was open last and is still kept. */
export async function lastNote(notebook: string, client: Pick<typeof notes, "get"> = notes): Promise<NoteId | null> {
  if (last?.notebook !== notebook) return null;
  const { id } = last;
  const note = await client.get(id).catch(() => null);
  return note && !note.deleted ? note.id : null;
}
