// How much is selected for a clipping, and where that stands.

import { clipWords as words, plural } from "../../strings/en";
import { countWords } from "../../text/words";

export type Selected = { selected: string; /** Blocks that the words are of. */ places: number; paragraph: number | null; row: boolean; headline: boolean };

export function sizeOf({ selected, places, paragraph, row, headline }: Selected): string {
  const n = plural(countWords(selected), "word");
  if (places > 1) return words.places(plural(places, row ? "row" : "paragraph"), n);
  if (row) return words.row(n);
  if (paragraph !== null) return words.place(paragraph, n);
  return headline ? words.title(n) : n;
}
