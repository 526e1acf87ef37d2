/**
 * Each line reads in the direction of its own letters. It is said by an attribute, since the
 * editor asks the page for the direction when the caret moves, and margins follow it too.
 */
import { RangeSetBuilder, type Extension } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from "@codemirror/view";

const auto = Decoration.line({ attributes: { dir: "auto" } });

function decorate(view: EditorView): DecorationSet {
  const lines = new RangeSetBuilder<Decoration>();
  const { doc } = view.state;
  let next = 0;
  for (const { from, to } of view.visibleRanges) {
    for (let line = doc.lineAt(Math.max(from, next)); line.from <= to; line = doc.line(line.number + 1)) {
      if (line.from >= next) lines.add(line.from, line.from, auto);
      next = line.to + 1;
      if (line.number === doc.lines) break;
    }
  }
  return lines.finish();
}

export function lineDirection(): Extension {
  const plugin = ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      constructor(view: EditorView) {
        this.decorations = decorate(view);
      }
      update(update: ViewUpdate): void {
        if (update.docChanged || update.viewportChanged) this.decorations = decorate(update.view);
      }
    },
    { decorations: (value) => value.decorations },
  );
  return [EditorView.perLineTextDirection.of(true), plugin];
}
