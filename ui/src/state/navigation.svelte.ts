// Where the window is and where it was: places, the pane beside, back and forward.

import { KEPT_STEPS, keptTabs, PaneTabs, readTabs, type TabsThen } from "./paneTabs.svelte";
import { readBeside, readPlace } from "./keptPlaces";
import type { ArticleId, ClippingId, DossierId, DossierItemId, EntityId, ImportId, NoteId, SavedSearchId, SearchQuery, Span } from "../api/generated";

/** A list of articles with, mostly, one of them open in the reader. */
export type ArticlesPlace = {
  view: "inbox" | "library" | "starred" | "archive" | "trash";
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
  | { view: "review" }
  | { view: "quotes"; id?: ClippingId; speaker?: EntityId };

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
  | { view: "entity"; id: EntityId }
  | { view: "dossier"; id: DossierId; item?: DossierItemId; reading?: boolean }
  | { view: "search"; text: string };

/** A place of the main pane, and the pane that stood beside it. */
export type Location = {
  place: Place;
  beside: TabsThen<Beside> | null;
  /** It was come to by exchanging the panes: the step back exchanges them again. */
  exchanged?: true;
};

const INBOX: Location = { place: { view: "inbox" }, beside: null };
const main = new PaneTabs<Location>();
main.reset(INBOX);
/** The second pane; without tabs it is closed. */
const second = new PaneTabs<Beside>();
/** The pane that had the focus last: keys of history and tabs are about it. */
let inSecond = $state(false);

function here(): Location {
  return main.current ?? INBOX;
}

export const navigation = {
  get place(): Place {
    return here().place;
  },
  get beside(): Beside | null {
    return second.current ?? null;
  },
  /** What both panes show, the one with the focus first. */
  get shown(): (Place | Beside)[] {
    const shown = second.current ? [here().place, second.current] : [here().place];
    return inSecond ? shown.toReversed() : shown;
  },
  /** The pane beside had the focus last. */
  get inBeside(): boolean {
    return inSecond && second.current !== undefined;
  },
  /** The tabs of the main pane, and of the one beside. */
  get tabs(): PaneTabs<Location> {
    return main;
  },
  get besideTabs(): PaneTabs<Beside> {
    return second;
  },
  get canGoBack(): boolean {
    return focused().canGoBack;
  },
  get canGoForward(): boolean {
    return focused().canGoForward;
  },
};

function focused(): PaneTabs<Location> | PaneTabs<Beside> {
  return inSecond && second.current ? second : main;
}

/** Says which pane has the focus. Called by the root. */
export function noteFocus(beside: boolean): void {
  inSecond = beside;
}

/** A thing that is looked at, and no list to begin from. */
function isThing(place: Place): boolean {
  return place.view === "note" || place.view === "entity" || place.view === "dossier" || (isArticles(place) && place.article !== undefined);
}

/** Goes to a place. The pane beside stays for another thing to look at; at a new list it closes, and Back has it again. */
export function go(place: Place, options: { keepBeside?: boolean; newTab?: boolean } = {}): void {
  if (options.newTab) {
    main.open({ place, beside: null });
    second.reset();
    return;
  }
  const stays = options.keepBeside ?? isThing(place);
  if (JSON.stringify(place) === JSON.stringify(here().place) && (stays || !navigation.beside)) return;
  main.push({ place, beside: stays ? second.now : null });
  if (!stays) second.reset();
}

/** Says with the present place what stands beside it. */
function noteBeside(): void {
  main.overwrite({ ...here(), beside: second.now });
}

/** Changes the present place without a step in the history: for movement within a list. */
export function replacePlace(place: Place): void {
  main.overwrite({ ...here(), place, beside: second.now });
}

/**
 * Shows another thing of a list. Passing along it by keys is no step; one that was pressed was
 * meant, and Back leads to the one that was open before.
 */
export function chooseInList(place: Place, pressed: boolean): void {
  const left = here().place;
  const opened = isThing(left) || (left.view === "quotes" && left.id !== undefined);
  if (pressed && opened) go(place, { keepBeside: true });
  else replacePlace(place);
}

/** The pane beside is open or closed as it was at a place; what it shows since is its own affair. */
function follow(): void {
  const { beside } = here();
  if (beside === null || !second.current) second.show(beside);
  else noteBeside();
}

function step(by: 1 | -1): void {
  const pane = focused();
  const left = here();
  pane.step(by);
  if (pane === second) noteBeside();
  else if ((by === -1 ? left : here()).exchanged) second.show(here().beside);
  else follow();
}

export function goBack(): void {
  if (navigation.canGoBack) step(-1);
}

export function goForward(): void {
  if (navigation.canGoForward) step(1);
}

/** Opens, changes or closes (null) the pane beside. */
export function setBeside(beside: Beside | null, options: { newTab?: boolean } = {}): void {
  const { place } = here();
  const opens = (beside === null) !== (second.current === undefined);
  if (beside === null) second.reset();
  else if (options.newTab) second.open(beside);
  else if (JSON.stringify(beside) !== JSON.stringify(second.current)) second.push(beside);
  // Opening and closing it are steps of the place; going on in it is a step of its own.
  if (opens) main.push({ place, beside: second.now });
  else noteBeside();
}

/** The pane beside shows again what it showed before, or closes: what it shows is no more. */
export function leaveBeside(): void {
  if (second.canGoBack) second.step(-1);
  else if (main.before?.place !== here().place || main.before.beside !== null) return setBeside(null);
  else {
    main.step(-1);
    second.reset();
  }
  noteBeside();
}

/** Another place in the pane beside, without a step. */
export function replaceBeside(beside: Beside): void {
  second.overwrite(beside);
  noteBeside();
}

/** What is in the main pane goes beside, and the other way round; false where one is no single thing. */
export function exchangePanes(): boolean {
  const { place } = here();
  const { beside } = navigation;
  if (!beside) return false;
  let other: Beside;
  if (isArticles(place) && place.article !== undefined) other = { view: "article", id: place.article };
  else if (place.view === "note" || place.view === "entity") other = { view: place.view, id: place.id };
  else if (place.view === "dossier") other = place;
  else if (place.view === "search") other = { view: "search", text: place.text };
  else return false;
  second.overwrite(other);
  const next: Place = beside.view === "article" ? { view: "library", article: beside.id } : beside;
  main.push({ place: next, beside: second.now, exchanged: true });
  return true;
}

/** A search beside what is open. From the results themselves, these go beside and `opened` to where they were. */
export function searchBeside(opened: Place = { view: "library" }): void {
  const { place } = here();
  if (place.view !== "search") return setBeside({ view: "search", text: "" });
  second.push({ view: "search", text: place.text });
  main.push({ place: opened, beside: second.now });
}

/** A new tab of the pane that has the focus, with what that shows now. */
export function openTab(): void {
  if (focused() === second && second.current) second.open(second.current);
  else main.open({ place: here().place, beside: second.now });
}

/** Shows a tab. */
export function chooseTab(pane: "main" | "beside", at: number): void {
  if (pane === "main") {
    main.choose(at);
    second.show(here().beside);
  } else {
    second.choose(at);
    noteBeside();
  }
}

/** Shows the tab before or after in the pane that has the focus. */
export function turnTab(by: 1 | -1): void {
  const pane = focused();
  const to = (pane.active + by + pane.tabs.length) % Math.max(1, pane.tabs.length);
  chooseTab(pane === main ? "main" : "beside", to);
}

/** Closes a tab, or the active one of the pane that has the focus; the main pane keeps its last. */
export function closeTab(pane: "main" | "beside" = focused() === main ? "main" : "beside", at?: number): boolean {
  if (pane === "beside") {
    if (second.tabs.length <= 1) setBeside(null);
    else {
      second.close(at ?? second.active);
      noteBeside();
    }
    return true;
  }
  if (main.tabs.length <= 1) return false;
  main.close(at ?? main.active);
  second.show(here().beside);
  return true;
}

/** True for the places that show a list of articles. */
export function isArticles(place: Place): place is ArticlesPlace {
  return ["inbox", "library", "starred", "archive", "trash"].includes(place.view);
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

/** Opens a dossier, at an item when one is given, or in the pane beside. */
export function openDossier(id: DossierId, options: { item?: DossierItemId; beside?: boolean } = {}): void {
  const at = { view: "dossier" as const, id, ...(options.item ? { item: options.item } : {}) };
  if (options.beside) setBeside(at);
  else go(at);
}

/** Goes to the search view with this text. While there, only the text changes. */
export function openSearch(text: string): void {
  if (here().place.view === "search") replacePlace({ view: "search", text });
  else go({ view: "search", text });
}

/** Forgets all places: another notebook was opened. */
export function resetNavigation(place: Place = { view: "inbox" }): void {
  main.reset({ place, beside: null });
  second.reset();
}

/** What is kept of the panes over a restart. */
export function keepNavigation(): string {
  // Of the panes that stood beside, what their tabs showed; of the one that does, how it came there too.
  const shown = ({ beside, ...location }: Location): object => ({ ...location, beside: beside && keptTabs(beside, 1, same) });
  const [all, beside] = [main.now, second.now];
  return JSON.stringify({ main: all && keptTabs(all, KEPT_STEPS, shown), beside: beside && keptTabs(beside, KEPT_STEPS, same) });
}

function same<P>(place: P): P {
  return place;
}

/** Shows the panes again as they were kept. */
export function restoreNavigation(kept: string): void {
  const value = JSON.parse(kept) as { main?: unknown; beside?: unknown } | null;
  const all = readTabs<Location>(value?.main, (location) => {
    const { place, beside, exchanged } = (location ?? {}) as { place?: unknown; beside?: unknown; exchanged?: unknown };
    const known = readPlace(place);
    return known && { place: known, beside: readTabs(beside, readBeside), ...(exchanged === true ? { exchanged } : {}) };
  });
  if (all) main.show(all);
  second.show(readTabs(value?.beside, readBeside) ?? here().beside);
}
