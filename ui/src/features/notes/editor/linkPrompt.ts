/**
 * Typing `[[` asks what to link to, and `@` which entity. This file keeps the question
 * and its answers; `LinkCompletion.svelte` draws them.
 */
import {
  EditorSelection,
  Prec,
  StateEffect,
  StateField,
  type EditorState,
  type Extension,
  type Transaction,
} from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin, keymap, showTooltip, type Tooltip, type ViewUpdate } from "@codemirror/view";
import type { LinkCandidate, LinkTarget } from "../../../api/generated";
import { linkMarkup } from "../linkMarkup";
import { addLabels } from "./noteLinks";

export interface LinkPrompt {
  /** Where `[[` or `@` starts. */
  from: number;
  /** `@` offers entities alone, and no new note. */
  mark: "[[" | "@";
  /** What was typed after it. */
  text: string;
  candidates: readonly LinkCandidate[];
  /** Answers are for this text; older ones stay shown until new ones come. */
  answered: string | null;
  /** Index of the active row; the last row, after the candidates, makes a new note. */
  active: number;
  /** Enter was pressed before the answers came: the best one is taken when they do. */
  pickOnAnswer: boolean;
}

export interface LinkPromptOptions {
  complete: (text: string, mark: "[[" | "@") => Promise<readonly LinkCandidate[]>;
  /** Makes a note and returns it as a target; null when it could not be made. */
  createNote: (title: string) => Promise<LinkTarget | null>;
  /** Draws the list in `dom` and returns how to update and remove it. */
  draw: (dom: HTMLElement, prompt: LinkPrompt, pick: (row: number) => void) => PromptDrawing;
}

export interface PromptDrawing {
  update: (prompt: LinkPrompt) => void;
  destroy: () => void;
}

/** The DOM id of the list, for `aria-controls`. */
export const PROMPT_ID = "link-completion";
export const rowId = (row: number): string => `${PROMPT_ID}-${row}`;

const answer = StateEffect.define<{ text: string; candidates: readonly LinkCandidate[] }>();
const moveTo = StateEffect.define<number>();
const pickOnAnswer = StateEffect.define<null>();
const dismiss = StateEffect.define<null>();

const LONGEST_TEXT = 80;
/** A name behind `@`, which may have spaces: so many words at most. */
const NAME = /(?:^|[\s(“„«"'’])@(\S{1,40}(?: \S{1,40}){0,4})$/u;

/** The unfinished `[[…` or `@…` before the cursor, if it stands in one. */
export function promptAt(state: EditorState): Pick<LinkPrompt, "from" | "text" | "mark"> | null {
  const { head, empty } = state.selection.main;
  if (!empty || state.readOnly) return null;
  const line = state.doc.lineAt(head);
  const before = line.text.slice(0, head - line.from);
  const open = before.lastIndexOf("[[");
  if (open < 0) {
    const name = NAME.exec(before)?.[1];
    return name === undefined ? null : { from: head - name.length - 1, text: name, mark: "@" };
  }
  const text = before.slice(open + 2);
  if (/[[\]|]/.test(text) || text.length > LONGEST_TEXT || text.startsWith(" ")) return null;
  return { from: line.from + open, text, mark: "[[" };
}

/** Rows that can be chosen: the candidates, and a new note when there are words for its title. */
export function rowCount(prompt: LinkPrompt): number {
  return prompt.candidates.length + (canMakeNote(prompt) ? 1 : 0);
}

/** A title was typed, and no passage of a note. */
export function canMakeNote(prompt: LinkPrompt): boolean {
  return prompt.mark === "[[" && prompt.text.trim() !== "" && !prompt.text.includes("#");
}

function nextPrompt(prompt: LinkPrompt | null, transaction: Transaction): LinkPrompt | null {
  if (transaction.effects.some((effect) => effect.is(dismiss))) return null;
  const typed = transaction.docChanged && transaction.isUserEvent("input.type");
  const deleted = transaction.docChanged && transaction.isUserEvent("delete");
  let next = prompt;
  if (transaction.docChanged || transaction.selection !== undefined) {
    const at = promptAt(transaction.state);
    if (at === null || (prompt === null && !typed)) return null;
    if (transaction.docChanged && !typed && !deleted) return null;
    if (prompt === null || transaction.changes.mapPos(prompt.from) !== at.from) {
      next = { ...at, candidates: [], answered: null, active: 0, pickOnAnswer: false };
    } else if (at.text !== prompt.text || at.from !== prompt.from) {
      next = { ...prompt, ...at, active: 0, pickOnAnswer: false };
    }
  }
  return next === null ? null : withEffects(next, transaction);
}

function withEffects(prompt: LinkPrompt, transaction: Transaction): LinkPrompt {
  let next = prompt;
  for (const effect of transaction.effects) {
    if (effect.is(answer)) {
      const { text, candidates } = effect.value;
      next = { ...next, candidates, answered: text, active: next.answered === text ? next.active : 0 };
    } else if (effect.is(moveTo)) {
      next = { ...next, active: effect.value };
    } else if (effect.is(pickOnAnswer)) {
      next = { ...next, pickOnAnswer: true };
    }
  }
  return next;
}

export const linkPromptField = StateField.define<LinkPrompt | null>({
  create: () => null,
  update: nextPrompt,
});

/** Puts a finished link where the question stood, and what its target is called. */
export function insertLink(
  view: EditorView,
  from: number,
  to: number,
  label: { target: LinkTarget; title: string; kind: LinkCandidate["kind"]; anchor?: string },
): void {
  // Brackets closed by hand after the cursor belong to the question.
  const after = view.state.sliceDoc(to, to + 2) === "]]" ? 2 : 0;
  const { anchor = "", ...shown } = label;
  const insert = linkMarkup(label.target, label.title, anchor);
  view.dispatch({
    changes: { from, to: to + after, insert },
    selection: EditorSelection.cursor(from + insert.length),
    effects: [addLabels.of([{ target: shown.target, title: shown.title, kind: shown.kind, gone: false }]), dismiss.of(null)],
    userEvent: "input.complete",
    scrollIntoView: true,
  });
}

async function pickRow(view: EditorView, options: LinkPromptOptions, row: number): Promise<void> {
  const prompt = view.state.field(linkPromptField);
  if (prompt === null) return;
  const to = view.state.selection.main.head;
  const candidate = prompt.candidates[row];
  if (candidate !== undefined) {
    insertLink(view, prompt.from, to, candidate);
    return;
  }
  const title = prompt.text.trim();
  if (!canMakeNote(prompt)) return;
  const asked = view.state.sliceDoc(prompt.from, to);
  view.dispatch({ effects: dismiss.of(null) });
  const target = await options.createNote(title);
  // Whoever typed on meanwhile keeps what they typed.
  if (target === null || view.state.sliceDoc(prompt.from, to) !== asked) return;
  insertLink(view, prompt.from, to, { target, title, kind: null });
}

const brackets = Decoration.mark({ class: "md-mark" });

/** The two brackets stand back while it is asked what they link to. */
const greyBrackets = EditorView.decorations.compute([linkPromptField], (state) => {
  const prompt = state.field(linkPromptField);
  return prompt === null ? Decoration.none : Decoration.set(brackets.range(prompt.from, prompt.from + prompt.mark.length));
});

function promptKeys(options: LinkPromptOptions): Extension {
  const step = (by: number) => (view: EditorView) => {
    const prompt = view.state.field(linkPromptField);
    if (prompt === null) return false;
    const rows = rowCount(prompt);
    if (rows === 0) return false;
    view.dispatch({ effects: moveTo.of((prompt.active + by + rows) % rows) });
    return true;
  };
  const pick = (view: EditorView): boolean => {
    const prompt = view.state.field(linkPromptField);
    if (prompt === null || rowCount(prompt) === 0) return false;
    // Enter typed ahead of the answers must not take a row for other words.
    if (prompt.answered === prompt.text) void pickRow(view, options, prompt.active);
    else view.dispatch({ effects: pickOnAnswer.of(null) });
    return true;
  };
  return Prec.highest(
    keymap.of([
      { key: "ArrowDown", run: step(1) },
      { key: "ArrowUp", run: step(-1) },
      { key: "Enter", run: pick },
      { key: "Tab", run: pick },
      {
        key: "Escape",
        run: (view) => {
          if (view.state.field(linkPromptField) === null) return false;
          view.dispatch({ effects: dismiss.of(null) });
          return true;
        },
      },
    ]),
  );
}

function asker(options: LinkPromptOptions): Extension {
  return ViewPlugin.fromClass(
    class {
      asked: string | null = null;
      alive = true;
      constructor(readonly view: EditorView) {}

      update(update: ViewUpdate): void {
        const prompt = update.state.field(linkPromptField);
        if (prompt === null) {
          this.asked = null;
          return;
        }
        if (prompt.text === this.asked) return;
        this.asked = prompt.text;
        void this.ask(prompt.text, prompt.mark);
      }

      async ask(text: string, mark: LinkPrompt["mark"]): Promise<void> {
        let candidates: readonly LinkCandidate[] = [];
        try {
          candidates = await options.complete(text, mark);
        } catch {
          // The list then offers a new note only; the client reports the error.
        }
        if (!this.alive || this.asked !== text) return;
        this.view.dispatch({ effects: answer.of({ text, candidates }) });
        const prompt = this.view.state.field(linkPromptField);
        if (prompt?.pickOnAnswer === true) void pickRow(this.view, options, prompt.active);
      }

      destroy(): void {
        this.alive = false;
      }
    },
  );
}

function promptTooltip(options: LinkPromptOptions): Extension {
  // One tooltip as long as the question stands, so that it is not redrawn at every key.
  const tooltips = new Map<number, Tooltip>();
  const tooltipAt = (from: number): Tooltip => {
    const known = tooltips.get(from);
    if (known !== undefined) return known;
    tooltips.clear();
    const tooltip: Tooltip = {
      pos: from,
      above: false,
      arrow: false,
      create(view) {
        const dom = document.createElement("div");
        dom.className = "link-prompt";
        const first = view.state.field(linkPromptField);
        const pick = (row: number): void => void pickRow(view, options, row);
        const drawing = first === null ? null : options.draw(dom, first, pick);
        return {
          dom,
          update(update) {
            const prompt = update.state.field(linkPromptField);
            if (prompt !== null) drawing?.update(prompt);
          },
          destroy: () => drawing?.destroy(),
        };
      },
    };
    tooltips.set(from, tooltip);
    return tooltip;
  };
  return showTooltip.compute([linkPromptField], (state) => {
    const prompt = state.field(linkPromptField);
    return prompt === null || prompt.answered === null || rowCount(prompt) === 0 ? null : tooltipAt(prompt.from);
  });
}

export function linkPrompt(options: LinkPromptOptions): Extension {
  return [
    linkPromptField,
    greyBrackets,
    asker(options),
    promptTooltip(options),
    promptKeys(options),
    EditorView.contentAttributes.compute([linkPromptField], (state) => {
      const prompt = state.field(linkPromptField);
      const closed: Record<string, string> = { "aria-autocomplete": "list", "aria-haspopup": "listbox" };
      if (prompt === null || rowCount(prompt) === 0) return closed;
      return {
        ...closed,
        "aria-controls": PROMPT_ID,
        "aria-activedescendant": rowId(prompt.active),
      };
    }),
  ];
}
