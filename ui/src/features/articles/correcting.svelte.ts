// Setting a text right where it stands: which place is open, and what was typed there.

import { articles } from "../../api/client";
import type { Article, TextCorrection } from "../../api/generated";
import { offerUndo } from "../../state/toasts.svelte";
import type { ArticleModel } from "./articleModel.svelte";

/** A block's own words, or a paragraph that is missing beside it. Blocks below 0: the title and the standfirst. */
export type CorrectedPlace = { block: number; what: "rewrite" | "before" | "after" };

/** What was typed and neither saved nor given up, for the time that the window is open. */
const drafts = new Map<string, string>();

/** The words at a place as they are now. */
function wordsAt(article: Article, block: number): string {
  if (block >= 0) return article.blocks[block]?.text ?? "";
  return (block === -2 ? article.title : article.standfirst) ?? "";
}

/** Which of the blocks with the same words a place is: in a text that is read again its number may be another's. */
function keyOf(article: Article, { block, what }: CorrectedPlace): string {
  const text = wordsAt(article, block);
  const before = article.blocks.slice(0, Math.max(0, block)).filter((other) => other.text === text).length;
  return JSON.stringify([article.id, what, Math.min(block, 0), before, text]);
}

export class Correcting {
  place = $state.raw<CorrectedPlace | null>(null);
  /** What the open place was when it was opened. */
  #key = "";
  /** The text that it was opened in. */
  #version = 0;
  #model: ArticleModel;

  constructor(model: ArticleModel) {
    this.#model = model;
  }

  open(article: Article, place: CorrectedPlace): void {
    if (article.deleted) return;
    this.#key = keyOf(article, place);
    this.#version = article.textVersion;
    this.place = place;
  }

  is(block: number, what: CorrectedPlace["what"]): boolean {
    return this.place?.block === block && this.place.what === what;
  }

  /** What stands in the field at first. */
  draft(text: string): string {
    const { place } = this;
    return (place && drafts.get(this.#key)) ?? (place?.what === "rewrite" ? text : "");
  }

  keep(text: string): void {
    if (this.place) drafts.set(this.#key, text);
  }

  close(): void {
    if (this.place) drafts.delete(this.#key);
    this.place = null;
  }

  /** Saves it as a new text; the field stays open when that fails. */
  async save(text: string): Promise<void> {
    const { place } = this;
    if (!place) return;
    if (place.block < 0) {
      const field = place.block === -2 ? "title" : "standfirst";
      await this.#done((id) => articles.editField(id, field, text.trim() === "" ? null : text, null));
      return;
    }
    const { block } = place;
    if (place.what === "rewrite") await this.#correct({ do: "rewrite", block, text });
    else await this.#correct({ do: "add", after: place.what === "after" ? block : block > 0 ? block - 1 : null, text });
  }

  async remove(): Promise<void> {
    if (this.place && this.place.block >= 0) await this.#correct({ do: "remove", block: this.place.block });
  }

  async #correct(correction: TextCorrection): Promise<void> {
    const { article } = this.#model;
    // Read again meanwhile, with other words at this place: refused, so that no other paragraph is replaced.
    const same = article !== null && this.place !== null && keyOf(article, this.place) === this.#key;
    const seen = same ? article.textVersion : this.#version;
    await this.#done((id) => articles.correct(id, seen, correction));
  }

  async #done(command: (id: string) => Promise<Article>): Promise<void> {
    const before = this.#model.article;
    if (!(await this.#model.edit(command))) return;
    this.close();
    const after = this.#model.article;
    const changed = before?.textVersion !== after?.textVersion || before?.title !== after?.title || before?.standfirst !== after?.standfirst;
    if (changed) await offerUndo();
  }
}

/** The block that a person points at: with the selection or the caret, else the first that is seen whole. */
export function pointedBlock(root: HTMLElement): number | null {
  const node = getSelection()?.anchorNode ?? null;
  const element = node instanceof Element ? node : node?.parentElement;
  const held = element?.closest<HTMLElement>("[data-block]") ?? document.activeElement?.closest<HTMLElement>("[data-block]");
  if (held && root.contains(held)) return Number(held.dataset["block"]);
  const top = root.querySelector(".paper")?.getBoundingClientRect().top ?? 0;
  for (const block of root.querySelectorAll<HTMLElement>("[data-block]")) {
    if (block.getBoundingClientRect().top >= top) return Number(block.dataset["block"]);
  }
  return null;
}
