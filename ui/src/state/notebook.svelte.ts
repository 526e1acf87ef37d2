// The open notebook: its name, the sidebar's numbers and how far search has come.

import { tick } from "svelte";

import { logProblem, notebook as client, on } from "../api/client";
import { holdKeys } from "../keys/dispatch.svelte";
import type { IndexStatus, NotebookCounts, NotebookInfo } from "../api/generated";
import { loadSettings } from "./layout.svelte";
import { loadPanes } from "./keptPanes.svelte";
import { resetNavigation } from "./navigation.svelte";
import { showFailure } from "./toasts.svelte";

let info = $state.raw<NotebookInfo | null>(null);
let counts = $state.raw<NotebookCounts | null>(null);
let index = $state.raw<IndexStatus | null>(null);
let failure = $state.raw<unknown>(null);
let opening = $state(true);
let asked = false;

export const notebook = {
  get info(): NotebookInfo | null {
    return info;
  },
  get counts(): NotebookCounts | null {
    return counts;
  },
  get index(): IndexStatus | null {
    return index;
  },
  /** Why no notebook is open, when opening failed. */
  get failure(): unknown {
    return failure;
  },
  get opening(): boolean {
    return opening;
  },
};

/** Fetches the counts and the index's state; many calls in one turn make one. */
export function refreshCounts(): void {
  if (asked || !info) return;
  asked = true;
  setTimeout(() => {
    asked = false;
    Promise.all([client.counts(), client.indexStatus()])
      .then(([newCounts, newIndex]) => {
        counts = newCounts;
        index = newIndex;
      })
      .catch((thrown: unknown) => logProblem(`counts: ${String(thrown)}`));
  }, 60);
}

async function take(opened: NotebookInfo | null): Promise<void> {
  failure = null;
  if (!opened) return;
  const another = info !== null && info.path !== opened.path;
  const first = info === null;
  // Until its panes stand as they were left, a key would act in a place that goes again.
  const release = holdKeys();
  try {
    if (another) resetNavigation();
    // Shown as it was left at once, and not in other widths and colours first.
    await Promise.all([first || another ? loadPanes() : null, loadSettings()]);
    info = opened;
    await tick();
  } finally {
    release();
  }
  refreshCounts();
}

/** Asks which notebook is open and listens for changes. Called once by the root. */
export function startNotebook(): () => void {
  const stops = [
    on("notebook_opened", (opened) => void take(opened)),
    on("change", refreshCounts),
    on("import_progress", refreshCounts),
  ];
  void reloadNotebook();
  return () => stops.forEach((stop) => stop());
}

/** Milliseconds that keys wait for the notebook. */
const HELD_AT_MOST = 5000;

export async function reloadNotebook(): Promise<void> {
  opening = true;
  const release = holdKeys();
  // Where no answer comes, the palette can still be opened and the window be closed by keys.
  const limit = setTimeout(release, HELD_AT_MOST);
  try {
    await take(await client.current());
  } catch (thrown) {
    failure = thrown;
  } finally {
    opening = false;
    clearTimeout(limit);
    release();
  }
}

/** Opens another notebook through the system's dialog, a new folder, or a known path. */
export async function switchNotebook(how: "choose" | "new" | { path: string }): Promise<void> {
  try {
    if (how === "choose") await take(await client.chooseOpen());
    else if (how === "new") await take(await client.chooseNew());
    else await take(await client.open(how.path));
  } catch (thrown) {
    if (info) showFailure(thrown, "notebook_open");
    else failure = thrown;
  }
}
