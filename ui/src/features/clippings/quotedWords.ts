// The words of a clipping as they are shown: in quotation marks where they are a speaker's, and
// with tabs between the cells where they are of a table's row.

import type { Clipping } from "../../api/generated";
import { withoutBars } from "../../text/cells";

const OPENING = /^[“"«»„‚「『‘]/;

export function shownWords({ anchor, row }: Pick<Clipping, "anchor" | "row">): string {
  return row ? withoutBars(anchor.exact) : anchor.exact;
}

export function quotedWords({ anchor, quote, row }: Pick<Clipping, "anchor" | "quote" | "row">): string {
  const words = shownWords({ anchor, row });
  return quote && !row && quote.type !== "paraphrase" && !OPENING.test(words) ? `“${words}”` : words;
}
