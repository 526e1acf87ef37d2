/** Marks of bold, code, quotes and links are seen only where the cursor stands in what they mark. */
import { syntaxTree } from "@codemirror/language";
import type { Extension, Range } from "@codemirror/state";
import { Decoration, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from "@codemirror/view";
import type { SyntaxNode, SyntaxNodeRef } from "@lezer/common";

const MARKED: Readonly<Record<string, readonly string[]>> = {
  EmphasisMark: ["Emphasis", "StrongEmphasis"],
  StrikethroughMark: ["Strikethrough"],
  CodeMark: ["InlineCode"],
  LinkMark: ["Link"],
  URL: ["Link"],
  LinkTitle: ["Link"],
};

const hidden = Decoration.replace({});

/** What a mark belongs to; null where it has to be seen. */
function markedBy(node: SyntaxNodeRef): SyntaxNode | null {
  const of = node.node.parent;
  if (of === null || !MARKED[node.name]?.includes(of.name)) return null;
  // Brackets without an address are words: [sic].
  return of.name === "Link" && of.getChild("URL") === null ? null : of;
}

function hide(view: EditorView): DecorationSet {
  const { state } = view;
  const into: Range<Decoration>[] = [];
  const within = (from: number, to: number): boolean => view.hasFocus && state.selection.ranges.some((range) => range.from <= to && from <= range.to);
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(state).iterate({
      from,
      to,
      enter: (node) => {
        if (node.name === "QuoteMark") {
          const line = state.doc.lineAt(node.from);
          const space = state.sliceDoc(node.to, node.to + 1) === " " ? 1 : 0;
          // A line of nothing else has to keep something to stand in.
          if (node.to + space < line.to && !within(line.from, line.to)) into.push(hidden.range(node.from, node.to + space));
          return;
        }
        const of = markedBy(node);
        if (of !== null && node.to > node.from && !within(of.from, of.to)) into.push(hidden.range(node.from, node.to));
      },
    });
  }
  return Decoration.set(into, true);
}

export function hiddenMarks(): Extension {
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      constructor(view: EditorView) {
        this.decorations = hide(view);
      }
      update(update: ViewUpdate): void {
        // What is being composed must keep its place in the page.
        if (update.view.composing) {
          this.decorations = this.decorations.map(update.changes);
          return;
        }
        const parsed = syntaxTree(update.startState) !== syntaxTree(update.state);
        if (update.docChanged || update.viewportChanged || update.selectionSet || update.focusChanged || parsed) this.decorations = hide(update.view);
      }
    },
    { decorations: (value) => value.decorations },
  );
}
