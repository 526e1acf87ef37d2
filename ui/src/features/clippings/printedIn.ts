// Where a quote is printed, as its cards say it.

import type { Clipping } from "../../api/generated";
import { dateOf } from "../../text/time";

/** `Ada Orlan, Harbour Post, 10 May 2022`: who wrote it, the outlet or else the title, and the day. */
export function printedIn({ byline, outlet, title, published }: Clipping["source"]): string {
  return [byline.join(", "), outlet ?? title, published ? dateOf(published) : ""].filter((part) => part !== "").join(", ");
}
