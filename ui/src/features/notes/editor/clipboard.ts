/**
 * Copying gives readable words; pasting back into a note gives the links again.
 */
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { findLinks, readableText } from "../linkMarkup";
import { linkLabels } from "./noteLinks";

/** Our own clipboard type, beside `text/plain`. */
const NOTE_TYPE = "application/x-dragoman-note";

function selectedMarkdown(view: EditorView): string {
  return view.state.selection.ranges
    .filter((range) => !range.empty)
    .map((range) => view.state.sliceDoc(range.from, range.to))
    .join("\n");
}

function copy(event: ClipboardEvent, view: EditorView, cut: boolean): boolean {
  const markdown = selectedMarkdown(view);
  if (event.clipboardData === null || findLinks(markdown).length === 0) return false;
  event.preventDefault();
  event.clipboardData.setData("text/plain", readableText(markdown, view.state.field(linkLabels)));
  event.clipboardData.setData(NOTE_TYPE, markdown);
  if (cut && !view.state.readOnly) {
    view.dispatch(view.state.replaceSelection(""), { userEvent: "delete.cut", scrollIntoView: true });
  }
  return true;
}

export function noteClipboard(): Extension {
  return [
    EditorView.clipboardOutputFilter.of((text, state) => readableText(text, state.field(linkLabels))),
    EditorView.domEventHandlers({
      copy: (event, view) => copy(event, view, false),
      cut: (event, view) => copy(event, view, true),
      paste(event, view) {
        const markdown = event.clipboardData?.getData(NOTE_TYPE) ?? "";
        if (markdown === "" || view.state.readOnly) return false;
        event.preventDefault();
        view.dispatch(view.state.replaceSelection(markdown), {
          userEvent: "input.paste",
          scrollIntoView: true,
        });
        return true;
      },
    }),
  ];
}
