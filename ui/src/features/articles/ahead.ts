// Articles fetched before they are asked for: those above and below the open one, so
// that leafing through a list shows each in the frame of its key.

import { articles } from "../../api/client";
import type { Article, ArticleId } from "../../api/generated";

/** Articles kept at most: two on each side, whichever way a person turns. */
const MOST = 4;

export class Ahead {
  #fetch: (id: ArticleId) => Promise<Article>;
  #kept = new Map<ArticleId, Promise<Article>>();

  constructor(fetch: (id: ArticleId) => Promise<Article> = articles.get) {
    this.#fetch = fetch;
  }

  /** Fetches these unless they are here; of the others the newest stay. */
  want(ids: readonly ArticleId[]): void {
    for (const id of ids) {
      const article = this.#kept.get(id) ?? this.#fetch(id);
      // What can't be had is asked for again, and its failure shown, when it is opened.
      article.catch(() => this.#kept.delete(id));
      this.#kept.delete(id);
      this.#kept.set(id, article);
    }
    for (const id of [...this.#kept.keys()].slice(0, -MOST)) this.#kept.delete(id);
  }

  get(id: ArticleId): Promise<Article> {
    return this.#kept.get(id) ?? this.#fetch(id);
  }

  /** Something was written: what is kept may be old. */
  forget(): void {
    this.#kept.clear();
  }
}
