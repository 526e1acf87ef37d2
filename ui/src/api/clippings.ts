// Highlights and quotes, as the shell knows them.

import { call } from "./client";
import type * as T from "./generated";

export const clippings = {
  /** What the text says of words: who said them, through whom, when. Nothing is kept. */
  propose: (article: T.ArticleId, span: T.Span) => call<T.ProposedQuote>("clipping_propose", { article, span }),
  /** `into`: a note that gets a card of each at its end, in the same step. */
  clip: (clipping: T.NewClipping, into: T.NoteId | null = null) => call<T.Clipping[]>("clipping_clip", { clipping, into }),
  change: (id: T.ClippingId, facts: T.ClippingFacts) => call<T.Clipping>("clipping_change", { id, facts }),
  delete: (ids: T.ClippingId[]) => call<void>("clipping_delete", { ids }),
  restore: (ids: T.ClippingId[]) => call<void>("clipping_restore", { ids }),
  /** Those of these that are there, deleted ones included. */
  getSome: (ids: T.ClippingId[]) => call<T.Clipping[]>("clipping_get_some", { ids }),
  ofArticle: (article: T.ArticleId) => call<T.Clipping[]>("clipping_of_article", { article }),
  list: (query: T.ClippingQuery, offset: number, limit: number) =>
    call<T.ClippingPage>("clipping_list", { query, offset, limit }),
  outlets: () => call<string[]>("clipping_outlets"),
  /** Asks for a file and writes the list to it; how many quotes, null when none was chosen. */
  export: (query: T.ClippingQuery, format: T.QuoteListFormat) =>
    call<number | null>("clipping_export", { query, format }),
};
