/** Steps that change texts of notes: what is typed in these meanwhile comes after them. */
import type { UndoAction } from "../api/generated";

type Hold = <T>(act: () => Promise<T>) => Promise<T>;

/** What changes the text of a note, as a whole or with something else. */
export const CHANGES_TEXTS: ReadonlySet<UndoAction> = new Set<UndoAction>(["renameNote", "mergeNotes", "splitNote", "restoreNoteVersion", "linkMention", "clip"]);

let hold: Hold = (act) => act();

/** Says how what is typed is held back: whoever knows the open notes does. */
export function holdTextsWith(how: Hold): void {
  hold = how;
}

/** Takes back or does again a step of this kind. */
export const withTextsHeld = <T>(action: UndoAction, act: () => Promise<T>): Promise<T> => (CHANGES_TEXTS.has(action) ? hold(act) : act());
