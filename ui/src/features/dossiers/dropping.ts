// What is let go over an outline, and where it goes.

import type { DossierItem, ItemPlace, ItemTarget, LinkTarget } from "../../api/generated";

export type DropPart = "before" | "after" | "under";

/** The upper and lower quarter of a row are beside it, the middle is under it. */
export function partAt(y: number, top: number, height: number): DropPart {
  const share = (y - top) / Math.max(1, height);
  return share < 0.28 ? "before" : share > 0.72 ? "after" : "under";
}

/** What a link's target is as an item; null for a dossier, which stands in no other. */
export function targetOf(target: LinkTarget): ItemTarget | null {
  return target.to === "dossier" ? null : { is: target.to, id: target.id };
}

/** Where what comes from elsewhere goes: beside or under the row, or at the end. */
export function placeAt(over: DossierItem | undefined, part: DropPart): ItemPlace {
  if (!over) return { at: "last", parent: null };
  if (part === "before") return { at: "before", item: over.id };
  return part === "under" ? { at: "last", parent: over.id } : behind(over);
}

/** Behind an item whose parts are shown comes its first part. */
function behind(over: DossierItem): ItemPlace {
  return over.children > 0 && !over.closed ? { at: "first", parent: over.id } : { at: "after", item: over.id };
}

/** Where to put the dragged item; null where it is already, or inside itself. */
export function placeOf(dragged: DossierItem, over: DossierItem, part: DropPart, isInside: boolean): ItemPlace | null {
  if (isInside || dragged.id === over.id) return null;
  return placeAt(over, part);
}
