// A note that is made of a part of another one is shown, and goes from sight again where that is taken back.

import { notes as client } from "../../api/client";
import type { NoteId, UndoStep } from "../../api/generated";
import { leaveBeside, navigation, openNote, replacePlace } from "../../state/navigation.svelte";
import { wishToWrite } from "./wishToWrite.svelte";

/** What each part was split from; `away` while it is not shown because that was taken back. */
const parts = new Map<NoteId, { whole: NoteId; away: boolean }>();

const shows = (id: NoteId): boolean => navigation.shown.some((each) => each.view === "note" && each.id === id);

/** Shows a note that was made of a part of `whole` beside it, or in its place where that stands beside: then it is written in. */
export function showPart(part: NoteId, whole: NoteId): void {
  parts.set(part, { whole, away: false });
  openNote(part, { beside: true });
  if (!shows(whole)) wishToWrite.ask(part, "end");
}

/** Who sees a part that is no more is back in the note that has its words again. */
function leavePart(part: NoteId, whole: NoteId): void {
  const { place, beside } = navigation;
  if (beside?.view === "note" && beside.id === part) leaveBeside();
  if (place.view === "note" && place.id === part) replacePlace({ view: "note", id: whole });
  if (!shows(whole)) openNote(whole, { beside: true });
  wishToWrite.ask(whole, "left");
}

/** Follows splits that are taken back, and done `again`. */
export async function followSplits({ action }: UndoStep, again: boolean): Promise<void> {
  if (action !== "splitNote") return;
  for (const [part, { whole, away }] of parts) {
    if (again ? !away : !shows(part)) continue;
    const { deleted } = await client.get(part);
    if (deleted === again) continue;
    if (again) {
      if (shows(whole)) showPart(part, whole);
    } else {
      parts.set(part, { whole, away: true });
      leavePart(part, whole);
    }
  }
}
