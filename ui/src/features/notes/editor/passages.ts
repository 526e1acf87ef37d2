/** Opening a note at a passage of it: a heading, or a block with a name. */
import { EditorView } from "@codemirror/view";
import type { NoteId } from "../../../api/generated";

let wanted: { note: NoteId; anchor: string } | null = null;

/** The note is opened to show this passage. */
export function wantPassage(note: NoteId, anchor: string): void {
  wanted = { note, anchor };
}

/** The passage that the note was opened for; empty when it was opened as a whole. */
export function takePassage(note: NoteId): string {
  const anchor = wanted?.note === note ? wanted.anchor : "";
  wanted = null;
  return anchor;
}

const plain = (text: string): string => text.normalize("NFKC").toLocaleLowerCase().replace(/[[\]|#^\s]+/g, " ").trim();

/** Scrolls to a passage, if the note has it. */
export function showPassage(view: EditorView, anchor: string): void {
  if (anchor === "") return;
  const block = anchor.startsWith("^") ? ` ${anchor}` : null;
  const heading = plain(anchor);
  for (let number = 1; number <= view.state.doc.lines; number += 1) {
    const line = view.state.doc.line(number);
    const text = line.text.trimEnd();
    const found = block ? ` ${text}`.endsWith(block) : /^#{1,6}\s/.test(text) && plain(text) === heading;
    if (!found) continue;
    view.dispatch({ selection: { anchor: line.from }, effects: EditorView.scrollIntoView(line.from, { y: "start", yMargin: 24 }) });
    view.focus();
    return;
  }
}
