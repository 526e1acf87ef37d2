// What the preview of a quote shows: its words, then what stood around them.

import type { Clipping } from "../../api/generated";
import { withoutBars } from "../../text/cells";

export function quoteParagraphs({ anchor, row, quote, comment }: Pick<Clipping, "anchor" | "row" | "quote" | "comment">): string[] {
  const { exact, prefix, suffix } = anchor;
  const shown = (text: string): string => (row ? withoutBars(text) : text);
  // A whole paragraph, or a whole row, has nothing around it: it is not said twice.
  const around = `${prefix}${suffix}`.trim() === "" ? "" : `…${shown(`${prefix}${exact}${suffix}`)}…`;
  return [shown(exact), ...[around, quote?.original ?? "", comment].filter((line) => line !== "")];
}
