/**
 * Typing `[[` asks what to link to, and `@` which entity. This file keeps the question
 * and its answers; `LinkCompletion.svelte` draws them.
 */
import {
  EditorSelection,
  Prec,
  StateEffect,
  StateField,
  type Extension,
  type Transaction,
} from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin, keymap, showTooltip, type Tooltip, type ViewUpdate } from "@codemirror/view";
import type { EntityKind, LinkCandidate, LinkTarget } from "../../../api/generated";
import { linkMarkup, targetKey } from "../linkMarkup";
import { addLabels } from "./noteLinks";
import { promptAt } from "./promptAt";

/** Something to link to; `proposed` where it is a name that nobody has accepted yet: its key among those to review. */
export type Offered = LinkCandidate & { proposed?: string };

export interface LinkPrompt {
  /** Where `[[` or `@` starts. */
  from: number;
  /** `@` offers entities alone, and new ones. */
  mark: "[[" | "@";
  /** What was typed after it. */
  text: string;
  candidates: readonly Offered[];
  /** Answers are for this text; older ones stay shown until new ones come. */
  answered: string | null;
  /** Index of the active row, those that make something new after the candidates; -1 for none. */
  active: number;
  /** The active row was chosen by key since the text was typed: an answer must not move it to another. */
  moved: boolean;
  /** Enter was pressed before the answers came: the best one is taken when they do. */
  pickOnAnswer: boolean;
}

export interface LinkPromptOptions {
  complete: (text: string, mark: "[[" | "@") => Promise<readonly Offered[]>;
  /** Makes a note and returns it as a target; null when it could not be made. */
  createNote: (title: string) => Promise<LinkTarget | null>;
  /** Makes an entity and returns it as a target; null when it could not be made. */
  createEntity: (kind: EntityKind, name: string) => Promise<LinkTarget | null>;
  /** Accepts a name that is proposed and returns its entity; null when that could not be. */
  acceptName: (key: string, name: string, kind: EntityKind | null) => Promise<LinkTarget | null>;
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

const answer = StateEffect.define<{ text: string; candidates: readonly Offered[] }>();
const moveTo = StateEffect.define<number>();
const pickOnAnswer = StateEffect.define<null>();
const dismiss = StateEffect.define<null>();
/** What was chosen is being made: where that fails, typing on in it asks again. */
const making = StateEffect.define<null>();

/** Ends the question. */
export const closePrompt = dismiss.of(null);

/** Rows that can be chosen: the candidates, and what can be made where there are words for its name. */
export function rowCount(prompt: LinkPrompt): number {
  return prompt.candidates.length + (canMakeNote(prompt) ? 1 : 0) + newKinds(prompt).length;
}

const KINDS: readonly EntityKind[] = ["person", "organisation", "place", "event"];
/** Words behind `@` that can be a new name: more are a sentence that goes on. */
const NAME_WORDS = 4;

/** What an entity can be made as, behind `@`, that no entity is called. */
export function newKinds(prompt: LinkPrompt): readonly EntityKind[] {
  const name = prompt.text.trim();
  if (prompt.mark !== "@" || prompt.answered === null || !/^\p{L}/u.test(name) || name.split(" ").length > NAME_WORDS) return [];
  const same = (called: string): boolean => called.localeCompare(name, undefined, { sensitivity: "base" }) === 0;
  return prompt.candidates.some(({ title, matched }) => same(title) || same(matched)) ? [] : KINDS;
}

/** Enter behind a name that nobody has ends the line, unless a row was chosen. */
function firstActive({ mark, candidates }: Pick<LinkPrompt, "mark" | "candidates">): number {
  // A name that is only proposed is accepted everywhere with its link: that wants to be chosen.
  return mark === "@" && (candidates[0] === undefined || candidates[0].proposed !== undefined) ? -1 : 0;
}

/** Where the row that was chosen stands among new answers; -1 where it is gone. */
function sameRow(before: LinkPrompt, after: LinkPrompt): number {
  const chosen = before.candidates[before.active];
  if (chosen !== undefined) return after.candidates.findIndex(({ target, anchor }) => targetKey(target) === targetKey(chosen.target) && anchor === chosen.anchor);
  const row = before.active - before.candidates.length + after.candidates.length;
  return row < rowCount(after) ? row : -1;
}

/** A title was typed, and no passage of a note. */
export function canMakeNote(prompt: LinkPrompt): boolean {
  return prompt.mark === "[[" && prompt.text.trim() !== "" && !prompt.text.includes("#");
}

/** Where the question stands that was put away with Escape: typing on in it does not ask again. */
const putAway = StateField.define<number | null>({
  create: () => null,
  update(from, transaction) {
    if (transaction.effects.some((effect) => effect.is(dismiss))) return promptAt(transaction.state)?.from ?? null;
    if (from === null || !(transaction.docChanged || transaction.selection)) return from;
    const now = promptAt(transaction.state, transaction.isUserEvent("input.type.compose"));
    return now?.from === transaction.changes.mapPos(from) ? now.from : null;
  },
});

function nextPrompt(prompt: LinkPrompt | null, transaction: Transaction): LinkPrompt | null {
  if (transaction.effects.some((effect) => effect.is(dismiss) || effect.is(making))) return null;
  const typed = transaction.docChanged && transaction.isUserEvent("input.type");
  const deleted = transaction.docChanged && transaction.isUserEvent("delete");
  let next = prompt;
  if (transaction.docChanged || transaction.selection !== undefined) {
    const at = promptAt(transaction.state, transaction.isUserEvent("input.type.compose"));
    if (at === null || (prompt === null && !typed)) return null;
    const away = transaction.startState.field(putAway);
    if (prompt === null && away !== null && transaction.changes.mapPos(away) === at.from) return null;
    if (transaction.docChanged && !typed && !deleted) return null;
    if (prompt === null || transaction.changes.mapPos(prompt.from) !== at.from) {
      next = { ...at, candidates: [], answered: null, active: 0, moved: false, pickOnAnswer: false };
    } else if (at.text !== prompt.text || at.from !== prompt.from) {
      next = { ...prompt, ...at, active: firstActive(prompt), moved: false, pickOnAnswer: false };
    }
  }
  return next === null ? null : withEffects(next, transaction);
}

function withEffects(prompt: LinkPrompt, transaction: Transaction): LinkPrompt {
  let next = prompt;
  for (const effect of transaction.effects) {
    if (effect.is(answer)) {
      const { text, candidates } = effect.value;
      const after = { ...next, candidates, answered: text };
      next = { ...after, active: next.answered === text ? next.active : next.moved ? sameRow(next, after) : firstActive(after) };
    } else if (effect.is(moveTo)) {
      next = { ...next, active: effect.value, moved: true };
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

/** What may stand behind a title that is asked about: it belongs to the link. */
const CLOSING = /^(?:\|([^[\]\n]{1,300}))?\]\]/;
const LONGEST_CLOSING = 303;

/** Puts a finished link where the question stood, and what its target is called. */
export function insertLink(
  view: EditorView,
  from: number,
  to: number,
  label: { target: LinkTarget; title: string; kind: LinkCandidate["kind"]; anchor?: string },
): void {
  const [closing = "", words = ""] = CLOSING.exec(view.state.sliceDoc(to, to + LONGEST_CLOSING)) ?? [];
  const { anchor = "", ...shown } = label;
  const insert = linkMarkup(label.target, words.trim() || label.title, anchor);
  view.dispatch({
    changes: { from, to: to + closing.length, insert },
    selection: EditorSelection.cursor(from + insert.length),
    effects: [addLabels.of([{ target: shown.target, title: shown.title, kind: shown.kind, gone: false }]), dismiss.of(null)],
    userEvent: "input.complete",
    scrollIntoView: true,
  });
}

/** Editors for which something is being made that is to be linked. */
const makingIn = new WeakSet<EditorView>();

async function pickRow(view: EditorView, options: LinkPromptOptions, row: number): Promise<void> {
  const prompt = view.state.field(linkPromptField);
  if (prompt === null) return;
  const to = view.state.selection.main.head;
  const candidate = prompt.candidates[row];
  const proposed = candidate?.proposed;
  if (candidate !== undefined && proposed === undefined) {
    insertLink(view, prompt.from, to, candidate);
    return;
  }
  const title = candidate?.title ?? prompt.text.trim();
  const kind = candidate ? candidate.kind : (newKinds(prompt)[row - prompt.candidates.length] ?? null);
  if (kind === null && (row < 0 || !canMakeNote(prompt))) return;
  const asked = view.state.sliceDoc(prompt.from, to);
  // Typing on asks again, and must not make it twice.
  if (makingIn.has(view)) return;
  makingIn.add(view);
  view.dispatch({ effects: making.of(null) });
  const make = (): Promise<LinkTarget | null> => (kind === null ? options.createNote(title) : options.createEntity(kind, title));
  const target = await (proposed === undefined ? make() : options.acceptName(proposed, title, kind)).finally(() => makingIn.delete(view));
  // Whoever typed on meanwhile keeps what they typed.
  if (target === null || view.state.sliceDoc(prompt.from, to) !== asked) return;
  insertLink(view, prompt.from, to, { target, title, kind });
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
    // Up from no row is the last one.
    const from = prompt.active < 0 && by < 0 ? 0 : prompt.active;
    view.dispatch({ effects: moveTo.of((from + by + rows) % rows) });
    return true;
  };
  const pick = (view: EditorView): boolean => {
    const prompt = view.state.field(linkPromptField);
    if (prompt === null || rowCount(prompt) === 0 || prompt.active < 0) return false;
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
        let candidates: readonly Offered[] = [];
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
    putAway,
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
        ...(prompt.active < 0 ? {} : { "aria-activedescendant": rowId(prompt.active) }),
      };
    }),
  ];
}
