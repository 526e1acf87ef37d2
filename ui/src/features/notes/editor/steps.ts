/**
 * Ctrl+Z in a text takes back what was typed in it and, in its turn, what was done to the note as
 * a whole. That is a step of the notebook, which also changed other notes: the notebook takes it
 * back, and its text comes from there. What the step changed here stands in the history too, so
 * that what was typed before it is undone as if it had not been.
 */
import { isolateHistory, invertedEffects, redo, undo } from "@codemirror/commands";
import { Facet, Prec, StateEffect, Transaction, type Extension } from "@codemirror/state";
import { EditorView, keymap, type Command } from "@codemirror/view";
import type { UndoStep } from "../../../api/generated";
import { momentOf, moments } from "./moments";
import { changesTo, replaceBody, showNextBy, takeNext } from "./otherBody";

/** A step that was done here; null where it is not known which. Done again it has another number. */
export interface StepHere {
  step: UndoStep | null;
}

/** `gone`: it was taken back or done again elsewhere before. */
export type Walked = "done" | "gone" | "failed";

export interface StepOptions {
  /** Resolve once the text is shown. */
  takeBack: (here: StepHere) => Promise<Walked>;
  doAgain: (here: StepHere) => Promise<Walked>;
  /** Nothing of this text is left to be undone. What was written since would be lost by redoing elsewhere. */
  undoElsewhere: () => Promise<unknown>;
  /** Does this after what is done to notes already: the next text that is shown is of one step alone. */
  inTurn: (act: () => Promise<void>) => Promise<void>;
}

/** What a text asks for its steps. */
const options = Facet.define<StepOptions>();

const done = StateEffect.define<StepHere>();
const takenBack = StateEffect.define<StepHere>();

/** Of what is typed nothing is taken back while steps are done or taken back: their text is on the way. */
const underWay = new WeakMap<EditorView, number>();

const isBusy = (view: EditorView): boolean => (underWay.get(view) ?? 0) > 0;

/** Keeps Ctrl+Z from this text until what is returned is called. */
export function keepBusy(view: EditorView): () => void {
  underWay.set(view, (underWay.get(view) ?? 0) + 1);
  return () => void underWay.set(view, (underWay.get(view) ?? 1) - 1);
}

const ofStep = ({ effects }: Transaction): StepHere | null => effects.find((effect) => effect.is(done) || effect.is(takenBack))?.value as StepHere | undefined ?? null;

/** Whether what this changes is the notebook's: nobody typed it. */
export const isOfNotebook = (transaction: Transaction): boolean => transaction.annotation(Transaction.remote) === true || ofStep(transaction) !== null;

/** A step is about to be done to the note that this shows. Each needs one `endStep` before the next. */
export function beginStep(view: EditorView): StepHere {
  const here: StepHere = { step: null };
  showNextBy(view, (body) => {
    view.dispatch({ changes: changesTo(view, body) ?? [], effects: done.of(here), annotations: [Transaction.remote.of(true), isolateHistory.of("full")] });
  });
  return here;
}

/** The step is done, and its text is shown; null where it was not done, or is not known. */
export function endStep(view: EditorView, here: StepHere, step: UndoStep | null): void {
  here.step = step;
  const unchanged = takeNext(view);
  if (unchanged && step) view.dispatch({ effects: done.of(here), annotations: isolateHistory.of("full") });
}

type Walk = typeof undo;

/** What would be undone next in a text, or done again: when it was done, or undone, and of which step it is. */
export interface Next {
  at: number;
  here: StepHere | null;
}

/** Null where there is nothing left. */
export function nextIn(view: EditorView, command: Walk): Next | null {
  const next = peek(view, command);
  const at = momentOf(view.state, command === undo ? "undo" : "redo");
  return next && at !== null ? { at, here: ofStep(next) } : null;
}

/** Goes one step back or on in the history, for a key that was pressed elsewhere; to `gone` where there is none. */
export async function walkIn(view: EditorView, command: Walk): Promise<Walked> {
  const next = peek(view, command);
  if (!next) return "gone";
  const here = ofStep(next);
  if (here) return walkStep(view, command, here);
  view.dispatch(next);
  return "done";
}

/** Goes one step back or on in the history, over those that are gone; false where there is none. */
function walk(view: EditorView, command: Walk): boolean {
  const next = peek(view, command);
  if (!next) return false;
  const here = ofStep(next);
  if (here) void walkStep(view, command, here).then((walked) => walked === "gone" && walk(view, command));
  else view.dispatch(next);
  return true;
}

function peek(view: EditorView, command: Walk): Transaction | null {
  const found: Transaction[] = [];
  command({ state: view.state, dispatch: (transaction) => void found.push(transaction) });
  return found[0] ?? null;
}

async function walkStep(view: EditorView, command: Walk, here: StepHere): Promise<Walked> {
  const show = (body: string): void => {
    const next = peek(view, command);
    // What was typed meanwhile stands before it in the history by now.
    if (next && ofStep(next) === here) view.dispatch(next);
    replaceBody(view, body);
  };
  const free = keepBusy(view);
  const [asked] = view.state.facet(options);
  let walked: Walked = "failed";
  try {
    await asked?.inTurn(async () => {
      showNextBy(view, show);
      try {
        walked = await (command === undo ? asked.takeBack(here) : asked.doAgain(here));
      } finally {
        // One that failed keeps its place.
        if (takeNext(view) && walked !== "failed") show(view.state.doc.toString());
      }
    });
  } finally {
    free();
  }
  return walked;
}

export function notebookSteps(asked: StepOptions): Extension {
  /** The key is held down: what it takes back by the way is of this text alone. */
  let held = false;

  async function elsewhere(view: EditorView): Promise<void> {
    const free = keepBusy(view);
    try {
      await asked.undoElsewhere();
    } finally {
      free();
    }
  }

  const undoes: Command = (view) => {
    if (!isBusy(view) && !walk(view, undo) && !held && !view.state.readOnly) void elsewhere(view);
    return true;
  };
  const redoes: Command = (view) => {
    if (!isBusy(view)) walk(view, redo);
    return true;
  };

  return [
    options.of(asked),
    moments,
    invertedEffects.of(({ effects }) => effects.flatMap((effect) => (effect.is(done) ? [takenBack.of(effect.value)] : effect.is(takenBack) ? [done.of(effect.value)] : []))),
    Prec.highest(
      EditorView.domEventHandlers({
        keydown: (event) => void (held = event.repeat),
        // As from the menu of the desktop.
        beforeinput: (event, view) => {
          const walks = { historyUndo: undoes, historyRedo: redoes }[event.inputType];
          if (!walks) return false;
          event.preventDefault();
          return walks(view);
        },
      }),
    ),
    keymap.of([
      { key: "Mod-z", run: undoes },
      { key: "Mod-y", mac: "Mod-Shift-z", run: redoes },
      { linux: "Ctrl-Shift-z", run: redoes },
    ]),
  ];
}
