/** The rows of the note list, kept while other views show, so that coming back is instant. */
import { notes as client } from "../../api/client";
import type { NoteRow } from "../../api/generated";
import { Pages } from "../../state/pages.svelte";

export const noteRows = new Pages<NoteRow>((offset, limit) => client.list(offset, limit));

const REFRESH_MS = 700;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Fetches the list again soon; typing in a note saves often and needs one fetch. */
export function refreshNoteRows(): void {
  if (waiting !== undefined) return;
  waiting = setTimeout(() => {
    waiting = undefined;
    void noteRows.refresh();
  }, REFRESH_MS);
}
