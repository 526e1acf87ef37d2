// What stays of *Find in article* when its bar is closed.

import { tick } from "svelte";

import type { Span } from "../../api/generated";
import type { ArticleModel } from "./articleModel.svelte";
import { selectedWords, selectSpan } from "./selection";

/** The match that was the current one: selected, as what the next key acts on. */
export class LeftMatch {
  #span: Span | null = null;

  /** Closes the bar. Nothing stays marked; a click or Escape lets the selection go. */
  async leave(model: ArticleModel, root: Element): Promise<void> {
    this.#span = model.hits[model.find.current] ?? null;
    model.at = null;
    model.find.open = false;
    // The mark is gone then, and with it the nodes that a selection would be in.
    await tick();
    if (this.#span) selectSpan(root, this.#span);
  }

  /** What is selected, to be looked for; not the match that was looked for a moment ago. */
  wordsToFind(root: Element): string | null {
    const selected = selectedWords(root, getSelection());
    const left = this.#span;
    if (!selected || !left) return selected?.words ?? null;
    const { block, start, end } = selected.span;
    return block === left.block && start <= left.start && end >= left.end ? null : selected.words;
  }
}
