/**
 * What was typed for a text and not yet taken over, kept by the window itself: a dialog or a
 * window that closes must not cost it. It goes when it is used, or is as it was before.
 */
import type { OriginalOf } from "../../api/generated";

export type TypedDraft = { title: string; text: string };

const keyOf = (of: OriginalOf): string => `typed-text:${of.of}:${of.id}`;

/** What the storage had no room for; it is there as long as the window is. */
const unstored = new Map<string, TypedDraft>();

/** Keeps what is typed; nothing where that is what stood there before. */
export function keepTyped(of: OriginalOf, typed: TypedDraft, before: TypedDraft): void {
  if (typed.title === before.title && typed.text === before.text) return dropTyped(of);
  try {
    localStorage.setItem(keyOf(of), JSON.stringify(typed));
    unstored.delete(keyOf(of));
  } catch {
    unstored.set(keyOf(of), typed);
  }
}

export function dropTyped(of: OriginalOf): void {
  unstored.delete(keyOf(of));
  try {
    localStorage.removeItem(keyOf(of));
  } catch {
    // Without storage nothing was kept.
  }
}

/** What is kept; null when nothing readable is. */
export function keptTyped(of: OriginalOf): TypedDraft | null {
  const key = keyOf(of);
  const known = unstored.get(key);
  if (known) return known;
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    if (typeof kept !== "object" || kept === null) return null;
    const { title, text } = kept as Record<string, unknown>;
    return typeof title === "string" && typeof text === "string" ? { title, text } : null;
  } catch {
    return null;
  }
}
