/**
 * Ctrl+Z anywhere but in a text takes back what a person did last: what was typed in the note that
 * is on screen, where that is newer than the last step of the notebook; else that step. Redo does again what was taken back last.
 */
import { redo as redoIn, undo as undoIn } from "@codemirror/commands";
import type { EditorView } from "@codemirror/view";

import { notebook } from "../../api/client";
import type { UndoStep } from "../../api/generated";
import { backInOrder, isTakingBack } from "../../state/stepOrder";
import { redo, showFailure, toasts, undo } from "../../state/toasts.svelte";
import { nextIn, walkIn, type Next } from "./editor/steps";
import { shownTexts, stepsDone } from "./noteSteps";
import { flushNotes } from "./openNotes";

/** A step stands in the text and in the notebook: there it is taken back from the text, in its turn. */
const isNewer = ({ at, here }: Next, step: UndoStep | null): boolean => step === null || here?.step?.id === step.id || at > step.atMs;

/** The text on screen in which something was done, or taken back, last. */
function newest(command: typeof undoIn): { view: EditorView; next: Next } | undefined {
  const texts = shownTexts().flatMap((view) => {
    const next = nextIn(view, command);
    return next ? [{ view, next }] : [];
  });
  return texts.sort((one, other) => other.next.at - one.next.at)[0];
}

/** What is next in a text is gone where it was taken back elsewhere: then the next one is looked at. */
async function walkLast(command: typeof undoIn, peek: () => Promise<UndoStep | null>, elsewhere: () => Promise<unknown>): Promise<void> {
  await stepsDone();
  for (;;) {
    const step = await peek();
    const last = newest(command);
    if (!last || !isNewer(last.next, step)) return void (await elsewhere());
    if ((await walkIn(last.view, command)) !== "gone") return;
  }
}

/** Each key is judged by what the one before left, and by what was asked for before it. */
async function inTurn(held: boolean, act: () => Promise<void>, command: string): Promise<void> {
  if (held && isTakingBack()) return;
  try {
    await backInOrder(act);
  } catch (thrown) {
    showFailure(thrown, command);
  }
}

/** `held`: the key is held down, and asks for nothing while one is taken back. */
export function undoLast(held: boolean): Promise<void> {
  // An offer that comes by a key before this one was not seen.
  const offered = toasts.current?.step?.id ?? -1;
  return inTurn(held, () => walkLast(undoIn, notebook.undoPeek, () => undo(null, false, held, offered)), "undo");
}

export function redoLast(held: boolean): Promise<void> {
  const peek = async (): Promise<UndoStep | null> => {
    // A step is done again where texts are those that it was taken back from: what was undone since is on its way.
    await flushNotes();
    return notebook.redoPeek();
  };
  return inTurn(held, () => walkLast(redoIn, peek, () => redo(held)), "redo");
}
