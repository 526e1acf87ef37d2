// From a quote to its passage, or to what is left of it.

import { clippings } from "../../api/clippings";
import type { Clipping, ClippingId } from "../../api/generated";
import { go, openArticle } from "../../state/navigation.svelte";
import { showFailure } from "../../state/toasts.svelte";

/** Whether its words can be shown where they stand. */
export function hasPassage(clipping: Clipping): boolean {
  return clipping.article !== null && !clipping.deleted && clipping.passage === "there";
}

/** Opens the article at the passage. Where that is gone, the quote itself is shown. */
export function openPassage(clipping: Clipping, options: { beside?: boolean } = {}): void {
  if (clipping.article !== null && hasPassage(clipping)) openArticle(clipping.article, { at: clipping.anchor.span, ...options });
  else go({ view: "quotes", id: clipping.id });
}

export async function openQuote(id: ClippingId, options: { beside?: boolean } = {}): Promise<void> {
  try {
    const [clipping] = await clippings.getSome([id]);
    if (clipping) openPassage(clipping, options);
    else go({ view: "quotes", id });
  } catch (thrown) {
    showFailure(thrown, "clipping_get_some");
  }
}
