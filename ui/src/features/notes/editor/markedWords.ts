/** `==words==` as a marker draws over them; its signs are seen only where the cursor stands in it. */
import { syntaxTree } from "@codemirror/language";
import type { EditorState, Extension, Range } from "@codemirror/state";
import { Decoration, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from "@codemirror/view";

// An equals sign ends what is looked at, so that a line of nothing else is passed once.
const MARKED = /==(?=[^\s=])[^=\n]{0,999}[^\s=]==(?!=)/g;
const SIGNS = 2;
const CODE = new Set(["InlineCode", "FencedCode", "CodeBlock"]);

const marked = Decoration.mark({ class: "md-marked" });
const sign = Decoration.mark({ class: "md-mark" });
const hidden = Decoration.replace({});

/** Whether code stands at a place, where signs are what they are. */
export function isInCode(state: EditorState, at: number): boolean {
  for (let node = syntaxTree(state).resolveInner(at, 1); node.parent !== null; node = node.parent) {
    if (CODE.has(node.name)) return true;
  }
  return false;
}

function draw(view: EditorView): DecorationSet {
  const { state } = view;
  const into: Range<Decoration>[] = [];
  for (const { from, to } of view.visibleRanges) {
    const start = state.doc.lineAt(from).from;
    for (const match of state.sliceDoc(start, state.doc.lineAt(to).to).matchAll(MARKED)) {
      const first = start + match.index;
      const last = first + match[0].length;
      if (isInCode(state, first)) continue;
      const near = view.hasFocus && state.selection.ranges.some((range) => range.from <= last && first <= range.to);
      const signs = near ? sign : hidden;
      into.push(signs.range(first, first + SIGNS), marked.range(first + SIGNS, last - SIGNS), signs.range(last - SIGNS, last));
    }
  }
  return Decoration.set(into, true);
}

export function markedWords(): Extension {
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      constructor(view: EditorView) {
        this.decorations = draw(view);
      }
      update(update: ViewUpdate): void {
        // What is being composed must keep its place in the page.
        if (update.view.composing) {
          this.decorations = this.decorations.map(update.changes);
          return;
        }
        const parsed = syntaxTree(update.startState) !== syntaxTree(update.state);
        if (update.docChanged || update.viewportChanged || update.selectionSet || update.focusChanged || parsed) this.decorations = draw(update.view);
      }
    },
    { decorations: (value) => value.decorations },
  );
}
