/** Where in a text it is asked what to link to. */
import type { EditorState } from "@codemirror/state";
import type { LinkPrompt } from "./linkPrompt";

const LONGEST_TEXT = 80;
/** A name behind the last `@`, which may have spaces: so many words at most. */
const NAME = /(?:^|[\s(“„«"'’])@([^\s@]{1,40}(?: [^\s@]{1,40}){0,4})$/u;

/**
 * The unfinished `[[…` or `@…` before the cursor, if it stands in one. What an input method is
 * `composing` WebKit has selected for as long as it tells the page of it: that counts as typed.
 */
export function promptAt(state: EditorState, composing = false): Pick<LinkPrompt, "from" | "text" | "mark"> | null {
  const { to: head, empty } = state.selection.main;
  if ((!empty && !composing) || state.readOnly) return null;
  const line = state.doc.lineAt(head);
  const before = line.text.slice(0, head - line.from);
  const open = before.lastIndexOf("[[");
  const closed = before.lastIndexOf("]]");
  if (open > closed) {
    const text = before.slice(open + 2);
    if (/[[\]|]/.test(text) || text.length > LONGEST_TEXT || text.startsWith(" ")) return null;
    return { from: line.from + open, text, mark: "[[" };
  }
  // Of links that are whole the words before them ask for nothing.
  const behind = closed < 0 ? 0 : closed + 2;
  const name = NAME.exec(before.slice(behind))?.[1];
  return name === undefined ? null : { from: head - name.length - 1, text: name, mark: "@" };
}
