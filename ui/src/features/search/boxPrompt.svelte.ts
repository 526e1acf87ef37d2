// What the search box offers while one types: values for a field, or the last searches.

import { logProblem, search as client } from "../../api/client";
import type { FieldValue } from "../../api/generated";
import { fieldPrompt, type FieldPrompt } from "./fieldPrompt";
import { Latest } from "./latest";
import { searchHistory } from "./searchHistory.svelte";

export type Offer = { of: "values"; prompt: FieldPrompt; values: readonly FieldValue[] } | { of: "history"; texts: readonly string[] };

/** Last searches that are offered at once. */
const MOST_TEXTS = 10;

export class BoxPrompt {
  offer = $state.raw<Offer | null>(null);
  /** The row that Enter takes; -1 for none. */
  active = $state(-1);
  #asking: Latest<FieldPrompt, FieldValue[]>;

  constructor() {
    this.#asking = new Latest(
      ({ field, typed }) => client.complete(field, typed),
      (values, prompt) => {
        this.offer = values.length > 0 ? { of: "values", prompt, values } : null;
        this.active = 0;
      },
      (problem) => logProblem(`completion: ${String(problem)}`),
    );
  }

  get rows(): number {
    if (this.offer === null) return 0;
    return this.offer.of === "values" ? this.offer.values.length : this.offer.texts.length;
  }

  /** Offers what goes with the words before the caret. */
  follow(words: string, caret: number, empty: boolean): void {
    const prompt = fieldPrompt(words, caret);
    if (prompt) {
      this.#keep(prompt);
      return this.#asking.ask(prompt);
    }
    this.#asking.drop();
    if (empty) this.showHistory();
    else this.offer = null;
  }

  /**
   * Until the values for what is typed now are there, those from before stay. One that is
   * taken replaces all of what was typed, also the letters that came since.
   */
  #keep(prompt: FieldPrompt): void {
    const before = this.offer?.of === "values" ? this.offer.prompt : null;
    const isSame = before !== null && before.field === prompt.field && before.start === prompt.start;
    this.offer = isSame && this.offer?.of === "values" ? { ...this.offer, prompt } : null;
  }

  showHistory(): void {
    const texts = searchHistory.texts.slice(0, MOST_TEXTS);
    this.offer = texts.length > 0 ? { of: "history", texts } : null;
    this.active = -1;
  }

  move(by: number): void {
    const { rows } = this;
    if (rows === 0) return;
    this.active = this.active < 0 && by < 0 ? rows - 1 : (this.active + by + rows) % rows;
  }

  close(): void {
    this.#asking.drop();
    this.offer = null;
  }
}
