// The import that runs or ran last, as the tray shows it.

import { imports as client, logProblem, notebook, on } from "../../api/client";
import type { ImportDoor, ImportId, ImportItem, ImportItemId, ImportProgress, ImportSource, OutcomeKind } from "../../api/generated";
import { Pages } from "../../state/pages.svelte";
import { offerUndo, showFailure, showNotice, showNoticeLater } from "../../state/toasts.svelte";
import { addedWords, plural, tray } from "../../strings/en";

/** Milliseconds between two looks at the outcomes of an import that runs. */
const LOOK_EVERY = 250;

/** The setting that holds the import that was last said to be cut off. */
const CUT_OFF = "import_cut_off";

let progress = $state.raw<ImportProgress | null>(null);
/** What came by itself and is not in the tray. */
let quiet = $state.raw<ImportProgress | null>(null);
let filter = $state<OutcomeKind | null>(null);
/** Outcomes of the kind that is asked for, newest first, page by page from the notebook. */
const rows = new Pages<ImportItem>(async (offset, limit) =>
  progress ? client.items(progress.import, filter, offset, limit) : { total: 0, offset, rows: [] },
);
let looking: ReturnType<typeof setTimeout> | undefined;
let trayOpen = $state(false);
let dropping = $state(false);
/** The thing whose kept original is shown over the window. */
let original = $state.raw<ImportItem | null>(null);
let startedAt = 0;
/** Links that are being fetched, until an import has ended. */
const fetching = new Set<ImportItemId>();

export const imports = {
  get progress(): ImportProgress | null {
    return progress;
  },
  /** An import of watched folders that runs, unless the tray shows it. */
  get quiet(): ImportProgress | null {
    return quiet;
  },
  get rows(): Pages<ImportItem> {
    return rows;
  },
  /** The only kind of outcome that is listed; null for all. */
  get filter(): OutcomeKind | null {
    return filter;
  },
  set filter(kind: OutcomeKind | null) {
    filter = kind;
    rows.reset();
  },
  get trayOpen(): boolean {
    return trayOpen;
  },
  /** Something from another program is over the window. */
  get dropping(): boolean {
    return dropping;
  },
  set dropping(is: boolean) {
    dropping = is;
  },
  get looking(): ImportItem | null {
    return original;
  },
  /** Things finished per second since the start; 0 in the first moments. */
  get rate(): number {
    const seconds = (performance.now() - startedAt) / 1000;
    return progress && seconds > 0.8 ? progress.done / seconds : 0;
  },

  hide(): void {
    trayOpen = false;
  },

  showOriginal(item: ImportItem | null): void {
    original = item;
  },

  /** Imports what was dropped or pasted as text, markup or link. */
  async start(sources: ImportSource[], door: ImportDoor): Promise<void> {
    if (sources.length === 0) return;
    try {
      await client.start(sources, door);
    } catch (thrown) {
      showFailure(thrown, "import_start");
    }
  },

  /** Fetches links that were saved without a connection. */
  async fetchSaved(saved: ImportItem[]): Promise<void> {
    // Pressed twice, it is fetched once.
    const ids = saved.map(({ id }) => id).filter((id) => !fetching.has(id));
    if (ids.length === 0) return;
    ids.forEach((id) => fetching.add(id));
    try {
      await client.fetchSaved(ids);
    } catch (thrown) {
      ids.forEach((id) => fetching.delete(id));
      showFailure(thrown, "import_fetch_saved");
    }
  },

  async choose(what: "files" | "folder"): Promise<void> {
    try {
      await (what === "files" ? client.choose() : client.chooseFolder());
    } catch (thrown) {
      showFailure(thrown, "import_choose");
    }
  },

  async cancel(): Promise<void> {
    if (!progress) return;
    try {
      const { import: cancelled } = progress;
      await client.cancel(cancelled);
      // Who cancels need not be told of it at the next start.
      await notebook.setSetting(CUT_OFF, cancelled);
    } catch (thrown) {
      showFailure(thrown, "import_cancel");
    }
  },

  async undo(): Promise<void> {
    if (!progress) return;
    try {
      await client.undo(progress.import);
      const { label, openProblems, tagged } = progress;
      const words = addedWords(progress) || (tagged > 0 ? plural(tagged, "tagged article") : plural(openProblems, "problem"));
      imports.forget();
      showNotice(tray.undone(label ?? words), await notebook.undoPeek());
    } catch (thrown) {
      showFailure(thrown, "import_undo");
    }
  },

  /** The last import was taken back: the tray has nothing to show, unless another one runs. */
  forget(): void {
    if (progress?.state === "running") return;
    trayOpen = false;
    show(null);
  },

  /** Something of these imports changed, of any where none is named: what the tray says of its own is asked again. */
  async heed(ids: readonly ImportId[]): Promise<void> {
    const shown = progress;
    if (!shown || shown.state === "running" || (ids.length > 0 && !ids.includes(shown.import))) return;
    try {
      const now = (await client.recent()).find((other) => other.import === shown.import);
      if (!now || progress !== shown) return;
      progress = now;
      look();
    } catch (thrown) {
      logProblem(`an import that changed: ${String(thrown)}`);
    }
  },

  /** Marks problems as dealt with, as one step. */
  async resolve(...items: readonly ImportItem[]): Promise<void> {
    try {
      const ids = items.map(({ id }) => id);
      await client.resolve(ids);
      rows.patch((other) => (ids.includes(other.id) ? { ...other, resolved: true } : other));
      await offerUndo();
    } catch (thrown) {
      showFailure(thrown, "import_resolve");
    }
  },

  /** Shows the tray again, with the last import of this notebook. */
  async showLast(): Promise<void> {
    trayOpen = true;
    if (progress) return void rows.refresh();
    try {
      const [last] = await client.recent();
      if (!last) return;
      show(last);
    } catch (thrown) {
      showFailure(thrown, "import_recent");
    }
  },
};

/** Puts another import in the tray, or none. */
function show(next: ImportProgress | null): void {
  progress = next;
  filter = null;
  rows.reset();
}

function take(report: ImportProgress): void {
  if (report.state !== "running") fetching.clear();
  const shown = progress?.import === report.import;
  // What comes by itself must not cover what is being read.
  if (!shown && report.door === "watched") return takeQuietly(report);
  if (shown) {
    progress = report;
    look();
    return;
  }
  startedAt = performance.now();
  trayOpen = true;
  show(report);
}

function takeQuietly(report: ImportProgress): void {
  quiet = report.state === "running" ? report : null;
  if (report.state === "running") return;
  const words = addedWords(report);
  if (words !== "") showNoticeLater(tray.watchedEnded(words));
  else if (report.needsAttention > 0) showNoticeLater(tray.watchedProblems(plural(report.needsAttention, "problem")));
}

/** Fetches what is listed again, a few times a second at most. */
function look(): void {
  // Hidden, it is looked at once it is shown.
  if (!trayOpen) return;
  looking ??= setTimeout(() => {
    looking = undefined;
    void rows.refresh();
  }, LOOK_EVERY);
}

/** How much an import added: what undoing it takes back. */
export function addedBy(report: ImportProgress): number {
  return report.imported + report.wireCopies + report.keptWithProblems + report.newVersions;
}

/** Listens for imports. Called once, by the tray. */
export function followImports(): () => void {
  const stop = on("import_progress", take);
  client.recent().then(
    ([last]) => {
      if (last && !progress && (last.state === "running" || beganHere(last))) take(last);
      else if (last?.state === "cutOff" || last?.state === "cancelled") void sayCutOff(last);
    },
    (thrown: unknown) => logProblem(`recent imports: ${String(thrown)}`),
  );
  return stop;
}

/**
 * Whether an import began since this window was opened: what is dropped at once may be read before
 * anybody listens. An import's id begins with when it was made (UUID, version 7: milliseconds).
 */
function beganHere({ import: id }: ImportProgress): boolean {
  return parseInt(id.replaceAll("-", "").slice(0, 12), 16) >= performance.timeOrigin;
}

/** An import that ended with the program, the last time, is said once. */
async function sayCutOff(last: ImportProgress): Promise<void> {
  try {
    if (addedBy(last) === 0 || (await notebook.setting(CUT_OFF)) === last.import) return;
    await notebook.setSetting(CUT_OFF, last.import);
    const step = await notebook.undoPeek();
    showNotice(tray.cutOff(addedWords(last)), step?.action === "import" ? step : null);
  } catch (thrown) {
    logProblem(`an import that was cut off: ${String(thrown)}`);
  }
}
