// A quote as plain text, with who said it and where it stands.

import type { Clipping } from "../../api/generated";
import { clipWords } from "../../strings/en";
import { shownCells } from "../../text/cells";
import { dateOf } from "../../text/time";
import { printedIn } from "./printedIn";
import { quotedWords } from "./quotedWords";

/** `“firm solidarity” (Kim Jong Un, via KCNA, 9 May 2022; The Independent, 10 May 2022)` */
export function quoteText(clipping: Clipping): string {
  const { quote, source } = clipping;
  const words = shownCells(quotedWords(clipping)).join("\t");
  const said = quote
    ? [quote.speaker?.name, quote.via && clipWords.via2(quote.via.name), quote.said && dateOf(quote.said.time)]
    : [];
  const printed = [printedIn(source), source.url];
  const parts = [said, printed].map((part) => part.filter(Boolean).join(", ")).filter((part) => part !== "");
  return parts.length === 0 ? words : `${words} (${parts.join("; ")})`;
}

export async function copyQuote(clipping: Clipping): Promise<void> {
  await navigator.clipboard.writeText(quoteText(clipping));
}
