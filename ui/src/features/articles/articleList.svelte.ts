// The rows of an article list. Articles that are read in the Inbox stay on
// screen until the list is left: nothing moves away under a person's hand.

import { articles, logProblem, manyArticles } from "../../api/client";
import type { ArticleId, ArticleQuery, ArticleRow, ArticleSort, Change } from "../../api/generated";
import { Pages } from "../../state/pages.svelte";
import type { ArticlesPlace } from "../../state/navigation.svelte";
import { WireRows } from "./wireRows.svelte";

export class ArticleList {
  sort = $state<ArticleSort>("published");
  readonly rows: Pages<ArticleRow>;
  /** The rows as they are seen, with the copies of unfolded groups. */
  readonly shown: WireRows;
  /** How many articles the rows stand for. */
  articles = $state(0);

  #query: ArticleQuery = { scope: "inbox", sort: "published", entity: null, import: null };
  #key = "";
  /** Read here since the list was fetched: the notebook no longer counts them to the Inbox. */
  #readHere = new Set<ArticleId>();
  #expected = new Set<ArticleId>();
  #sought: ArticleId | null = null;

  constructor() {
    this.rows = new Pages(async (offset, limit) => {
      const gone = this.#query.scope === "inbox" && offset > 0 ? this.#readHere.size : 0;
      const page = await articles.list(this.#query, Math.max(0, offset - gone), limit);
      this.articles = page.articles + gone;
      return { ...page, total: page.total + gone };
    });
    this.shown = new WireRows(this.rows);
  }

  /** What the list asks the notebook for. */
  get query(): ArticleQuery {
    return this.#query;
  }

  /** Read here since the list was fetched: rows that the notebook has no more in it. */
  get stillShown(): ArticleId[] {
    return this.#query.scope === "inbox" ? [...this.#readHere] : [];
  }

  /** Shows the list of a place. */
  show(place: ArticlesPlace): void {
    this.#query = {
      scope: place.view,
      sort: this.sort,
      entity: place.entity ?? null,
      import: place.import ?? null,
    };
    const key = JSON.stringify(this.#query);
    if (key === this.#key) return;
    this.#key = key;
    this.#sought = null;
    this.#readHere.clear();
    this.shown.clear();
    this.rows.reset();
  }

  sortBy(sort: ArticleSort, place: ArticlesPlace): void {
    this.sort = sort;
    this.show(place);
  }

  /** Fetches the rows around an article's own, unless that was tried for it before. */
  async fetchRowOf(id: ArticleId): Promise<void> {
    if (this.#sought === id) return;
    this.#sought = id;
    try {
      const at = await manyArticles.rowOf(this.#query, id);
      if (at !== null) await this.rows.fetch(at);
    } catch (thrown) {
      logProblem(`finding a row: ${String(thrown)}`);
    }
  }

  /** Marks rows as read or not, where they stand. */
  patchRead(ids: readonly ArticleId[], read: boolean): void {
    for (const id of ids) {
      this.#expected.add(id);
      if (read) this.#readHere.add(id);
      else this.#readHere.delete(id);
    }
    this.rows.patch((row) => (ids.includes(row.id) ? { ...row, read } : row));
    this.shown.patchRead(ids, read);
  }

  /** Fetches again after a change, unless it is the one just made here. */
  hear(change: Change): void {
    if (change.changed === "articles" && change.ids.length > 0 && change.ids.every((id) => this.#expected.has(id))) {
      for (const id of change.ids) this.#expected.delete(id);
      return;
    }
    this.refresh();
  }

  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Fetches what is on screen again; during an import a few times a second at most. */
  refresh(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#fetchAgain();
    }, 250);
  }

  async #fetchAgain(): Promise<void> {
    if (await this.#onlyLacksRead()) return;
    this.#readHere.clear();
    void this.rows.refresh();
    void this.shown.refresh();
  }

  /** All that the notebook's Inbox lacks of the list was read here: fetching would only take that away. */
  async #onlyLacksRead(): Promise<boolean> {
    if (this.#query.scope !== "inbox" || this.#readHere.size === 0) return false;
    const key = this.#key;
    // What can't be asked now is fetched, which says why.
    const total = await articles.list(this.#query, 0, 1).then((page) => page.total, () => -1);
    return key === this.#key && total + this.#readHere.size === this.rows.total;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
