// The words of a quote as they are shown: in quotation marks where they are the speaker's.

import type { Clipping } from "../../api/generated";

const OPENING = /^[“"«»„‚「『‘]/;

export function quotedWords({ anchor, quote }: Pick<Clipping, "anchor" | "quote">): string {
  const words = anchor.exact;
  return quote && quote.type !== "paraphrase" && !OPENING.test(words) ? `“${words}”` : words;
}
