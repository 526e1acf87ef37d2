// What was just done and can be taken back, or was taken back and can be done again; and
// short notices.

import { notebook, logProblem } from "../api/client";
import { CommandError } from "../api/errors";
import type { UndoStep } from "../api/generated";
import { app, errors, undoWords } from "../strings/en";
import { withTextsHeld } from "./heldTexts";
import { backInOrder, inOrder, isTakingBack } from "./stepOrder";
import { Turns } from "./turns";

/** What a toast's button does where it takes nothing back. */
export type Offer = { label: string; act: () => void };

/** `step` is what its button takes back or, with `again`, does again. */
export type Toast = { key: number; words: string; step: UndoStep | null; again: boolean; offer: Offer | null };

/** How long a toast stays, unless hovered or focused. */
export const TOAST_MS = 8000;

let current = $state.raw<Toast | null>(null);
let undone = $state.raw<UndoStep | null>(null);
let key = 0;
/** One step after the other: a key must not judge one step and take back the next. */
const turns = new Turns();
/** Said once what is shown now is gone; the latest only. */
let waiting: string | null = null;

export const toasts = {
  get current(): Toast | null {
    return current;
  },
  /** What was taken back last, for whoever still shows it as done. */
  get undone(): UndoStep | null {
    return undone;
  },
};

/** A step was taken back, or done again with the number that it has now. */
export type Follow = (step: UndoStep, again: boolean) => Promise<void> | void;
const followers = new Set<Follow>();

/** Hears what is taken back and done again; what is asked for behind it waits for what this does. Returns how it ends. */
export function followSteps(follow: Follow): () => void {
  followers.add(follow);
  return () => void followers.delete(follow);
}

async function tellFollowers(step: UndoStep, again: boolean): Promise<void> {
  const followed = await Promise.allSettled([...followers].map(async (follow) => follow(step, again)));
  for (const each of followed) if (each.status === "rejected") logProblem(`following a step: ${String(each.reason)}`);
}

function show(words: string, step: UndoStep | null, again = false, offer: Offer | null = null): void {
  key += 1;
  current = { key, words, step, again, offer };
}

/** Shows what was done, and what else is to be known of it, with a button that takes it back. */
export function showToast(step: UndoStep, also = ""): void {
  show(also === "" ? undoWords(step) : `${undoWords(step)}. ${also}.`, step);
}

/** Shows a sentence; with a step, also the button that takes it back. */
export function showNotice(words: string, step: UndoStep | null = null): void {
  show(words, step);
}

/** Shows a sentence with a button that goes on with what it says. */
export function showOffer(words: string, offer: Offer): void {
  show(words, null, false, offer);
}

/** Shows that a command failed, where there is no better place for it. */
export function showFailure(thrown: unknown, command = "window"): void {
  const error = CommandError.from(thrown, command);
  if (error.code === "cancelled") return;
  if (error.code === "internal") logProblem(error.message);
  show(`${errors[error.code].what} ${errors[error.code].safe}`, null);
}

/** Shows a sentence that nobody waits for: after what is shown now, whose undoing it must not take away. */
export function showNoticeLater(words: string): void {
  if (current) waiting = words;
  else showNotice(words);
}

export function hideToast(): void {
  current = null;
  const words = waiting;
  waiting = null;
  if (words !== null) showNotice(words);
}

/** After an action that can be undone: shows the step that the notebook has recorded for it, and returns it. */
export async function offerUndo(also = ""): Promise<UndoStep | null> {
  const step = await notebook.undoPeek();
  if (step) showToast(step, also);
  return step;
}

/** `gone`: there is no such step, or none; one that was not taken back is there still. */
export type TakenBack = "done" | "gone" | "failed";

/**
 * Does something behind what is taken back before it, and offers to take it back where it is
 * `undoable`. What failed is said. Whether it was done.
 */
export async function doInOrder(command: string, act: () => Promise<unknown>, undoable = true): Promise<boolean> {
  return inOrder(async () => {
    try {
      await act();
      if (undoable) await offerUndo();
      return true;
    } catch (thrown) {
      showFailure(thrown, command);
      return false;
    }
  });
}

/**
 * Takes back one step, or the latest, after those that were asked for before; who asks sees to
 * the order of other steps (`stepOrder`). A whole import, which may be of another day, is not
 * taken back by the way: it is offered first, and goes when that offer is taken, which stood
 * there when it was asked for (`offered`). A key that is `held` and a button ask for nothing
 * while a step is done. `still`: that there is none any more is not said.
 */
export async function undo(step: UndoStep | null = null, still = false, held = false, offered = current?.step?.id): Promise<TakenBack> {
  if (turns.busy && (held || (step !== null && !still))) return "failed";
  let taken: TakenBack = "failed";
  await turns.take(async () => void (taken = await takeBack(step, still, offered)));
  return taken;
}

async function takeBack(step: UndoStep | null, still: boolean, offered: number | undefined): Promise<TakenBack> {
  try {
    const latest = step ?? (await notebook.undoPeek());
    if (step === null && (latest?.action === "import" || latest?.action === "importProblems") && offered !== latest.id) {
      show(app.undoImportFirst(undoWords(latest)), latest);
      return "failed";
    }
    // The very step that was looked at: another may be the newest by now.
    const taken = latest && (await withTextsHeld(latest.action, () => notebook.undo(latest.id)));
    if (!taken && still) return "gone";
    undone = taken;
    show(taken ? undoneWords(taken) : app.nothingToUndo, taken && (await notebook.redoPeek()), true);
    if (taken) await tellFollowers(taken, false);
    return taken === null ? "gone" : "done";
  } catch (thrown) {
    showFailure(thrown, "undo");
    return "failed";
  }
}

function undoneWords(step: UndoStep): string {
  const words = `${app.undone}: ${undoWords(step)}`;
  return step.kept ? `${words}. ${app.wordsKept}` : words;
}

/** Does the step again that was taken back last, until something else is done. */
export async function redo(held = false): Promise<UndoStep | null> {
  if (turns.busy && held) return null;
  return turns.take(async () => {
    try {
      const next = await notebook.redoPeek();
      const done = next && (await withTextsHeld(next.action, () => notebook.redo()));
      show(done ? `${app.redone}: ${undoWords(done)}` : app.nothingToRedo, done);
      if (done) await tellFollowers(done, true);
      return done;
    } catch (thrown) {
      showFailure(thrown, "redo");
      return null;
    }
  });
}

/** A button takes back this step, or the latest, once all that was asked for before is done. */
export async function undoByButton(step: UndoStep | null = null): Promise<void> {
  if (!isTakingBack()) await backInOrder(() => undo(step));
}

/** A button does the step again that was taken back last. */
export async function redoByButton(): Promise<void> {
  await backInOrder(() => redo());
}
