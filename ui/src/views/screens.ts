// Which component shows which view. A feature adds its screens here.

import type { Component } from "svelte";

import ArticlesScreen from "../features/articles/ArticlesScreen.svelte";
import BesideArticle from "../features/articles/BesideArticle.svelte";
import BesideDossier from "../features/dossiers/BesideDossier.svelte";
import BesideEntity from "../features/entities/BesideEntity.svelte";
import AddToDossier from "../features/dossiers/AddToDossier.svelte";
import ProblemsScreen from "../features/imports/ProblemsScreen.svelte";
import BesideNote from "../features/notes/BesideNote.svelte";
import NoteCommands from "../features/notes/NoteCommands.svelte";
import PaletteOverlay from "../features/palette/PaletteOverlay.svelte";
import PrintedPage from "../features/printing/PrintedPage.svelte";
import ReadingStrip from "../features/proposals/ReadingStrip.svelte";
import TrashedThings from "../features/trash/TrashedThings.svelte";
import BesideSearch from "../features/search/BesideSearch.svelte";
import ReviewScreen from "../features/proposals/ReviewScreen.svelte";
import type { Beside, Place, View } from "../state/navigation.svelte";
import EntitiesView from "./EntitiesView.svelte";
import NotesView from "./NotesView.svelte";
import DossiersView from "./DossiersView.svelte";
import QuotesView from "./QuotesView.svelte";
import SearchView from "./SearchView.svelte";

type Screen<P> = Component<{ place: P }>;

/** Shown in the middle of the window; each lays out its own panes. */
export const screens: { [V in View]?: Screen<Extract<Place, { view: V }>> } = {
  inbox: ArticlesScreen as Screen<never>,
  library: ArticlesScreen as Screen<never>,
  starred: ArticlesScreen as Screen<never>,
  archive: ArticlesScreen as Screen<never>,
  trash: ArticlesScreen as Screen<never>,
  notes: NotesView,
  note: NotesView,
  entities: EntitiesView,
  entity: EntitiesView,
  dossiers: DossiersView,
  dossier: DossiersView,
  search: SearchView,
  problems: ProblemsScreen,
  review: ReviewScreen,
  quotes: QuotesView,
};

/** Shown in the second pane. */
export const besides: { [V in Beside["view"]]?: Screen<Extract<Beside, { view: V }>> } = {
  article: BesideArticle,
  note: BesideNote,
  entity: BesideEntity,
  dossier: BesideDossier,
  search: BesideSearch,
};

/** Always mounted, above everything: palette, quick switcher, what goes on. */
export const overlays: Component[] = [NoteCommands, PaletteOverlay, ReadingStrip, AddToDossier, TrashedThings, PrintedPage];
