/** The rows of the note list, kept while other views show, so that coming back is instant. */
import { notes as client } from "../../api/client";
import type { NoteRow, NoteSort } from "../../api/generated";
import { Pages } from "../../state/pages.svelte";
import { showFailure } from "../../state/toasts.svelte";
import { firstTemplates } from "../../strings/noteWork";

/** What the list shows, and in which order. */
class NoteListed {
  #sort = $state<NoteSort>("edited");
  #filter = $state("");
  #templates = $state(false);

  get sort(): NoteSort {
    return this.#sort;
  }

  /** Words, or beginnings of words, of titles. */
  get filter(): string {
    return this.#filter;
  }

  get templates(): boolean {
    return this.#templates;
  }

  sortBy(sort: NoteSort): void {
    this.#sort = sort;
    noteRows.reset();
  }

  filterBy(words: string): void {
    const same = words.trim() === this.#filter.trim();
    // Before it is asked: the question is made of it.
    this.#filter = words;
    if (!same) noteRows.reset();
  }

  /** All notes, whatever it was narrowed to: one has come that is to show. */
  all(): void {
    if (this.#filter.trim() === "" && !this.#templates) return;
    this.#filter = "";
    this.#templates = false;
    noteRows.reset();
  }

  /** A notebook that never had templates is given the first ones, so that they can be opened. */
  async showTemplates(on: boolean): Promise<void> {
    this.#templates = on;
    noteRows.reset();
    if (!on) return;
    try {
      await client.templates(firstTemplates);
      await noteRows.refresh();
    } catch (thrown) {
      showFailure(thrown, "note_templates");
    }
  }
}

export const noteListed = new NoteListed();

export const noteRows = new Pages<NoteRow>((offset, limit) => {
  const { sort, filter, templates } = noteListed;
  return client.list(offset, limit, { sort, filter, templates });
});

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
