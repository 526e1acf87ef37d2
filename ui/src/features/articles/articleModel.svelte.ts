// The article that a reader and an inspector show together: fetched, kept up to
// date, and with what the person looks at in it.

import { articles, logProblem, search } from "../../api/client";
import { CommandError } from "../../api/errors";
import type { Article, ArticleId, SearchQuery, Span } from "../../api/generated";
import { doInOrder } from "../../state/toasts.svelte";
import { ArticleClippings } from "../clippings/articleClippings.svelte";
import { phraseOf } from "../search/queryText";
import { Ahead } from "./ahead";
import { Correcting } from "./correcting.svelte";
import { findInArticle } from "./find";

export type ReaderTab = "article" | "original" | "removed" | "versions" | "copies";

/** A search in the open article. */
export type Find = {
  open: boolean;
  words: string;
  current: number;
  /** Every match of the search that the article was found by, until other words are typed. */
  given: { words: string; spans: readonly Span[] } | null;
};

const NO_FIND: Find = { open: false, words: "", current: 0, given: null };

export class ArticleModel {
  article = $state.raw<Article | null>(null);
  error = $state.raw<unknown>(null);
  tab = $state<ReaderTab>("article");
  /** Where a search result or a link opened it. */
  at = $state.raw<Span | null>(null);
  /** What is being tagged: drawn as selected while the popover has the focus. */
  tagging = $state.raw<Span | null>(null);
  find = $state<Find>({ ...NO_FIND });
  /** What is being set right in the text. */
  readonly correcting = new Correcting(this);
  /** Which line of the Removed tab is the current one. */
  line = $state<number | null>(null);

  /** Neighbours of the open article, fetched before they are opened. */
  readonly ahead = new Ahead();

  /** What a person marked in the open article. */
  readonly clippings = new ArticleClippings();

  /** Settles when what was last asked for is here. */
  loading: Promise<void> = Promise.resolve();

  #wanted: ArticleId | null = null;
  /** How often an article was asked for, and the last time of which the answer is shown. */
  #asked = 0;
  #come = 0;
  #found: SearchQuery | null = null;

  readonly hits = $derived.by<readonly Span[]>(() => {
    const { open, words, given } = this.find;
    if (!this.article || !open) return [];
    return given && given.words === words ? given.spans : findInArticle(this.article, words);
  });

  /** It was there, and was deleted for good. */
  get isGone(): boolean {
    return this.error !== null && CommandError.from(this.error, "article_get").code === "not_found";
  }

  /** Shows another article; the old one stays until the new one is here. */
  async show(id: ArticleId | null, at: Span | null, tab: ReaderTab = "article"): Promise<void> {
    const another = id !== this.#wanted;
    this.#wanted = id;
    this.at = at;
    if (at) this.tab = "article";
    if (id === null) {
      this.article = null;
      this.error = null;
      return;
    }
    if (!another && this.article) {
      if (tab !== "article") this.tab = tab;
      return;
    }
    this.tagging = null;
    this.correcting.place = null;
    this.find = { ...NO_FIND };
    this.#found = null;
    this.loading = this.#load();
    await this.loading;
    if (this.#wanted === id) {
      this.tab = tab;
      this.line = null;
    }
  }

  /** Goes on with a search inside the article that it found, from the match shown first. */
  async findAgain(query: SearchQuery): Promise<void> {
    const id = this.#wanted;
    if (id === null) return;
    this.#found = query;
    try {
      const [spans] = await Promise.all([search.marks(query, id), this.loading]);
      if (this.#wanted !== id || spans.length === 0) return;
      const at = this.at;
      const first = at ? spans.findIndex((span) => span.block === at.block && span.start === at.start) : 0;
      const words = query.text.trim();
      this.find = { open: true, words, current: Math.max(0, first), given: { words, spans } };
    } catch (thrown) {
      logProblem(`find in article: ${String(thrown)}`);
    }
  }

  /** What *next article* looks for: the search that the article was found by, or the words in the bar. */
  get wanted(): SearchQuery | null {
    const { words, given } = this.find;
    if (given && this.#found && given.words === words) return this.#found;
    const plain = phraseOf(words).slice(1, -1).trim();
    return plain === "" ? null : { text: `"${plain}"`, kinds: ["article"], offset: 0, limit: 0, sort: "newest" };
  }

  /** Whether the last or first match is the current one, of a search that goes on in other articles. */
  isAtEdge(by: 1 | -1): boolean {
    return this.find.given !== null && this.find.current === (by > 0 ? this.hits.length - 1 : 0);
  }

  /** The article after or before this one that has what is looked for. */
  async neighbour(by: 1 | -1): Promise<{ id: ArticleId; found: SearchQuery } | null> {
    const query = this.wanted;
    const id = this.#wanted;
    if (query === null || id === null) return null;
    const next = await search.next(query, id, by < 0);
    return next === null ? null : { id: next, found: query };
  }

  /** Fetches again what is shown. */
  async reload(): Promise<void> {
    this.ahead.forget();
    await this.#load();
  }

  async #load(): Promise<void> {
    const id = this.#wanted;
    if (id === null) return;
    this.#asked += 1;
    const asked = this.#asked;
    try {
      const article = await this.ahead.get(id);
      // Answers may overtake each other: what was asked for before is older.
      if (this.#wanted !== id || asked < this.#come) return;
      this.#come = asked;
      this.article = article;
      this.error = null;
      void this.clippings.show(id);
    } catch (thrown) {
      if (this.#wanted !== id || asked < this.#come) return;
      this.error = thrown;
      this.article = null;
    }
  }

  /** Runs a command that answers with the changed article; says so when it fails. */
  async edit(command: (id: ArticleId) => Promise<Article>): Promise<boolean> {
    const id = this.article?.id;
    if (id === undefined) return false;
    return doInOrder(
      "article_edit",
      async () => {
        const changed = await command(id);
        if (this.#wanted === changed.id) this.article = changed;
      },
      false,
    );
  }

  /** Counts the article as read, when a person reads in it. */
  markRead(): void {
    const article = this.article;
    if (!article || article.read || article.deleted) return;
    this.article = { ...article, read: true };
    articles.markRead([article.id], true).catch((thrown: unknown) => logProblem(`mark read: ${String(thrown)}`));
  }

  /** The next or previous match, around the end. */
  step(by: 1 | -1): void {
    const all = this.hits.length;
    if (all > 0) this.find.current = (this.find.current + by + all) % all;
  }
}
