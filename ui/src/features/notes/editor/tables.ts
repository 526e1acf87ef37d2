/** Tables drawn as tables, unless the cursor stands in one: then its Markdown is what is typed in. */
import { syntaxTree } from "@codemirror/language";
import { StateField, type EditorState, type Extension, type Range } from "@codemirror/state";
import { Decoration, EditorView, WidgetType, type DecorationSet } from "@codemirror/view";
import type { Tree } from "@lezer/common";
import { plainMarkdown } from "./embeds";
import { piecesIn } from "./longMarkdown";
import { linkLabels } from "./noteLinks";

/** Rows of a table that are drawn. */
const MOST_ROWS = 200;
/** In UTF-16 units: a longer table is left as it was typed. */
const LONGEST = 100_000;

export type Alignment = "start" | "center" | "end";

export interface TableText {
  head: readonly string[];
  align: readonly Alignment[];
  rows: readonly (readonly string[])[];
}

/** The cells of a row: `|` parts them but for `\|`, and the outer ones may be left out. */
function cellsOf(line: string): string[] {
  const cells: string[] = [];
  let cell = "";
  let depth = 0;
  const lastClosing = line.lastIndexOf("]]");
  for (let at = 0; at < line.length; at += 1) {
    const two = line.slice(at, at + 2);
    // A link's words may hold the mark; an opening that nothing closes is none.
    if (two === "[[" && depth === 0 && at < lastClosing) depth = 1;
    else if (two === "]]") depth = 0;
    if (line[at] === "\\" && line[at + 1] === "|") {
      cell += "|";
      at += 1;
    } else if (line[at] === "|" && depth === 0) {
      cells.push(cell.trim());
      cell = "";
    } else cell += line[at];
  }
  cells.push(cell.trim());
  if (cells[0] === "") cells.shift();
  if (cells.at(-1) === "") cells.pop();
  return cells;
}

/** A table of GitHub's Markdown as its cells; null where the second line is no ruler. */
export function readTable(markdown: string): TableText | null {
  const [head, ruler, ...rest] = markdown.split("\n");
  if (head === undefined || ruler === undefined) return null;
  const marks = cellsOf(ruler);
  if (!marks.every((mark) => /^:?-+:?$/.test(mark))) return null;
  const align = marks.map((mark): Alignment => (!mark.endsWith(":") ? "start" : mark.startsWith(":") ? "center" : "end"));
  const rows = rest.filter((line) => line.trim() !== "").map((line) => {
    const cells = cellsOf(line);
    return align.map((_, at) => cells[at] ?? "");
  });
  return { head: cellsOf(head), align, rows };
}

class TableWidget extends WidgetType {
  constructor(
    readonly markdown: string,
    readonly table: TableText,
  ) {
    super();
  }

  override eq(other: TableWidget): boolean {
    return this.markdown === other.markdown;
  }

  override toDOM(view: EditorView): HTMLElement {
    const frame = document.createElement("div");
    frame.className = "note-table";
    const table = frame.appendChild(document.createElement("table"));
    const labels = view.state.field(linkLabels, false) ?? new Map();
    const row = (into: HTMLElement, sort: "th" | "td", cells: readonly string[]): void => {
      const line = into.appendChild(document.createElement("tr"));
      this.table.align.forEach((align, at) => {
        const cell = line.appendChild(document.createElement(sort));
        cell.textContent = plainMarkdown(cells[at] ?? "", labels).replace(/[*_`]{1,3}/g, "");
        cell.dir = "auto";
        cell.style.textAlign = align;
      });
    };
    row(table.createTHead(), "th", this.table.head);
    const body = table.createTBody();
    for (const cells of this.table.rows.slice(0, MOST_ROWS)) row(body, "td", cells);
    // A press goes into the Markdown, into the row that was pressed.
    frame.addEventListener("mousedown", (event) => {
      event.preventDefault();
      const start = view.state.doc.lineAt(view.posAtDOM(frame));
      const pressed = event.target instanceof Element ? event.target.closest("tr") : null;
      const index = pressed ? [...table.rows].indexOf(pressed) : 0;
      // The ruler under the head is a line that is not drawn.
      const line = view.state.doc.line(Math.min(start.number + index + (index > 0 ? 1 : 0), view.state.doc.lines));
      view.dispatch({ selection: { anchor: line.to }, scrollIntoView: true });
      view.focus();
    });
    return frame;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

interface TableSpan {
  from: number;
  to: number;
  /** Read once: a move of the cursor only asks which one it is in. */
  widget: TableWidget;
}

interface Tables {
  /** Every table that was parsed, written in or not, in their order. */
  spans: readonly TableSpan[];
  shown: DecorationSet;
}

/** The tables of a piece of the text, as far from its start as they stand; a piece that was not read again is the same tree. */
const tablesOfPiece = new WeakMap<Tree, readonly TableSpan[]>();

function readPiece(piece: Tree, start: number, state: EditorState): readonly TableSpan[] {
  const spans: TableSpan[] = [];
  piece.iterate({
    enter: (node) => {
      if (node.type.isAnonymous || node.type.isTop) return true;
      if (node.name === "Table" && node.to - node.from <= LONGEST) {
        const markdown = state.sliceDoc(start + node.from, start + node.to);
        const table = readTable(markdown);
        if (table) spans.push({ from: node.from, to: node.to, widget: new TableWidget(markdown, table) });
      }
      return false;
    },
  });
  return spans;
}

function spansOf(tree: Tree, state: EditorState): TableSpan[] {
  const all: TableSpan[] = [];
  for (const { tree: piece, from: start } of piecesIn(tree, 0, tree.length)) {
    let spans = tablesOfPiece.get(piece);
    if (spans === undefined) tablesOfPiece.set(piece, (spans = readPiece(piece, start, state)));
    for (const { from, to, widget } of spans) all.push({ from: start + from, to: start + to, widget });
  }
  return all;
}

function draw(state: EditorState, spans: readonly TableSpan[]): DecorationSet {
  const into: Range<Decoration>[] = [];
  for (const { from, to, widget } of spans) {
    if (state.selection.ranges.some((range) => range.from <= to && from <= range.to)) continue;
    into.push(Decoration.replace({ widget, block: true }).range(from, to));
  }
  return Decoration.set(into);
}

/** The tables as far as the text is parsed; behind that, where the last block may be cut, those that were known. */
function look(state: EditorState, known: readonly TableSpan[]): Tables {
  const tree = syntaxTree(state);
  let spans = spansOf(tree, state);
  if (tree.length < state.doc.length) {
    spans = spans.filter(({ to }) => to < tree.length);
    const end = spans.at(-1)?.to ?? 0;
    spans.push(...known.filter(({ from, to }) => from >= end && to >= tree.length));
  }
  return { spans, shown: spans.length === 0 ? Decoration.none : draw(state, spans) };
}

/** Block widgets change where lines stand, so they have to be known before the page is laid out: a field, not a plugin. */
const tables = StateField.define<Tables>({
  create: (state) => look(state, []),
  update(value, { state, startState, changes, docChanged, selection }) {
    if (docChanged) {
      const move = (at: number): number => changes.mapPos(at, 1);
      return look(state, value.spans.map(({ from, to, widget }) => ({ from: move(from), to: move(to), widget })));
    }
    if (syntaxTree(state) !== syntaxTree(startState)) return look(state, value.spans);
    if (selection === undefined || value.spans.length === 0) return value;
    return { spans: value.spans, shown: draw(state, value.spans) };
  },
  provide: (field) => EditorView.decorations.from(field, ({ shown }) => shown),
});

export function drawnTables(): Extension {
  return tables;
}
