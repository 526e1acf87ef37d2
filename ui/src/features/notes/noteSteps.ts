/** Steps of the notebook that are taken back and done again with Ctrl+Z in the text of a note. */
import { tick } from "svelte";
import type { EditorView } from "@codemirror/view";
import { logProblem, notebook } from "../../api/client";
import type { NoteId, UndoAction } from "../../api/generated";
import { CHANGES_TEXTS } from "../../state/heldTexts";
import { backInOrder } from "../../state/stepOrder";
import { offerUndo, redo, undo } from "../../state/toasts.svelte";
import { Turns } from "../../state/turns";
import { beginStep, endStep, keepBusy, type StepOptions, type Walked } from "./editor/steps";
import { whileHeld } from "./openNotes";
import type { NoteSession } from "./session.svelte";

/**
 * What Ctrl+Z in a text may take back of the notebook with nothing left in the text: nothing that
 * is done to anything but notes, and nothing that puts an older text in the place of one that may
 * have been written on since.
 */
const OF_NOTES: ReadonlySet<UndoAction> = new Set<UndoAction>(["renameNote", "mergeNotes", "splitNote", "linkMention", "deleteNote", "makeTemplate", "unmakeTemplate"]);

/** Steps that are done, taken back and done again in texts: each shows what came of it before the next begins. */
const turns = new Turns();

/** Texts of notes as they are shown. */
const shown = new Map<NoteId, Set<EditorView>>();

/** This shows the text of a note. Returns how it ends. */
export function showsText(id: NoteId, view: EditorView): () => void {
  const views = shown.get(id) ?? new Set();
  shown.set(id, views.add(view));
  return () => {
    views.delete(view);
    if (views.size === 0 && shown.get(id) === views) shown.delete(id);
  };
}

/** The texts of notes that a person sees, and could write in. */
export function shownTexts(): EditorView[] {
  const views = [...shown.values()].flatMap((views) => [...views]);
  return views.filter(({ dom }) => dom.closest("[inert]") === null);
}

/** Resolves once what is done to texts by now is done. */
export const stepsDone = (): Promise<void> => turns.take(() => undefined);

/**
 * Does what changes the text of a note in the notebook, and offers to take it back: with a toast,
 * and with Ctrl+Z in that text in its turn. Without a note it changes none. `did` says of what
 * came of it whether anything was done.
 */
export async function doStep<T>(id: NoteId | null, act: () => Promise<T>, did: (result: T) => boolean = () => true): Promise<T> {
  const views = [...((id !== null && shown.get(id)) || [])];
  const free = views.map(keepBusy);
  try {
    return await turns.take(() => inViews(views, act, did));
  } finally {
    for (const end of free) end();
  }
}

async function inViews<T>(views: readonly EditorView[], act: () => Promise<T>, did: (result: T) => boolean): Promise<T> {
  const begun = views.map((view) => ({ view, here: beginStep(view) }));
  let step = null;
  try {
    const result = await whileHeld(act);
    await tick();
    step = did(result) ? await offerUndo() : null;
    return result;
  } finally {
    // The newest step may be another's by now: an import goes on meanwhile.
    const own = step !== null && CHANGES_TEXTS.has(step.action) ? step : null;
    for (const { view, here } of begun) endStep(view, here, own);
  }
}

/** For the text of the note that `of` gives: what comes of a step is shown. */
export function stepsOf(of: () => NoteSession | undefined): StepOptions {
  const around = async (act: () => Promise<Walked>): Promise<Walked> => {
    let walked: Walked = "failed";
    try {
      walked = await act();
      await of()?.refresh();
      await tick();
    } catch (thrown) {
      // What failed of the step itself was said.
      logProblem(`a step of a note: ${String(thrown)}`);
    }
    return walked;
  };
  return {
    inTurn: (act) => turns.take(act),
    takeBack: ({ step }) => around(async () => (step === null ? "gone" : undo(step, true))),
    doAgain: (here) =>
      around(async () => {
        // What was done again of the text before this is what it rests on.
        await of()?.flush();
        const { step } = here;
        if (step === null || (await notebook.redoPeek())?.id !== step.id) return "gone";
        const again = await redo();
        if (again === null) return "failed";
        here.step = again;
        return "done";
      }),
    // The newest is what was asked for last, which may be under way. Nothing else that is taken back leads here.
    undoElsewhere: () =>
      backInOrder(() =>
        around(async () => {
          const latest = await notebook.undoPeek();
          return latest !== null && OF_NOTES.has(latest.action) ? undo(latest) : "gone";
        }),
      ),
  };
}
