// Opening what an item stands for.

import type { DossierItem } from "../../api/generated";
import { openArticle, openEntity, openNote } from "../../state/navigation.svelte";
import { openPassage, openQuote } from "../clippings/openQuote";

/** Opens it, a quote at its passage; false for a heading. */
export function openItem({ target, quote }: Pick<DossierItem, "target" | "quote">, beside: boolean): boolean {
  if (target.is === "article") openArticle(target.id, { beside });
  else if (target.is === "note") openNote(target.id, { beside });
  else if (target.is === "entity") openEntity(target.id, { beside });
  else if (target.is === "quote" && quote) openPassage(quote, { beside });
  else if (target.is === "quote") void openQuote(target.id, { beside });
  else return false;
  return true;
}
