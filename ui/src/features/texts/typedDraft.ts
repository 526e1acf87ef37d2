/** What was typed for a text and not yet taken over. It goes when it is used, or is as it was before. */
import type { OriginalOf } from "../../api/generated";
import { dropLocally, keepLocally, keptLocally } from "../../state/keptLocally";

export type TypedDraft = { title: string; text: string };

const keyOf = (of: OriginalOf): string => `typed-text:${of.of}:${of.id}`;

/** Keeps what is typed; nothing where that is what stood there before. */
export function keepTyped(of: OriginalOf, typed: TypedDraft, before: TypedDraft): void {
  if (typed.title === before.title && typed.text === before.text) dropTyped(of);
  else keepLocally(keyOf(of), typed);
}

export function dropTyped(of: OriginalOf): void {
  dropLocally(keyOf(of));
}

/** What is kept; null when nothing readable is. */
export function keptTyped(of: OriginalOf): TypedDraft | null {
  const kept = keptLocally(keyOf(of));
  if (typeof kept !== "object" || kept === null) return null;
  const { title, text } = kept as Record<string, unknown>;
  return typeof title === "string" && typeof text === "string" ? { title, text } : null;
}
