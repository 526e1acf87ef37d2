// The list of quotes: what is asked for, and the rows that came.

import { clippings as client } from "../../api/clippings";
import type { Clipping, ClippingQuery } from "../../api/generated";
import { Pages } from "../../state/pages.svelte";

export const ALL_QUOTES: ClippingQuery = {
  scope: "quotes",
  sort: "made",
  text: "",
  speaker: null,
  via: null,
  about: null,
  outlet: null,
  from: null,
  until: null,
  lost: false,
};

class QuoteList {
  query = $state.raw<ClippingQuery>(ALL_QUOTES);
  readonly rows: Pages<Clipping> = new Pages<Clipping>((offset, limit) => client.list(this.query, offset, limit));

  #notebook: string | null = null;

  /** It comes on screen: what was clipped meanwhile is to be in it, and of another notebook all is new. */
  enter(notebook: string | null): void {
    if (notebook === this.#notebook && this.rows.loaded) return void this.rows.refresh();
    this.#notebook = notebook;
    this.query = ALL_QUOTES;
    this.rows.reset();
  }

  /** Asks for others; the same again asks nothing. */
  ask(part: Partial<ClippingQuery>): void {
    const next = { ...this.query, ...part };
    if (JSON.stringify(next) === JSON.stringify(this.query)) return;
    this.query = next;
    this.rows.reset();
  }

  /** Whether anything narrows it beside its scope. */
  get isNarrowed(): boolean {
    const { text, speaker, via, about, outlet, from, until, lost } = this.query;
    return text.trim() !== "" || lost || [speaker, via, about, outlet, from, until].some((one) => one !== null);
  }
}

export const quoteList = new QuoteList();
