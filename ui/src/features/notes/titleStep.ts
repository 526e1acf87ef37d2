// The title of a note is saved while it is typed, and is one step of the notebook once it is left.

import { notes as client } from "../../api/client";
import { inOrder } from "../../state/stepOrder";
import { showFailure } from "../../state/toasts.svelte";
import type { NoteSession } from "./session.svelte";

export class TitleStep {
  #begun: { session: NoteSession; before: string; typed: string } | null = null;

  /** What stands in its field now. */
  type(session: NoteSession, title: string): void {
    const typed = title.replace(/\n/g, " ");
    // A title that was taken back, or given elsewhere meanwhile, is another beginning.
    const goesOn = this.#begun?.session === session && this.#begun.typed === session.title;
    this.#begun = { session, before: goesOn ? (this.#begun?.before ?? "") : session.title, typed };
    session.retitle(typed);
  }

  /** It is left. That a new note is called something at last is no step. */
  end(): void {
    const begun = this.#begun;
    this.#begun = null;
    if (!begun || begun.before === "" || begun.session.title !== begun.typed) return;
    if (begun.typed.trim() !== begun.before) void keep(begun.session, begun.before);
  }
}

async function keep(session: NoteSession, before: string): Promise<void> {
  try {
    await inOrder(() => session.flush().then(() => client.retitled(session.id, before)));
  } catch (thrown) {
    showFailure(thrown, "note_retitled");
  }
}
