/** When what can be undone in a text, and done again, came into its history: of the text and the notebook the newest is undone first. */
import { redoDepth, undoDepth } from "@codemirror/commands";
import { StateField, Transaction, type EditorState } from "@codemirror/state";

/** Milliseconds since 1970 for each part of the history, the newest last. */
interface Moments {
  readonly undo: readonly number[];
  readonly redo: readonly number[];
}

/** Of a history that is so deep by now: what was added is the newest, and the newest goes where it was written over. */
function fit(before: readonly number[], depth: number, added: boolean): readonly number[] {
  if (!added || depth === 0) return depth < before.length ? before.slice(0, depth) : before;
  // What is typed on is joined with the newest, and of a deep history the oldest goes.
  const older = depth > before.length ? before : depth === before.length ? before.slice(0, -1) : before.slice(before.length - depth + 1);
  return [...older, Date.now()];
}

/** Comes behind the history, whose depth it reads. */
export const moments = StateField.define<Moments>({
  create: () => ({ undo: [], redo: [] }),
  update: (before, transaction) => {
    const [undone, redone] = [transaction.isUserEvent("undo"), transaction.isUserEvent("redo")];
    const [done, left] = [undoDepth(transaction.state), redoDepth(transaction.state)];
    const written = transaction.docChanged && transaction.annotation(Transaction.addToHistory) !== false;
    const undo = fit(before.undo, done, !undone && (redone || written || done > before.undo.length));
    const redo = fit(before.redo, left, undone);
    return undo === before.undo && redo === before.redo ? before : { undo, redo };
  },
});

/** When what is undone next was done, or what is done again next was undone; null where there is none. */
export function momentOf(state: EditorState, way: keyof Moments): number | null {
  return state.field(moments)[way].at(-1) ?? null;
}
