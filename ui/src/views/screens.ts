// Which component shows which view. A feature adds its screens here.

import type { Component } from "svelte";

import ArticlesScreen from "../features/articles/ArticlesScreen.svelte";
import BesideArticle from "../features/articles/BesideArticle.svelte";
import ProblemsScreen from "../features/imports/ProblemsScreen.svelte";
import type { Beside, Place, View } from "../state/navigation.svelte";

type Screen<P> = Component<{ place: P }>;

/** Shown in the middle of the window; each lays out its own panes. */
export const screens: { [V in View]?: Screen<Extract<Place, { view: V }>> } = {
  inbox: ArticlesScreen as Screen<never>,
  library: ArticlesScreen as Screen<never>,
  trash: ArticlesScreen as Screen<never>,
  problems: ProblemsScreen,
};

/** Shown in the second pane. */
export const besides: { [V in Beside["view"]]?: Screen<Extract<Beside, { view: V }>> } = {
  article: BesideArticle,
};

/** Always mounted, above everything: palette, quick switcher. */
export const overlays: Component[] = [];
