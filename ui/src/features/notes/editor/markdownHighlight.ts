/**
 * Bold, code and the like, in what is seen. Lezer's own extension passes over every block before
 * it for each key; here only the pieces of `longMarkdown` that are seen are gone through.
 */
import { syntaxTree } from "@codemirror/language";
import { Prec, RangeSetBuilder, type Extension } from "@codemirror/state";
import { Decoration, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from "@codemirror/view";
import type { Tree } from "@lezer/common";
import { highlightTree, type Highlighter } from "@lezer/highlight";
import { piecesIn } from "./longMarkdown";

const marks = new Map<string, Decoration>();

function markOf(name: string): Decoration {
  const known = marks.get(name);
  if (known) return known;
  const made = Decoration.mark({ class: name });
  marks.set(name, made);
  return made;
}

function decorate(view: EditorView, tree: Tree, highlighter: Highlighter): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (const { tree: piece, from: start } of piecesIn(tree, from, to)) {
      const put = (first: number, end: number, name: string): void => builder.add(start + first, start + end, markOf(name));
      highlightTree(piece, highlighter, put, Math.max(0, from - start), Math.min(piece.length, to - start));
    }
  }
  return builder.finish();
}

export function markdownHighlight(highlighter: Highlighter): Extension {
  const plugin = ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      #tree: Tree;
      /** Up to here it is marked. */
      #end: number;
      constructor(view: EditorView) {
        this.#tree = syntaxTree(view.state);
        this.#end = view.viewport.to;
        this.decorations = decorate(view, this.#tree, highlighter);
      }
      update(update: ViewUpdate): void {
        const tree = syntaxTree(update.state);
        const { viewport } = update.view;
        const end = update.changes.mapPos(this.#end, 1);
        if (tree.length < viewport.to && end >= viewport.to) {
          // What is not read again yet keeps its marks.
          this.decorations = this.decorations.map(update.changes);
          this.#end = end;
        } else if (tree !== this.#tree || update.docChanged || update.viewportChanged) {
          this.#tree = tree;
          this.#end = viewport.to;
          this.decorations = decorate(update.view, tree, highlighter);
        }
      }
    },
    { decorations: (value) => value.decorations },
  );
  // Within what other parts of the editor mark.
  return Prec.high(plugin);
}
