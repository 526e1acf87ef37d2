// What a person marked in the article that is open.

import { logProblem } from "../../api/client";
import { clippings as client } from "../../api/clippings";
import type { ArticleId, Clipping } from "../../api/generated";

const NONE: readonly Clipping[] = [];

export class ArticleClippings {
  #of = $state.raw<{ article: ArticleId | null; all: readonly Clipping[] }>({ article: null, all: NONE });
  #wanted: ArticleId | null = null;

  get all(): readonly Clipping[] {
    return this.#of.all;
  }

  /** Fetches those of an article, for the first time or again. */
  async show(article: ArticleId): Promise<void> {
    this.#wanted = article;
    if (this.#of.article !== article) this.#of = { article, all: NONE };
    try {
      const all = await client.ofArticle(article);
      if (this.#wanted === article) this.#of = { article, all };
    } catch (thrown) {
      logProblem(`clippings: ${String(thrown)}`);
    }
  }

  /** Fetches again what is shown. */
  async again(): Promise<void> {
    if (this.#wanted !== null) await this.show(this.#wanted);
  }
}
