/** What was opened last, for the palette before anything is typed. Kept with the notebook. */
import { articles, entities, logProblem, notebook, notes } from "../../api/client";
import { dossiers } from "../../api/dossiers";
import type { EntityKind, LinkTarget } from "../../api/generated";
import { dossierWords } from "../../strings/dossiers";
import { navigation, type Beside, type Place } from "../../state/navigation.svelte";

export type Recent = { target: LinkTarget; title: string; kind: EntityKind | null; detail: string };

const KEPT = 12;
const SETTING = "recent";

/** Milliseconds from opening something until it is kept that it was. */
const AFTER = 300;

let targets: LinkTarget[] = [];
let waiting: ReturnType<typeof setTimeout> | undefined;

/** The article, note, entity or dossier that a place shows, if it shows one. */
export function targetOf(place: Place | Beside): LinkTarget | null {
  if (place.view === "article" || place.view === "note" || place.view === "entity" || place.view === "dossier") {
    return { to: place.view, id: place.id };
  }
  if ("article" in place && place.article !== undefined) return { to: "article", id: place.article };
  return null;
}

/** The list with `target` first and once. */
export function withRecent(list: readonly LinkTarget[], target: LinkTarget): LinkTarget[] {
  const others = list.filter((each) => each.to !== target.to || each.id !== target.id);
  return [target, ...others].slice(0, KEPT);
}

export function remember(target: LinkTarget): void {
  const [first] = targets;
  if (first?.to === target.to && first.id === target.id) return;
  targets = withRecent(targets, target);
  // Who opens something waits to see it, not for this: a call takes milliseconds of the window.
  waiting ??= setTimeout(() => void keep(), AFTER);
}

/** Keeps what waits for it, now. */
export async function keepRecents(): Promise<void> {
  if (waiting === undefined) return;
  clearTimeout(waiting);
  await keep();
}

function keep(): Promise<void> {
  waiting = undefined;
  return notebook
    .setSetting(SETTING, JSON.stringify(targets))
    .catch((thrown: unknown) => logProblem(`recent: ${String(thrown)}`));
}

function isTarget(value: unknown): value is LinkTarget {
  if (typeof value !== "object" || value === null) return false;
  const { to, id } = value as Record<string, unknown>;
  return (to === "article" || to === "note" || to === "entity" || to === "dossier") && typeof id === "string";
}

/** Reads what the notebook kept; anything unreadable counts as nothing. */
export async function loadRecents(): Promise<void> {
  // Of another notebook.
  clearTimeout(waiting);
  waiting = undefined;
  try {
    const kept: unknown = JSON.parse((await notebook.setting(SETTING)) ?? "[]");
    targets = Array.isArray(kept) ? kept.filter(isTarget).slice(0, KEPT) : [];
  } catch {
    targets = [];
  }
}

async function describe(target: LinkTarget): Promise<Recent | null> {
  if (target.to === "article") {
    const found = await articles.get(target.id);
    if (found.deleted) return null;
    const year = found.published?.iso.slice(0, 4);
    return { target, title: found.title, kind: null, detail: [found.outlet, year].filter(Boolean).join(", ") };
  }
  if (target.to === "note") {
    const found = await notes.get(target.id);
    return found.deleted ? null : { target, title: found.title, kind: null, detail: "" };
  }
  if (target.to === "dossier") {
    const found = await dossiers.get(target.id);
    return found.deleted ? null : { target, title: found.name, kind: null, detail: dossierWords.one };
  }
  const found = await entities.get(target.id);
  return found.deleted ? null : { target, title: found.name, kind: found.kind, detail: "" };
}

/** The last opened, the latest first, as they are called now; the deleted are left out. */
export async function recents(): Promise<Recent[]> {
  // Nobody goes to where they are: the first row is the one that was left.
  const here = navigation.shown.map(targetOf);
  const others = targets.filter(({ to, id }) => !here.some((shown) => shown?.to === to && shown.id === id));
  const found = await Promise.allSettled(others.map(describe));
  return found.flatMap((one) => (one.status === "fulfilled" && one.value !== null ? [one.value] : []));
}
