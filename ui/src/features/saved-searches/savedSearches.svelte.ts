// The searches that are kept, and how many results each has.

import { logProblem, savedSearches as client } from "../../api/client";
import type { HitKind, NameChoice, SavedSearch, SavedSearchId, SearchNews, SearchQuery } from "../../api/generated";
import { go } from "../../state/navigation.svelte";
import { doInOrder } from "../../state/toasts.svelte";
import { Latest } from "../search/latest";
import { searchSession } from "../search/searchSession.svelte";
import { isSame } from "./naming";

/** Milliseconds in which further changes of the index are waited for before counting. */
const COUNT_AFTER = 400;

let list = $state.raw<readonly SavedSearch[]>([]);
let news = $state.raw<ReadonlyMap<SavedSearchId, SearchNews>>(new Map());
let counting: ReturnType<typeof setTimeout> | undefined;

const quietly = (problem: unknown): void => logProblem(`saved searches: ${String(problem)}`);
const loading = new Latest<null, SavedSearch[]>(() => client.list(), (found) => (list = found), quietly);
const asking = new Latest(
  () => client.news(),
  (counts) => (news = new Map(counts.map((one) => [one.id, one]))),
  quietly,
);

/** Counts anew, a little later: while an import runs, the index changes every other second. */
function countSoon(): void {
  clearTimeout(counting);
  counting = setTimeout(() => asking.ask(null), COUNT_AFTER);
}

export const savedSearches = {
  get list(): readonly SavedSearch[] {
    return list;
  },
  /** How many results one has, and how many of them are new; null until they are counted. */
  counts(id: SavedSearchId): SearchNews | null {
    return news.get(id) ?? null;
  },
  load(): void {
    loading.ask(null);
    countSoon();
  },
  countSoon,
  /** The one that asks the same. */
  same(query: { text: string; kinds: readonly HitKind[]; names?: NameChoice | null }): SavedSearch | undefined {
    return list.find((search) => isSame(search, query));
  },
  /** Searches for it again; what it finds is seen then. */
  open(search: SavedSearch): void {
    searchSession.showSaved(search);
    go({ view: "search", text: search.text, saved: search.id });
    client.markSeen(search.id).catch(quietly);
  },
  save: (name: string, query: SearchQuery) => doInOrder("saved_search_save", () => client.save(name, query)),
  rename: (id: SavedSearchId, name: string) => doInOrder("saved_search_rename", () => client.rename(id, name)),
  delete: (id: SavedSearchId) => doInOrder("saved_search_delete", () => client.delete(id)),
  move: (id: SavedSearchId, place: number) => doInOrder("saved_search_move", () => client.move(id, Math.max(0, place)), false),
};
