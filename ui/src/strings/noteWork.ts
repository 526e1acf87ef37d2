// The words of what is done with notes: history, merging, splitting, templates, images.

import type { NoteVersion } from "../api/generated";

export const noteHistory = {
  title: "History",
  none: "No earlier text is kept yet. One is kept after each pause and each large change.",
  restore: "Restore this text",
  sinceThen: (change: string) => `Since then: ${change}.`,
  cut: "Only the first part of the change is shown.",
  cause(version: NoteVersion): string {
    switch (version.cause) {
      case "typed":
        return version.sittingEnd ? "before a pause" : "while writing";
      case "conflict":
        return "two texts at once";
      case "restored":
        return "before a text was restored";
      case "merged":
        return "before merging";
      case "split":
        return "before splitting";
      case "linked":
        return "before words became links";
      case "undone":
        return "before undoing";
    }
  },
};
