// The commands of saved searches.

import { call } from "./client";
import type * as T from "./generated";

export const savedSearches = {
  list: () => call<T.SavedSearch[]>("saved_search_list"),
  save: (name: string, query: T.SearchQuery) => call<T.SavedSearch>("saved_search_save", { name, query }),
  rename: (id: T.SavedSearchId, name: string) => call<void>("saved_search_rename", { id, name }),
  delete: (id: T.SavedSearchId) => call<void>("saved_search_delete", { id }),
  /** Puts it at this place of the list, from 0. */
  move: (id: T.SavedSearchId, place: number) => call<void>("saved_search_move", { id, place }),
  markSeen: (id: T.SavedSearchId) => call<void>("saved_search_mark_seen", { id }),
  /** How many results of each are new. */
  news: () => call<T.SearchNews[]>("saved_search_news"),
};
