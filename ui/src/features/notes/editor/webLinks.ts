/** Addresses of the web in a note: found in the text, opened only after a person said so. */
import { Prec, type EditorState, type Extension } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";

// An opening bracket ends what is looked at, so that a line of nothing else is passed once.
const MARKDOWN_LINK = /\[[^[\]\n]*\]\((https?:\/\/[^\s)]+)(?:\s+"[^"\n]*")?\)/g;
const BARE = /https?:\/\/[^\s<>"'”’)\]]+/g;

/** The address at `position`: of `[words](address)`, or standing by itself. */
export function addressAt(state: EditorState, position: number): string | null {
  const line = state.doc.lineAt(position);
  const at = position - line.from;
  for (const pattern of [MARKDOWN_LINK, BARE]) {
    for (const match of line.text.matchAll(pattern)) {
      if (match.index > at || at > match.index + match[0].length) continue;
      // A full stop after an address ends the sentence, not the address.
      return (match[1] ?? match[0]).replace(/[.,;:!?]+$/, "");
    }
  }
  return null;
}

export function webLinks(open: (address: string) => void): Extension {
  return [
    EditorView.domEventHandlers({
      mousedown(event, view) {
        if (event.button !== 0 || !(event.ctrlKey || event.metaKey)) return false;
        const position = view.posAtCoords({ x: event.clientX, y: event.clientY });
        const address = position === null ? null : addressAt(view.state, position);
        if (address === null) return false;
        event.preventDefault();
        open(address);
        return true;
      },
    }),
    Prec.high(
      keymap.of([
        {
          key: "Mod-Enter",
          run: (view) => {
            const address = addressAt(view.state, view.state.selection.main.head);
            if (address === null) return false;
            open(address);
            return true;
          },
        },
      ]),
    ),
  ];
}
