// Rows of the article list that are chosen for doing one thing to all of them.

import { manyArticles } from "../../api/client";
import type { ArticleId, ChosenArticles } from "../../api/generated";
import { showFailure } from "../../state/toasts.svelte";
import type { ArticleList } from "./articleList.svelte";

/** All of a list are chosen by their ids: more than these are not gathered. */
const MOST = 1_000_000;

export class Chosen {
  #list: ArticleList;
  /** Whether the row stands for its copies too, by the row's article. */
  #of = $state.raw<ReadonlyMap<ArticleId, boolean>>(new Map());
  /** Where a stretch begins and what was chosen before it was drawn. */
  #from: { index: number; others: ReadonlyMap<ArticleId, boolean> } | null = null;
  #asked = 0;

  constructor(list: ArticleList) {
    this.#list = list;
  }

  get size(): number {
    return this.#of.size;
  }

  has(id: ArticleId): boolean {
    return this.#of.has(id);
  }

  /** As the notebook takes them. */
  get articles(): ChosenArticles {
    const ids = [...this.#of];
    return {
      articles: ids.filter(([, row]) => !row).map(([id]) => id),
      rows: ids.filter(([, row]) => row).map(([id]) => id),
    };
  }

  /** Takes a row in or out. With nothing chosen before, the current row is taken in too. */
  toggle(index: number, current: number): void {
    const next = new Map(this.#of);
    if (next.size === 0 && current >= 0 && current !== index) this.#put(next, current);
    const id = this.#list.shown.row(index)?.id;
    if (id === undefined) return;
    if (next.has(id)) next.delete(id);
    else this.#put(next, index);
    this.#from = { index, others: next };
    this.#of = next;
  }

  /** All rows between the one where the stretch begins and this one, beside what was chosen before. */
  async stretch(index: number, current: number): Promise<void> {
    this.#from ??= { index: Math.max(0, current), others: new Map() };
    const { index: start, others } = this.#from;
    const [first, last] = [Math.min(start, index), Math.max(start, index)];
    this.#asked += 1;
    const asked = this.#asked;
    const next = new Map(others);
    try {
      const missing = await this.#missing(first, last);
      if (this.#asked !== asked) return;
      for (let at = first; at <= last; at += 1) {
        if (this.#put(next, at)) continue;
        const id = missing[at - first];
        if (id !== undefined) next.set(id, true);
      }
      this.#of = next;
    } catch (thrown) {
      showFailure(thrown, "articles_ids");
    }
  }

  /** Every row of the list. */
  async all(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    try {
      const ids = await manyArticles.ids(this.#list.query, 0, MOST);
      if (this.#asked !== asked) return;
      const next = new Map(ids.map((id) => [id, true]));
      // What was read here stands in the Inbox still.
      for (const id of this.#list.stillShown) next.set(id, true);
      this.#of = next;
      this.#from = null;
    } catch (thrown) {
      showFailure(thrown, "articles_ids");
    }
  }

  clear(): void {
    this.#asked += 1;
    this.#from = null;
    if (this.#of.size > 0) this.#of = new Map();
  }

  #put(into: Map<ArticleId, boolean>, index: number): boolean {
    const item = this.#list.shown.row(index);
    if (item) into.set(item.id, item.is === "row" && !item.open);
    return item !== undefined;
  }

  /** The articles of rows that were not fetched, where there are any. */
  async #missing(first: number, last: number): Promise<ArticleId[]> {
    for (let at = first; at <= last; at += 1) {
      if (this.#list.shown.row(at)) continue;
      const place = this.#list.shown.pagePlace(first);
      return await manyArticles.ids(this.#list.query, Math.max(0, place - this.#list.stillShown.length), last - first + 1);
    }
    return [];
  }
}
