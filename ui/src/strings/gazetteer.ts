// The words of the names that a notebook knows from the start.

import type { GazetteerRefusal } from "../api/generated";
import { count, plural } from "./en";

export const gazetteerWords = {
  title: "Known names",
  about: "Countries, cities, leaders and organisations that are proposed in articles before you keep them. What you keep comes first.",
  shipped: "The names that come with Dragoman",
  edition: "Edition",
  since: "Used since",
  size: "Names",
  names: (names: number, entries: number) => `${count(names)} of ${plural(entries, "entity", "entities")}`,
  source: "Source",
  licence: "Licence",
  asOf: "As of",
  entries: "Entities",
  use: "Use a file…",
  reset: "Use those that come with Dragoman",
  from: "Articles that are read from now on are read with these names. What was proposed before stays.",
  refused: (refusal: GazetteerRefusal): string => {
    switch (refusal.why) {
      case "version":
        return "This file is no gazetteer, or of a later form. Nothing has changed.";
      case "damaged":
        return "This file is damaged. Nothing has changed.";
      case "tooMuch":
        return "This file is too large. Nothing has changed.";
      case "empty":
        return "This file has no entities. Nothing has changed.";
      case "line":
        return `Line ${count(refusal.line)} of this file cannot be read. Nothing has changed.`;
    }
  },
};
