// Opening what an item stands for.

import type { DossierItem } from "../../api/generated";
import { openArticle, openEntity, openNote } from "../../state/navigation.svelte";

/** Opens it; false for a heading and for what is gone for good. */
export function openItem({ target }: Pick<DossierItem, "target">, beside: boolean): boolean {
  if (target.is === "article") openArticle(target.id, { beside });
  else if (target.is === "note") openNote(target.id, { beside });
  else if (target.is === "entity") openEntity(target.id, { beside });
  else return false;
  return true;
}
