/**
 * Reads a note to its end in short turns, from when it is opened. CodeMirror reads ahead of what is
 * seen in turns of a tenth of a second, and what it has not read yet while a key waits.
 */
import { ensureSyntaxTree, syntaxTree } from "@codemirror/language";
import { ViewPlugin, type EditorView, type ViewUpdate } from "@codemirror/view";

/** Letters that are read in a turn. What a turn has not read to its end is lost with the next key. */
const PART = 16_000;
/** Milliseconds after which a turn is broken off: a key that comes in the middle of one waits no longer. */
const TURN = 8;
/** Milliseconds between two turns, for keys and painting. */
export const PAUSE = 18;
/** Milliseconds from a key to the next turn: it is painted first. */
const AFTER_KEY = 30;

export const parseAhead = ViewPlugin.fromClass(
  class {
    #next: ReturnType<typeof setTimeout> | undefined;
    /** How far it is read, also where that is not shown yet. */
    #read = 0;

    constructor(readonly view: EditorView) {
      this.#later();
    }

    update(update: ViewUpdate): void {
      this.#read = update.changes.mapPos(this.#read);
      if (update.docChanged) {
        clearTimeout(this.#next);
        this.#next = setTimeout(() => this.#turn(), AFTER_KEY);
      } else if (update.viewportChanged) this.#later();
    }

    destroy(): void {
      clearTimeout(this.#next);
    }

    #later(): void {
      this.#next ??= setTimeout(() => this.#turn(), PAUSE);
    }

    #turn(): void {
      this.#next = undefined;
      // What an input method composes is drawn by it alone.
      if (this.view.composing) return this.#later();
      const { state, viewport } = this.view;
      const shown = syntaxTree(state);
      const to = Math.min(state.doc.length, Math.max(this.#read, shown.length) + PART);
      const tree = ensureSyntaxTree(state, to, TURN);
      if (tree !== null) this.#read = to;
      const whole = tree !== null && to === state.doc.length;
      const seen = tree !== null && shown.length < viewport.to && viewport.to <= to;
      if (tree !== shown && (whole || seen)) this.view.dispatch({});
      if (!whole) this.#later();
    }
  },
);
