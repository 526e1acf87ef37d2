/** A text that was not typed here: as it was read again, or as a step of the notebook left it. */
import { Transaction, type ChangeSpec } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { difference } from "../../../text/difference";

type Show = (body: string) => void;

/** How the next body is shown: it is what comes of a step. */
const next = new WeakMap<EditorView, Show>();

/** The next body comes of a step, and is shown so. */
export function showNextBy(view: EditorView, show: Show): void {
  next.set(view, show);
}

/** Nothing is waited for any more; null where the next body has come. */
export function takeNext(view: EditorView): Show | null {
  const show = next.get(view) ?? null;
  next.delete(view);
  return show;
}

/** No more than differs, so that the cursor stays. */
export const changesTo = (view: EditorView, body: string): ChangeSpec | null => difference(view.state.doc.toString(), body);

/**
 * Shows another body, as after a reload. It is not undone in this text, but for what came of a
 * step that stands in its history: who wrote it takes it back.
 */
export function replaceBody(view: EditorView, body: string): void {
  const show = takeNext(view);
  if (show) return show(body);
  const changes = changesTo(view, body);
  if (changes === null) return;
  view.dispatch({ changes, annotations: [Transaction.remote.of(true), Transaction.addToHistory.of(false)] });
}
