// A note as the preview of a result shows it: the plain words of its first blocks.

import type { LinkLabel } from "../../api/generated";
import { noteParts } from "../dossiers/noteParts";

/** Letters of a note that are read: a huge one must not hold up the window. */
const LOOKED_THROUGH = 32 * 1024;

export function noteParagraphs(body: string, links: readonly LinkLabel[], most: number): string[] {
  const parts = noteParts(beginning(body), links).slice(0, most);
  return parts.map(({ number, text }) => (number === undefined ? text : `${number} ${text}`));
}

/** Cut behind a line where there is one, so that no link is cut, and between whole letters. */
function beginning(body: string): string {
  if (body.length <= LOOKED_THROUGH) return body;
  const line = body.lastIndexOf("\n", LOOKED_THROUGH);
  return body.slice(0, line > 0 ? line : LOOKED_THROUGH).replace(/[\uD800-\uDBFF]$/, "");
}
