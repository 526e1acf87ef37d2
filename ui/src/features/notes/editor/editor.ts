/** The note editor put together from its parts. */
import { history, indentLess, indentMore, standardKeymap } from "@codemirror/commands";
import { deleteMarkupBackward, insertNewlineContinueMarkupCommand } from "@codemirror/lang-markdown";
import { LanguageSupport, syntaxTree } from "@codemirror/language";
import { closeSearchPanel } from "@codemirror/search";
import { EditorState, Prec, type ChangeSet, type Extension } from "@codemirror/state";
import { EditorView, drawSelection, highlightActiveLine, keymap, placeholder, tooltips } from "@codemirror/view";
import type { SyntaxNode } from "@lezer/common";
import type { LinkLabel } from "../../../api/generated";
import { labelMap } from "../linkMarkup";
import { afterComposing } from "./afterComposing";
import { noteClipboard } from "./clipboard";
import { embeds, type EmbedOptions } from "./embeds";
import { findInNote, type FindWords } from "./findInNote";
import { hiddenMarks } from "./hiddenMarks";
import { lineDirection } from "./lineDirection";
import { closePrompt, linkPrompt, type LinkPromptOptions } from "./linkPrompt";
import { longMarkdown } from "./longMarkdown";
import { markdownLook, toggleTaskAtCursor } from "./markdownLook";
import { markedWords } from "./markedWords";
import { addLabels, linkLabels, noteLinks, type LinkActions } from "./noteLinks";
import { parseAhead } from "./parseAhead";
import { pasting, type PasteOptions } from "./pasting";
import { isOfNotebook, notebookSteps, type StepOptions } from "./steps";
import { drawnTables } from "./tables";
import { titleLinks, type TitleLinkOptions } from "./titleLinks";
import { webLinks } from "./webLinks";

export interface NoteEditorOptions extends LinkActions, LinkPromptOptions, TitleLinkOptions, EmbedOptions, PasteOptions, StepOptions {
  body: string;
  labels: readonly LinkLabel[];
  /** The editor's name for screen readers, its hint when empty, and what a task box is called. */
  words: { label: string; empty: string; task: string; find: FindWords };
  /** The text changed; making it a string is left to who needs it. Without `changes` more than was typed changed. */
  onChange: (body: () => string, changes: ChangeSet | null) => void;
  onBlur: () => void;
  /** Leaves the editor at its first line, upwards. */
  onLeaveTop: () => void;
  /** Somebody wants to see an address of the web. */
  openAddress: (address: string) => void;
}

/** Wraps the selection in `mark`, or takes the marks away. */
function toggleMark(mark: string) {
  return (view: EditorView): boolean => {
    const { from, to } = view.state.selection.main;
    const size = mark.length;
    const inside = view.state.sliceDoc(from - size, from) === mark && view.state.sliceDoc(to, to + size) === mark;
    view.dispatch(
      inside
        ? {
            changes: [
              { from: from - size, to: from },
              { from: to, to: to + size },
            ],
            userEvent: "input.format",
          }
        : {
            changes: [
              { from, insert: mark },
              { from: to, insert: mark },
            ],
            selection: { anchor: from + size, head: to + size },
            userEvent: "input.format",
          },
    );
    return true;
  };
}

function keys(options: NoteEditorOptions): Extension {
  return keymap.of([
    { key: "Mod-b", run: toggleMark("**") },
    { key: "Mod-Alt-x", run: toggleTaskAtCursor },
    { key: "Tab", run: inList(nest) },
    { key: "Shift-Tab", run: inList(indentLess) },
    {
      key: "ArrowUp",
      run: (view) => {
        const { head, empty } = view.state.selection.main;
        if (!empty || view.moveVertically(view.state.selection.main, false).head !== head) return false;
        options.onLeaveTop();
        return true;
      },
    },
    ...standardKeymap,
  ]);
}

/** Puts an item under the one before it: as far in as that one's words, which a number puts farther in than a dash. */
function nest(view: EditorView): boolean {
  const line = view.state.doc.lineAt(view.state.selection.main.head);
  const above = line.number > 1 ? view.state.doc.line(line.number - 1).text : "";
  const item = /^(\s*)(?:[-*+]|\d+[.)])\s+/.exec(above);
  const own = /^\s*/.exec(line.text)?.[0].length ?? 0;
  if (!item || !view.state.selection.main.empty || own > (item[1]?.length ?? 0)) return indentMore(view);
  const changes = { from: line.from, to: line.from + own, insert: " ".repeat(item[0].length) };
  view.dispatch({ changes, userEvent: "input.indent" });
  return true;
}

/** Enter goes on with a list, and ends it on an empty item, the second one too. */
const markupKeys = [
  { key: "Enter", run: insertNewlineContinueMarkupCommand({ nonTightLists: false }) },
  { key: "Backspace", run: deleteMarkupBackward },
];

function isCode(view: EditorView, at: number): boolean {
  for (let node: SyntaxNode | null = syntaxTree(view.state).resolveInner(at, -1); node; node = node.parent) {
    if (node.name === "FencedCode" || node.name === "CodeBlock") return true;
  }
  return false;
}

/** A dash and a space typed into an item that is empty, by who does not see that it has its dash, make no item in it. */
const oneDash = EditorView.inputHandler.of((view, from, to, text) => {
  if (text !== " " || from !== to || view.state.readOnly) return false;
  const line = view.state.doc.lineAt(from);
  const before = line.text.slice(0, from - line.from);
  const kept = /^\s*(?:[-*+]|\d+[.)])\s+(?=[-*+]$)/.exec(before)?.[0];
  if (kept === undefined || line.to !== from || isCode(view, from)) return false;
  view.dispatch({ changes: { from: line.from + kept.length, to: from }, userEvent: "input.type" });
  return true;
});

/** Enter on an empty line of a quotation leaves it, with the empty line that ends it. */
function leaveQuote(view: EditorView): boolean {
  const { head, empty } = view.state.selection.main;
  const line = view.state.doc.lineAt(head);
  if (!empty || !/^\s*>\s*$/.test(line.text)) return false;
  view.dispatch({ changes: { from: line.from, to: line.to, insert: "\n" }, selection: { anchor: line.from + 1 }, userEvent: "input" });
  return true;
}

/** Tab indents in a list and leaves the editor elsewhere, as a page expects. */
function inList(command: (view: EditorView) => boolean) {
  return (view: EditorView): boolean => {
    const line = view.state.doc.lineAt(view.state.selection.main.head);
    return /^\s*(?:[-*+]|\d+[.)])\s/.test(line.text) && command(view);
  };
}

/** The nonce that the page's own style elements carry under a strict CSP. */
function styleNonce(): string {
  return document.querySelector<HTMLStyleElement>("style[nonce]")?.nonce ?? "";
}

export function noteExtensions(options: NoteEditorOptions): Extension[] {
  return [
    EditorView.cspNonce.of(styleNonce()),
    history(),
    notebookSteps(options),
    highlightActiveLine(),
    drawSelection({ cursorBlinkRate: 1060 }),
    EditorView.lineWrapping,
    lineDirection(),
    EditorView.contentAttributes.of({ "aria-label": options.words.label, spellcheck: "false", "data-focus-first": "" }),
    placeholder(options.words.empty),
    // Under the body nothing clips it, whatever pane the editor stands in.
    tooltips({ position: "fixed", parent: document.body }),
    noteLinks(options),
    embeds(options),
    webLinks(options.openAddress),
    afterComposing(),
    linkPrompt(options),
    titleLinks(options),
    noteClipboard(),
    pasting(options),
    findInNote(options.words.find),
    drawnTables(),
    hiddenMarks(),
    markedWords(),
    keys(options),
    oneDash,
    Prec.highest(keymap.of([{ key: "Enter", run: leaveQuote }])),
    // Not markdown(): that brings parsers for HTML, CSS and JavaScript along.
    new LanguageSupport(longMarkdown, Prec.high(keymap.of(markupKeys))),
    parseAhead,
    markdownLook({ task: options.words.task }),
    EditorView.updateListener.of((update) => {
      const shown = update.transactions.filter(isOfNotebook).length;
      if (update.docChanged && shown < update.transactions.length) {
        options.onChange(() => update.state.doc.toString(), shown === 0 ? update.changes : null);
      }
      if (update.focusChanged && !update.view.hasFocus) options.onBlur();
    }),
  ];
}

/** A text with all that the editor does with it, not shown yet. */
export function createNoteState(options: NoteEditorOptions): EditorState {
  return EditorState.create({ doc: options.body, extensions: [noteExtensions(options), linkLabels.init(() => labelMap(options.labels))] });
}

export function createNoteEditor(options: NoteEditorOptions & { parent: HTMLElement }): EditorView {
  return new EditorView({ parent: options.parent, state: createNoteState(options) });
}

/** The text as it stands, with nothing asked in it any more: neither what a link leads to nor what to find. */
export function withoutQuestions(view: EditorView): EditorState {
  closeSearchPanel(view);
  return view.state.update({ effects: closePrompt }).state;
}

/** Tells the editor what targets are called now; waits while an input method composes. */
export function setLabels(view: EditorView, labels: readonly LinkLabel[]): void {
  whenNotComposing(view, () => view.dispatch({ effects: addLabels.of(labels) }));
}

function whenNotComposing(view: EditorView, act: () => void): void {
  if (!view.composing) {
    act();
    return;
  }
  const later = (): void => {
    // The composed text reaches the document just after this event.
    setTimeout(() => whenNotComposing(view, act), 50);
  };
  view.contentDOM.addEventListener("compositionend", later, { once: true });
}
