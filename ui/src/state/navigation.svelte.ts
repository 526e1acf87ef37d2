// Where the window is and where it was: places, the pane beside, back and forward.

import type { ArticleId, DossierId, DossierItemId, EntityId, ImportId, NoteId, SavedSearchId, SearchQuery, Span } from "../api/generated";

/** A list of articles with, mostly, one of them open in the reader. */
export type ArticlesPlace = {
  view: "inbox" | "library" | "trash";
  article?: ArticleId;
  /** Where in the article to open: scrolled to and marked. */
  at?: Span;
  /** The reader's tab to open with; the article itself when not given. */
  tab?: "original" | "removed";
  /** The search that it was found by: *find in article* goes on with it. */
  found?: SearchQuery;
  entity?: EntityId;
  import?: ImportId;
};

export type Place =
  | ArticlesPlace
  | { view: "notes" }
  | { view: "note"; id: NoteId }
  | { view: "entities" }
  | { view: "entity"; id: EntityId }
  | { view: "dossiers" }
  | { view: "dossier"; id: DossierId; item?: DossierItemId; reading?: boolean }
  | { view: "search"; text: string; saved?: SavedSearchId }
  | { view: "problems" }
  | { view: "review" };

export type View = Place["view"];

/** A view that the sidebar has a row for, or search. */
export type Region = Exclude<View, "note" | "entity" | "dossier">;

/** The region that a view belongs to. */
export function regionOf(view: View): Region {
  const whole = { note: "notes", entity: "entities", dossier: "dossiers" } as const;
  return view in whole ? whole[view as keyof typeof whole] : (view as Region);
}

/** What stands in the second pane. */
export type Beside =
  | { view: "article"; id: ArticleId; at?: Span; found?: SearchQuery }
  | { view: "note"; id: NoteId }
  | { view: "entity"; id: EntityId };

type Location = { place: Place; beside: Beside | null };

let stack = $state.raw<readonly Location[]>([{ place: { view: "inbox" }, beside: null }]);
let index = $state(0);

function here(): Location {
  return stack[index] ?? { place: { view: "inbox" }, beside: null };
}

function push(location: Location): void {
  stack = [...stack.slice(0, index + 1), location].slice(-200);
  index = stack.length - 1;
}

function overwrite(location: Location): void {
  stack = stack.map((old, i) => (i === index ? location : old));
}

export const navigation = {
  get place(): Place {
    return here().place;
  },
  get beside(): Beside | null {
    return here().beside;
  },
  get canGoBack(): boolean {
    return index > 0;
  },
  get canGoForward(): boolean {
    return index < stack.length - 1;
  },
};

/** Goes to a place; the pane beside closes unless it is kept. */
export function go(place: Place, options: { keepBeside?: boolean } = {}): void {
  if (JSON.stringify(place) === JSON.stringify(here().place) && !here().beside) return;
  push({ place, beside: options.keepBeside ? here().beside : null });
}

/** Changes the present place without a step in the history: for movement within a list. */
export function replacePlace(place: Place): void {
  overwrite({ place, beside: here().beside });
}

export function goBack(): void {
  if (index > 0) index -= 1;
}

export function goForward(): void {
  if (index < stack.length - 1) index += 1;
}

/** Opens, changes or closes (null) the pane beside. */
export function setBeside(beside: Beside | null): void {
  push({ place: here().place, beside });
}

/** True for the places that show a list of articles. */
export function isArticles(place: Place): place is ArticlesPlace {
  return place.view === "inbox" || place.view === "library" || place.view === "trash";
}

/** The same list with another article open, or none: how the one before was opened says nothing of it. */
export function withArticle(place: ArticlesPlace, article?: ArticleId): ArticlesPlace {
  const { article: _, at: __, tab: ___, found: ____, ...rest } = place;
  return article === undefined ? rest : { ...rest, article };
}

/** Opens an article in the reader, at a span when one is given, or in the pane beside. */
export function openArticle(
  id: ArticleId,
  options: { at?: Span; tab?: "original" | "removed"; found?: SearchQuery; beside?: boolean } = {},
): void {
  const at = options.at ? { at: options.at } : {};
  const tab = options.tab ? { tab: options.tab } : {};
  const found = options.found ? { found: options.found } : {};
  if (options.beside) return setBeside({ view: "article", id, ...at, ...found });
  const now = here().place;
  const base: ArticlesPlace = isArticles(now)
    ? { view: now.view, ...(now.entity ? { entity: now.entity } : {}), ...(now.import ? { import: now.import } : {}) }
    : { view: "library" };
  go({ ...base, article: id, ...at, ...tab, ...found });
}

/** Opens an entity's page, or shows it in the pane beside. */
export function openEntity(id: EntityId, options: { beside?: boolean } = {}): void {
  if (options.beside) setBeside({ view: "entity", id });
  else go({ view: "entity", id });
}

/** Opens a note in the editor, or in the pane beside. */
export function openNote(id: NoteId, options: { beside?: boolean } = {}): void {
  if (options.beside) setBeside({ view: "note", id });
  else go({ view: "note", id });
}

/** Opens a dossier, at an item when one is given. */
export function openDossier(id: DossierId, item?: DossierItemId): void {
  go({ view: "dossier", id, ...(item ? { item } : {}) });
}

/** Goes to the search view with this text. While there, only the text changes. */
export function openSearch(text: string): void {
  if (here().place.view === "search") replacePlace({ view: "search", text });
  else go({ view: "search", text });
}

/** Forgets all places: another notebook was opened. */
export function resetNavigation(place: Place = { view: "inbox" }): void {
  stack = [{ place, beside: null }];
  index = 0;
}
