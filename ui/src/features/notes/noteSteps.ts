/** Steps of the notebook that are taken back and done again with Ctrl+Z in the text of a note. */
import { logProblem, notebook } from "../../api/client";
import type { UndoAction } from "../../api/generated";
import { redo, undo } from "../../state/toasts.svelte";
import type { StepOptions } from "./editor/steps";
import type { NoteSession } from "./session.svelte";

/**
 * What Ctrl+Z in a text may take back of the notebook with nothing left in the text: nothing that
 * is done to anything but notes, and nothing that puts an older text in the place of one that may
 * have been written on since.
 */
const OF_NOTES: ReadonlySet<UndoAction> = new Set<UndoAction>(["mergeNotes", "splitNote", "deleteNote", "makeTemplate", "unmakeTemplate"]);

/** Whether a step is one that is done to a note as a whole. */
export const ofNotes = (action: UndoAction): boolean => OF_NOTES.has(action) || action === "restoreNoteVersion";

/** For the text of the note that `of` gives: what comes of a step is shown. */
export function stepsOf(of: () => NoteSession | undefined): StepOptions {
  const around = async (act: () => Promise<boolean>): Promise<boolean> => {
    try {
      const did = await act();
      await of()?.refresh();
      return did;
    } catch (thrown) {
      // What failed of the step itself was said.
      logProblem(`a step of a note: ${String(thrown)}`);
      return true;
    }
  };
  return {
    takeBack: ({ step }) => around(() => undo(step, true)),
    doAgain: (here) =>
      around(async () => {
        if ((await notebook.redoPeek())?.id !== here.step.id) return false;
        here.step = (await redo()) ?? here.step;
        return true;
      }),
    undoElsewhere: () =>
      around(async () => {
        const latest = await notebook.undoPeek();
        return latest !== null && OF_NOTES.has(latest.action) && undo(latest);
      }),
  };
}
