/**
 * Ctrl+Z in a text takes back what was typed in it and, in its turn, what was done to the note as
 * a whole. That is a step of the notebook, which also changed other notes: the notebook takes it
 * back, and its text comes from there.
 */
import { isolateHistory, invertedEffects, redo, undo } from "@codemirror/commands";
import { Prec, StateEffect, type Extension } from "@codemirror/state";
import { EditorView, keymap, type Command } from "@codemirror/view";
import type { UndoStep } from "../../../api/generated";

/** A step that was done here. Done again it has another number. */
export interface StepHere {
  step: UndoStep;
}

export interface StepOptions {
  /** Resolve once the text is shown; to false where it was taken back or done again elsewhere before. */
  takeBack: (here: StepHere) => Promise<boolean>;
  doAgain: (here: StepHere) => Promise<boolean>;
  /** Nothing of this text is left to be undone. What was written since would be lost by redoing elsewhere. */
  undoElsewhere: () => Promise<unknown>;
}

const done = StateEffect.define<StepHere>();
const takenBack = StateEffect.define<StepHere>();

/** A step was done to the note that this shows, and its text is shown. */
export function didStep(view: EditorView, step: UndoStep): void {
  view.dispatch({ effects: done.of({ step }), annotations: isolateHistory.of("full") });
}

export function notebookSteps(options: StepOptions): Extension {
  /** Of what is typed nothing is taken back while a step is: its text is on the way. */
  let acts = false;
  /** The key is held down: what it takes back by the way is of this text alone. */
  let held = false;

  async function act(what: () => Promise<unknown>): Promise<void> {
    acts = true;
    try {
      await what();
    } finally {
      acts = false;
    }
  }

  const undoes: Command = (view) => {
    if (!acts && !undo(view) && !held && !view.state.readOnly) void act(() => options.undoElsewhere());
    return true;
  };
  const redoes: Command = (view) => {
    if (!acts) redo(view);
    return true;
  };

  return [
    invertedEffects.of(({ effects }) => effects.flatMap((effect) => (effect.is(done) ? [takenBack.of(effect.value)] : effect.is(takenBack) ? [done.of(effect.value)] : []))),
    EditorView.updateListener.of(({ view, transactions }) => {
      for (const transaction of transactions) {
        const back = transaction.isUserEvent("undo");
        if (!back && !transaction.isUserEvent("redo")) continue;
        const step = transaction.effects.find((effect) => effect.is(back ? takenBack : done))?.value as StepHere | undefined;
        if (!step) continue;
        void act(() => (back ? options.takeBack(step) : options.doAgain(step)).then((did) => did || (back ? undo : redo)(view)));
      }
    }),
    Prec.highest(EditorView.domEventHandlers({ keydown: (event) => void (held = event.repeat) })),
    keymap.of([
      { key: "Mod-z", run: undoes },
      { key: "Mod-y", mac: "Mod-Shift-z", run: redoes },
      { linux: "Ctrl-Shift-z", run: redoes },
    ]),
  ];
}
