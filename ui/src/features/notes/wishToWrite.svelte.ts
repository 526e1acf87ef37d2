// Who asks for a note by a key, or goes back to one, means to write in it: once it is on screen
// its text gets the keyboard. A link that was followed is read first.

import type { NoteId } from "../../api/generated";

/** Milliseconds after which nobody means it any more, where another note came in between. */
const PATIENCE = 5000;

export type Wish = {
  note: NoteId;
  /** Behind the text, or where it was left: one that was not yet seen begins at its beginning. */
  at: "left" | "end";
};

let wanted = $state.raw<(Wish & { until: number }) | null>(null);

export const wishToWrite = {
  ask(note: NoteId, at: Wish["at"]): void {
    wanted = { note, at, until: performance.now() + PATIENCE };
  },
  /** The wish to write in this note, which is met by asking. */
  take(note: NoteId): Wish | null {
    const wish = wanted;
    if (wish?.note !== note) return null;
    wanted = null;
    return performance.now() < wish.until ? wish : null;
  },
};
