// Widths, panes that can be hidden, theme and size of reading text. Kept per notebook.

import { logProblem, notebook } from "../api/client";
import { keepLocally } from "./keptLocally";

export type Theme = "light" | "dark" | "system";
export type Pane = "side" | "list" | "inspector" | "beside";

/** DESIGN, "Layout": the usual width of each pane and how far it may be dragged. */
export const WIDTHS: Record<Pane, { usual: number; min: number; max: number }> = {
  side: { usual: 196, min: 168, max: 280 },
  list: { usual: 332, min: 260, max: 480 },
  inspector: { usual: 272, min: 240, max: 360 },
  beside: { usual: 560, min: 380, max: 900 },
};
/** Below this the list is narrower until someone drags it, and the inspector is a drawer. */
export const NARROW = 1200;
/** Below this the sidebar is a rail of marks. */
export const RAIL = 1000;

const READ_SIZES = { usual: 17, min: 14, max: 24 };
/** How wide a line of reading text may be, in em; how far one step goes. */
const MEASURES = { usual: 36, min: 24, max: 60, step: 4 };

let widths = $state<Partial<Record<Pane, number>>>({});
let sidebarHidden = $state(false);
let inspectorHidden = $state(false);
let drawerOpen = $state(false);
let theme = $state<Theme>("system");
let readSize = $state(READ_SIZES.usual);
let measure = $state(MEASURES.usual);
let railWanted = $state(false);
let windowWidth = $state(globalThis.innerWidth ?? 1280);

export const layout = {
  get narrow(): boolean {
    return windowWidth < NARROW;
  },
  get rail(): boolean {
    return windowWidth < RAIL || railWanted;
  },
  get windowWidth(): number {
    return windowWidth;
  },
  get sidebarHidden(): boolean {
    return sidebarHidden;
  },
  /** Whether the inspector shows: beside the reader, or as a drawer in a narrow window. */
  get inspector(): boolean {
    return windowWidth < NARROW ? drawerOpen : !inspectorHidden;
  },
  get theme(): Theme {
    return theme;
  },
  get readSize(): number {
    return readSize;
  },
  get measure(): number {
    return measure;
  },
};

/** The width of a pane now, in CSS pixels. */
export function widthOf(pane: Pane): number {
  const chosen = widths[pane];
  if (chosen !== undefined) return chosen;
  return pane === "list" && windowWidth < NARROW ? 308 : WIDTHS[pane].usual;
}

/** The width of the pane beside: at most half of what the rail leaves. */
export function besideWidth(): number {
  return Math.min(widthOf("beside"), Math.max(WIDTHS.beside.min, (windowWidth - 44) / 2));
}

/** Whether a list fits before a reader of readable width when a pane stands beside it. */
export function listFitsBeside(): boolean {
  return windowWidth - 44 - widthOf("list") - besideWidth() >= 420;
}

let saving: ReturnType<typeof setTimeout> | undefined;

function save(): void {
  clearTimeout(saving);
  saving = setTimeout(() => {
    const value = JSON.stringify({ widths, sidebarHidden, inspectorHidden, readSize, measure });
    notebook.setSetting("layout", value).catch((thrown: unknown) => logProblem(`layout: ${String(thrown)}`));
  }, 300);
}

export function setWidth(pane: Pane, width: number): void {
  if (width === WIDTHS[pane].usual) delete widths[pane];
  else widths[pane] = width;
  save();
}

/** Two panes side by side want the sidebar's room, whatever they show: it is a rail while they stand there. */
export function wantRail(wanted: boolean): void {
  railWanted = wanted;
}

export function toggleSidebar(): void {
  sidebarHidden = !sidebarHidden;
  save();
}

export function toggleInspector(): void {
  if (windowWidth < NARROW) drawerOpen = !drawerOpen;
  else {
    inspectorHidden = !inspectorHidden;
    save();
  }
}

/** Closes the drawer; false when there was none open. */
export function closeDrawer(): boolean {
  if (windowWidth >= NARROW || !drawerOpen) return false;
  drawerOpen = false;
  return true;
}

function applyTheme(): void {
  const root = document.documentElement;
  // Read by `public/theme.js` before the first paint of the next start.
  keepLocally("theme", theme);
  if (theme === "system") delete root.dataset["theme"];
  else root.dataset["theme"] = theme;
}

export function setTheme(next: Theme): void {
  theme = next;
  applyTheme();
  notebook.setSetting("theme", next).catch((thrown: unknown) => logProblem(`theme: ${String(thrown)}`));
}

function applyReading(): void {
  const { style } = document.documentElement;
  style.setProperty("--read-size", `${readSize}px`);
  style.setProperty("--measure", `${measure}em`);
}

export function changeReadSize(by: number): void {
  readSize = Math.min(READ_SIZES.max, Math.max(READ_SIZES.min, readSize + by));
  applyReading();
  save();
}

export function changeMeasure(by: 1 | -1): void {
  measure = Math.min(MEASURES.max, Math.max(MEASURES.min, measure + by * MEASURES.step));
  applyReading();
  save();
}

/** Size and width of reading text as they are at first. */
export function resetReading(): void {
  readSize = READ_SIZES.usual;
  measure = MEASURES.usual;
  applyReading();
  save();
}

function numberIn(value: unknown, min: number, max: number): number | undefined {
  return typeof value === "number" && value >= min && value <= max ? value : undefined;
}

/** Reads what was kept; anything unreadable is left at its usual value. */
export async function loadSettings(): Promise<void> {
  try {
    const [kept, keptTheme] = await Promise.all([notebook.setting("layout"), notebook.setting("theme")]);
    theme = keptTheme === "light" || keptTheme === "dark" ? keptTheme : "system";
    applyTheme();
    const value: unknown = kept ? JSON.parse(kept) : {};
    if (typeof value !== "object" || value === null) return;
    const record = value as Record<string, unknown>;
    const keptWidths = (record["widths"] ?? {}) as Record<string, unknown>;
    widths = {};
    for (const pane of Object.keys(WIDTHS) as Pane[]) {
      const width = numberIn(keptWidths[pane], WIDTHS[pane].min, WIDTHS[pane].max);
      if (width !== undefined) widths[pane] = width;
    }
    sidebarHidden = record["sidebarHidden"] === true;
    inspectorHidden = record["inspectorHidden"] === true;
    readSize = numberIn(record["readSize"], READ_SIZES.min, READ_SIZES.max) ?? READ_SIZES.usual;
    measure = numberIn(record["measure"], MEASURES.min, MEASURES.max) ?? MEASURES.usual;
    applyReading();
  } catch (thrown) {
    logProblem(`settings: ${String(thrown)}`);
  }
}

/** Follows the window's width. Called once, by the root. */
export function followWindow(): () => void {
  const onresize = (): void => void (windowWidth = window.innerWidth);
  window.addEventListener("resize", onresize);
  onresize();
  return () => window.removeEventListener("resize", onresize);
}
