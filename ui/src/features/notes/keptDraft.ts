/**
 * What could not be written to the notebook, kept by the window itself until it
 * can: a full disk or a folder gone missing must not cost a text, even when the
 * window is closed meanwhile. Nothing is kept here while saving works.
 */
import type { NoteId } from "../../api/generated";
import type { Draft } from "./autosave";

export type KeptDraft = Draft & {
  /** The revision that the text builds on. */
  revision: number;
};

const keyOf = (id: NoteId): string => `unsaved-note:${id}`;

/** Keeps a draft; false when the window has no room for it either. */
export function keepDraft(id: NoteId, draft: KeptDraft): boolean {
  try {
    localStorage.setItem(keyOf(id), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function forgetDraft(id: NoteId): void {
  try {
    localStorage.removeItem(keyOf(id));
  } catch {
    // Without storage nothing was kept.
  }
}

/** What is kept of a note; null when nothing readable is. */
export function keptDraft(id: NoteId): KeptDraft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(id)) ?? "null");
    if (typeof kept !== "object" || kept === null) return null;
    const { title, body, revision } = kept as Record<string, unknown>;
    if (typeof title !== "string" || typeof body !== "string" || typeof revision !== "number") return null;
    return { title, body, revision };
  } catch {
    return null;
  }
}
