// Opening what a search found.

import type { SearchHit, SearchQuery } from "../../api/generated";
import { openArticle, openEntity, openNote } from "../../state/navigation.svelte";
import { openQuote } from "../clippings/openQuote";

/** Opens it in the main pane, or beside; an article at the words, and *find in article* goes on with the search. */
export function openHit({ target }: SearchHit, query: SearchQuery, beside: boolean): void {
  if (target.hit === "article") openArticle(target.id, { beside, found: query, ...(target.at ? { at: target.at } : {}) });
  else if (target.hit === "note") openNote(target.id, { beside });
  else if (target.hit === "quote") void openQuote(target.id, { beside });
  else openEntity(target.id, { beside });
}
