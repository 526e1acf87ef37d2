// Places as they were kept over a restart: what an older or a damaged notebook says is not believed.

import type { Beside, Place } from "./navigation.svelte";

type Fields = Record<string, unknown>;
const VIEWS = ["inbox", "library", "starred", "archive", "trash", "notes", "note", "entities", "entity", "dossiers", "dossier", "search", "problems", "review", "quotes"];
const WITH_ID = ["note", "entity", "dossier"];
const TEXTS = ["id", "article", "entity", "import", "item", "text", "saved", "speaker"] as const;

function fieldsOf(value: unknown): Fields | null {
  if (typeof value !== "object" || value === null) return null;
  const given = value as Fields;
  const kept: Fields = { view: given["view"] };
  for (const name of TEXTS) {
    if (typeof given[name] === "string") kept[name] = given[name];
  }
  if (given["reading"] === true) kept["reading"] = true;
  return kept;
}

/** A place of the main pane; null for what is none. */
export function readPlace(value: unknown): Place | null {
  const fields = fieldsOf(value);
  const view = fields?.["view"];
  if (!fields || typeof view !== "string" || !VIEWS.includes(view)) return null;
  if (WITH_ID.includes(view) && fields["id"] === undefined) return null;
  if (view === "search") fields["text"] ??= "";
  return fields as Place;
}

/** What stood in the second pane; null for nothing. */
export function readBeside(value: unknown): Beside | null {
  const fields = fieldsOf(value);
  const view = fields?.["view"];
  if (view === "search" && fields) return { view, text: typeof fields["text"] === "string" ? fields["text"] : "" };
  const known = view === "article" || view === "note" || view === "entity" || view === "dossier";
  return fields && known && fields["id"] !== undefined ? (fields as Beside) : null;
}
