/**
 * What is typed in a field can be undone in it until it is left. WebKit's own history is one for
 * the whole page, so that it would take words of a note back from the note's title, and
 * WebKitGTK binds no keys to it.
 */
import { history, redo, undo } from "@codemirror/commands";
import { EditorState, type StateCommand } from "@codemirror/state";
import { matches } from "../keys/chord";
import { commandOf } from "../keys/registry";
import { difference } from "../text/difference";

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Kinds of fields that say what is selected in them. */
const OF_TEXT = new Set(["text", "search", "url", "tel"]);

function fieldOf(target: EventTarget | null): Field | null {
  if (target instanceof HTMLTextAreaElement) return target;
  return target instanceof HTMLInputElement && OF_TEXT.has(target.type) ? target : null;
}

/** The field that is typed in, and its words as they were typed. */
let typed: { field: Field; state: EditorState; composing: boolean } | null = null;

const selected = ({ selectionStart, selectionEnd }: Field) => ({ anchor: selectionStart ?? 0, head: selectionEnd ?? 0 });

/** Whether it has the words that were typed, and no others in their place. */
const isTyped = (field: Field | null): boolean => field !== null && typed?.field === field && typed.state.doc.toString() === field.value;

function aboutToType({ target }: Event): void {
  const field = fieldOf(target);
  if (field === null) return;
  const selection = selected(field);
  if (!isTyped(field)) {
    typed = { field, state: EditorState.create({ doc: field.value, selection, extensions: history() }), composing: false };
  } else if (typed && !typed.composing) {
    const { anchor, head } = typed.state.selection.main;
    if (anchor !== selection.anchor || head !== selection.head) typed.state = typed.state.update({ selection }).state;
  }
}

/** What the history joins with what was typed just before. */
function kindOf(inputType: string, composing: boolean): string {
  if (inputType === "insertCompositionText") return composing ? "input.type.compose" : "input.type.compose.start";
  if (inputType.startsWith("delete")) return "delete";
  return inputType === "insertText" ? "input.type" : "input";
}

function hasTyped(event: Event): void {
  const inputType = event instanceof InputEvent ? event.inputType : "";
  if (typed?.field !== event.target || inputType.startsWith("history")) return;
  const changes = difference(typed.state.doc.toString(), typed.field.value);
  if (changes === null) return;
  typed.state = typed.state.update({ changes, selection: selected(typed.field), userEvent: kindOf(inputType, typed.composing) }).state;
  typed.composing = inputType === "insertCompositionText";
}

function walk(command: StateCommand, inputType: string): boolean {
  if (!typed || typed.field !== document.activeElement || !isTyped(typed.field)) return false;
  const { field, state } = typed;
  let next: EditorState | null = null;
  command({ state, dispatch: (transaction) => (next = transaction.state) });
  if (next === null) return false;
  const { doc, selection } = next as EditorState;
  typed.state = next;
  field.value = doc.toString();
  field.setSelectionRange(selection.main.from, selection.main.to);
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType }));
  return true;
}

/** Takes back what was typed last in the field with the keyboard; false where there is nothing. */
export const undoTyped = (): boolean => walk(undo, "historyUndo");

/** Types it again. */
export const redoTyped = (): boolean => walk(redo, "historyRedo");

/** For who keeps keys from the window: those that undo and redo are the field's. Whether this was one of them. */
export function walkByKey(event: KeyboardEvent): boolean {
  if (event.isComposing || event.defaultPrevented) return false;
  const is = (command: "undo" | "redo"): boolean => commandOf(command).keys.some((key) => matches(key, event));
  if (is("undo")) undoTyped();
  else if (is("redo")) redoTyped();
  else return false;
  event.preventDefault();
  return true;
}

/** Listens for what is typed in fields. Returns how to stop. */
export function watchFields(): () => void {
  const kept = ({ target, key, isComposing }: KeyboardEvent): void => {
    if (key === "Enter" && !isComposing && target instanceof HTMLInputElement) typed = null;
  };
  // The window may be left for another and come back to.
  const left = (): void => {
    if (document.hasFocus()) typed = null;
  };
  const composed = (): void => {
    if (typed) typed.composing = false;
  };
  const watching = new AbortController();
  const options = { capture: true, signal: watching.signal };
  window.addEventListener("beforeinput", aboutToType, options);
  window.addEventListener("input", hasTyped, options);
  window.addEventListener("compositionend", composed, options);
  window.addEventListener("keydown", kept, options);
  window.addEventListener("focusout", left, options);
  return () => watching.abort();
}
