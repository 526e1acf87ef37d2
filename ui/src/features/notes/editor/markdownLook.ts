/**
 * Markdown as it reads: headings by size with their marks hung in the margin,
 * list items indented, quotes ruled, tasks as boxes to tick.
 */
import { syntaxTree } from "@codemirror/language";
import type { Extension, Range } from "@codemirror/state";
import {
  Decoration,
  EditorView,
  ViewPlugin,
  WidgetType,
  type DecorationSet,
  type ViewUpdate,
} from "@codemirror/view";
import type { SyntaxNodeRef } from "@lezer/common";
import { tagHighlighter, tags } from "@lezer/highlight";
import { markdownHighlight } from "./markdownHighlight";

const highlighter = tagHighlighter([
  { tag: tags.emphasis, class: "md-em" },
  { tag: tags.strong, class: "md-strong" },
  { tag: tags.strikethrough, class: "md-strike" },
  { tag: tags.monospace, class: "md-code" },
  { tag: tags.link, class: "md-link" },
  { tag: tags.url, class: "md-url" },
  { tag: tags.processingInstruction, class: "md-mark" },
  { tag: tags.labelName, class: "md-mark" },
  { tag: tags.contentSeparator, class: "md-mark" },
]);

class TaskBox extends WidgetType {
  constructor(
    readonly done: boolean,
    readonly name: string,
  ) {
    super();
  }

  override eq(other: TaskBox): boolean {
    return this.done === other.done && this.name === other.name;
  }

  override toDOM(view: EditorView): HTMLElement {
    const box = document.createElement("input");
    box.type = "checkbox";
    box.className = "md-task";
    box.checked = this.done;
    box.tabIndex = -1;
    box.setAttribute("aria-label", this.name);
    box.addEventListener("mousedown", (event) => event.preventDefault());
    box.addEventListener("click", (event) => {
      event.preventDefault();
      toggleTask(view, view.posAtDOM(box));
    });
    return box;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

/** Ticks or unticks the task whose marker starts at `at`. */
function toggleTask(view: EditorView, at: number): void {
  const marker = view.state.sliceDoc(at, at + 3);
  if (!/^\[[ xX]\]$/.test(marker)) return;
  view.dispatch({
    changes: { from: at + 1, to: at + 2, insert: marker === "[ ]" ? "x" : " " },
    userEvent: "input.task",
  });
}

/** Ticks the task on the cursor's line; false when there is none. */
export function toggleTaskAtCursor(view: EditorView): boolean {
  const line = view.state.doc.lineAt(view.state.selection.main.head);
  const match = /^(\s*(?:[-*+]|\d+[.)])\s+)\[[ xX]\]\s/.exec(line.text);
  if (match?.[1] === undefined) return false;
  toggleTask(view, line.from + match[1].length);
  return true;
}

type Decorations = Range<Decoration>[];

function lineClass(view: EditorView, into: Decorations, from: number, to: number, name: string): void {
  let line = view.state.doc.lineAt(from);
  for (;;) {
    into.push(Decoration.line({ class: name }).range(line.from));
    if (line.to >= to || line.number === view.state.doc.lines) return;
    line = view.state.doc.line(line.number + 1);
  }
}

function listDepth(node: SyntaxNodeRef): number {
  let depth = 0;
  for (let up = node.node.parent; up !== null; up = up.parent) {
    if (up.name === "BulletList" || up.name === "OrderedList") depth += 1;
  }
  return Math.min(Math.max(depth, 1), 6);
}

function decorateNode(view: EditorView, node: SyntaxNodeRef, into: Decorations, taskName: string): void {
  const heading = /^(?:ATX|Setext)Heading([1-6])$/.exec(node.name);
  if (heading !== null) {
    lineClass(view, into, node.from, node.to, `md-h md-h${heading[1]}`);
    return;
  }
  switch (node.name) {
    case "HeaderMark": {
      const parent = node.node.parent;
      if (parent === null || parent.from !== node.from || !parent.name.startsWith("ATX")) return;
      const space = view.state.sliceDoc(node.to, node.to + 1) === " " ? 1 : 0;
      into.push(Decoration.mark({ class: "md-hung" }).range(node.from, node.to + space));
      return;
    }
    case "Blockquote":
      lineClass(view, into, node.from, node.to, "md-quote");
      return;
    case "FencedCode":
    case "CodeBlock":
      lineClass(view, into, node.from, node.to, "md-codeline");
      return;
    case "Table":
      lineClass(view, into, node.from, node.to, "md-table");
      return;
    case "TableHeader":
      lineClass(view, into, node.from, node.to, "md-tablehead");
      return;
    case "HorizontalRule":
      lineClass(view, into, node.from, node.to, "md-rule");
      return;
    case "ListMark": {
      const line = view.state.doc.lineAt(node.from);
      const bullet = node.to - node.from === 1 ? " md-bullet" : "";
      into.push(Decoration.line({ class: `md-item md-item${listDepth(node)}${bullet}` }).range(line.from));
      return;
    }
    case "TaskMarker": {
      const done = view.state.sliceDoc(node.from + 1, node.from + 2) !== " ";
      const widget = new TaskBox(done, taskName);
      into.push(Decoration.replace({ widget }).range(node.from, node.to));
      const line = view.state.doc.lineAt(node.from);
      into.push(Decoration.line({ class: done ? "md-tasked md-done" : "md-tasked" }).range(line.from));
    }
  }
}

const FOOTNOTE = /\[\^[^\]\s]{1,64}\]:?/g;

/** References to footnotes stand raised, the notes themselves small. */
function decorateFootnotes(view: EditorView, from: number, to: number, into: Decorations): void {
  const start = view.state.doc.lineAt(from).from;
  const text = view.state.sliceDoc(start, view.state.doc.lineAt(to).to);
  for (const match of text.matchAll(FOOTNOTE)) {
    const at = start + match.index;
    const line = view.state.doc.lineAt(at);
    const note = match[0].endsWith(":") && at === line.from;
    if (note) into.push(Decoration.line({ class: "md-footnote" }).range(line.from));
    const end = at + match[0].length - (match[0].endsWith(":") && !note ? 1 : 0);
    into.push(Decoration.mark({ class: note ? "md-mark" : "md-noteref" }).range(at, end));
  }
}

interface Look {
  all: DecorationSet;
  /** The boxes alone: the cursor passes them as one character. */
  tasks: DecorationSet;
}

/** The one empty line between two paragraphs stands as a gap, not as a line of its own. */
function decorateGaps(view: EditorView, from: number, to: number, into: Decorations): void {
  const { doc } = view.state;
  const last = doc.lineAt(to).number;
  for (let number = doc.lineAt(from).number; number <= last; number += 1) {
    if (number <= 1 || number >= doc.lines || doc.line(number).length > 0) continue;
    if (doc.line(number - 1).length === 0 || doc.line(number + 1).length === 0) continue;
    into.push(Decoration.line({ class: "md-between" }).range(doc.line(number).from));
  }
}

function decorate(view: EditorView, taskName: string): Look {
  const decorations: Decorations = [];
  const tree = syntaxTree(view.state);
  for (const { from, to } of view.visibleRanges) {
    decorateGaps(view, from, to, decorations);
    decorateFootnotes(view, from, to, decorations);
    tree.iterate({ from, to, enter: (node) => decorateNode(view, node, decorations, taskName) });
  }
  const tasks = decorations.filter((range) => range.value.spec["widget"] instanceof TaskBox);
  return { all: Decoration.set(decorations, true), tasks: Decoration.set(tasks, true) };
}

export function markdownLook(words: { task: string }): Extension {
  const plugin = ViewPlugin.fromClass(
    class {
      look: Look;
      constructor(view: EditorView) {
        this.look = decorate(view, words.task);
      }
      update(update: ViewUpdate): void {
        const parsed = syntaxTree(update.startState) !== syntaxTree(update.state);
        if (update.docChanged || update.viewportChanged || parsed) {
          this.look = decorate(update.view, words.task);
        }
      }
    },
    {
      decorations: (value) => value.look.all,
      provide: (value) =>
        EditorView.atomicRanges.of((view) => view.plugin(value)?.look.tasks ?? Decoration.none),
    },
  );
  return [markdownHighlight(highlighter), plugin];
}
