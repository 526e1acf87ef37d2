// The import that runs or ran last, as the tray shows it.

import { imports as client, logProblem, notebook, on } from "../../api/client";
import type { ImportDoor, ImportItem, ImportProgress, ImportSource } from "../../api/generated";
import { offerUndo, showFailure, showNotice } from "../../state/toasts.svelte";
import { addedWords, tray } from "../../strings/en";

/** Outcomes kept for the tray; the problems view has all that need a person. */
const KEPT = 5000;

/** The setting that holds the import that was last said to be cut off. */
const CUT_OFF = "import_cut_off";

let progress = $state.raw<ImportProgress | null>(null);
/** Newest first. */
let items = $state.raw<ImportItem[]>([]);
let trayOpen = $state(false);
let dropping = $state(false);
/** The thing whose kept original is shown over the window. */
let looking = $state.raw<ImportItem | null>(null);
let startedAt = 0;

export const imports = {
  get progress(): ImportProgress | null {
    return progress;
  },
  get items(): ImportItem[] {
    return items;
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
    return looking;
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
    looking = item;
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
    try {
      await client.fetchSaved(saved.map((item) => item.id));
    } catch (thrown) {
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
      await client.cancel(progress.import);
    } catch (thrown) {
      showFailure(thrown, "import_cancel");
    }
  },

  async undo(): Promise<void> {
    if (!progress) return;
    try {
      await client.undo(progress.import);
      const { label } = progress;
      const words = addedWords(progress);
      imports.forget();
      showNotice(tray.undone(label ?? words));
    } catch (thrown) {
      showFailure(thrown, "import_undo");
    }
  },

  /** The last import was taken back: the tray has nothing to show, unless another one runs. */
  forget(): void {
    if (progress?.state === "running") return;
    trayOpen = false;
    progress = null;
    items = [];
  },

  /** Marks a problem as dealt with. */
  async resolve(item: ImportItem): Promise<void> {
    try {
      await client.resolve(item.id);
      items = items.map((other) => (other.id === item.id ? { ...other, resolved: true } : other));
      await offerUndo();
    } catch (thrown) {
      showFailure(thrown, "import_resolve");
    }
  },

  /** Shows the tray again, with the last import of this notebook. */
  async showLast(): Promise<void> {
    trayOpen = true;
    if (progress) return;
    try {
      const [last] = await client.recent();
      if (!last) return;
      progress = last;
      items = (await client.items(last.import)).reverse();
    } catch (thrown) {
      showFailure(thrown, "import_recent");
    }
  },
};

function take(report: ImportProgress): void {
  const another = progress?.import !== report.import;
  if (another) {
    startedAt = performance.now();
    items = [];
    trayOpen = true;
  }
  progress = report;
  const known = new Set(report.items.map((item) => item.id));
  items = [...[...report.items].reverse(), ...items.filter((item) => !known.has(item.id))].slice(0, KEPT);
}

/** How much an import added: what undoing it takes back. */
export function addedBy(report: ImportProgress): number {
  return report.imported + report.wireCopies + report.newVersions;
}

/** Listens for imports. Called once, by the tray. */
export function followImports(): () => void {
  const stop = on("import_progress", take);
  client.recent().then(
    ([last]) => {
      if (last?.state === "running" && !progress) take(last);
      else if (last?.state === "failed") void sayCutOff(last);
    },
    (thrown: unknown) => logProblem(`recent imports: ${String(thrown)}`),
  );
  return stop;
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
