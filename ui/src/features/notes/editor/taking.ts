/** What is let go over an open note: articles, entities and quotes become links or cards, pictures are its own. */
import type { EditorView } from "@codemirror/view";
import { takeDrops } from "../../../state/pointerDrag";
import { linkMarkup } from "../linkMarkup";
import { takePictures } from "../pictureDrops";
import { droppedPictures } from "../pictures";
import { addLabels } from "./noteLinks";

/** `parent` is the element that the editor stands in. Returns how to stop. */
export function takeDropped(editor: EditorView, parent: HTMLElement): () => void {
  let gone = false;
  const stopLinks = takeDrops(parent, ({ target, title }, x, y) => {
    const at = editor.posAtCoords({ x, y }) ?? editor.state.doc.length;
    const line = editor.state.doc.lineAt(at);
    const link = linkMarkup(target, title);
    // A quote is shown as a card where it stands alone on its line.
    const insert = target.to === "quote" ? `${at > line.from ? "\n\n" : ""}${link}${at < line.to ? "\n\n" : ""}` : link;
    editor.dispatch({
      changes: { from: at, insert },
      selection: { anchor: at + insert.length },
      effects: addLabels.of([{ target, title, kind: null, gone: false }]),
      userEvent: "input.drop",
    });
    editor.focus();
    return true;
  });
  // The whole sheet: a short note leaves most of it blank.
  const stopPictures = takePictures(parent.closest<HTMLElement>("[data-scope=editor]") ?? parent, (drop, x, y) => {
    const found = editor.posAtCoords({ x, y }, false);
    void droppedPictures(drop).then((markdown) => {
      if (markdown === "" || gone) return;
      const at = Math.min(found, editor.state.doc.length);
      editor.dispatch({
        changes: { from: at, insert: markdown },
        selection: { anchor: at + markdown.length },
        userEvent: "input.drop",
        scrollIntoView: true,
      });
      editor.focus();
    });
  });
  return () => {
    gone = true;
    stopLinks();
    stopPictures();
  };
}
