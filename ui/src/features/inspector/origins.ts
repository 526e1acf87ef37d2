// How the inspector names where a value was read.

import type { Origin, TextOrigin } from "../../api/generated";
import { inspector, textOrigins } from "../../strings/en";

/** A word or two: "line 6", "og:title", "inferred". */
export function originLabel(origin: Origin): string {
  const from = inspector.from;
  switch (origin.source) {
    case "jsonLd":
      return from.jsonLd(origin.path);
    case "openGraph":
      return from.openGraph(origin.property);
    case "meta":
      return from.meta(origin.name);
    case "microdata":
      return from.microdata(origin.property);
    case "element":
      return from.element(origin.name);
    case "line":
      return from.line(origin.line);
    case "fileName":
    case "fileDate":
    case "url":
    case "import":
    case "person":
    case "inferred":
      return from[origin.source];
  }
}

/** A whole sentence where there is more to say than the label does. */
export function originDetail(origin: Origin): string {
  return origin.source === "inferred" ? inspector.from.inferredFrom(origin.from) : originLabel(origin);
}

/** How the text as a whole came to be; nothing for what the rules found. */
export function textOriginWords(origin: TextOrigin): string {
  switch (origin.by) {
    case "rules":
      return "";
    case "picked":
    case "typed":
      return textOrigins[origin.by];
    case "pickedFor":
      return textOrigins.pickedFor(origin.host);
  }
}
