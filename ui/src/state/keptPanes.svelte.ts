// Panes, their tabs and histories outlive a restart; each notebook has its own.

import { logProblem, notebook } from "../api/client";
import { keepNavigation, navigation, restoreNavigation } from "./navigation.svelte";

/** Milliseconds in which further steps are waited for before keeping. */
const AFTER = 400;
const SETTING = "panes";

let kept = "";
let loaded = false;

/** Shows the panes as they were when the notebook was left. */
export async function loadPanes(): Promise<void> {
  loaded = false;
  try {
    const value = await notebook.setting(SETTING);
    if (value) restoreNavigation(value);
    kept = keepNavigation();
  } catch (thrown) {
    logProblem(`panes: ${String(thrown)}`);
  }
  loaded = true;
}

/** Keeps each step a little later. Called once by the root. */
export function keepPanes(): (() => void) | void {
  // Read, so that each step asks again.
  void [navigation.place, navigation.beside, navigation.tabs.active, navigation.besideTabs.active];
  if (!loaded) return;
  const value = keepNavigation();
  if (value === kept) return;
  const timer = setTimeout(() => {
    kept = value;
    notebook.setSetting(SETTING, value).catch((thrown: unknown) => logProblem(`panes: ${String(thrown)}`));
  }, AFTER);
  return () => clearTimeout(timer);
}
