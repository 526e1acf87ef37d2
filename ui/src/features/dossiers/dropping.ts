// Where an item goes that is let go over a row.

import type { DossierItem, ItemPlace } from "../../api/generated";

export type DropPart = "before" | "after" | "under";

/** The upper and lower quarter of a row are beside it, the middle is under it. */
export function partAt(y: number, top: number, height: number): DropPart {
  const share = (y - top) / Math.max(1, height);
  return share < 0.28 ? "before" : share > 0.72 ? "after" : "under";
}

/** Where to put the dragged item; null where it is already, or inside itself. */
export function placeOf(dragged: DossierItem, over: DossierItem, part: DropPart, isInside: boolean): ItemPlace | null {
  if (isInside || dragged.id === over.id) return null;
  if (part === "before") return { at: "before", item: over.id };
  if (part === "under") return { at: "last", parent: over.id };
  // Behind an item whose parts are shown comes its first part.
  if (over.children > 0 && !over.closed) return { at: "first", parent: over.id };
  return { at: "after", item: over.id };
}
