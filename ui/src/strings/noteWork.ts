// The words of what is done with notes: history, merging, splitting, templates, images.

import type { NewTemplate, NoteVersion } from "../api/generated";

export const noteHistory = {
  title: "History",
  none: "No earlier text is kept yet. One is kept after each pause and each large change.",
  restore: "Restore this text",
  unsaved: "What you typed is not saved yet. Save it first, then bring an earlier text back.",
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
      case "quoted":
        return "before a quote was put in";
      case "undone":
        return "before undoing";
    }
  },
};

export const noteChoice = { field: "Title of the note", found: "Notes", none: "No such note" };

export const noteMenu = { selectFirst: "Select what becomes a note of its own first" };

export const noteMerging = {
  title: "Merge a note into this one",
  hint: "Its text is added at the end, under its title. Links to it lead here.",
};

export const noteTemplates = {
  title: "Insert a template",
  hint: "Templates are notes: open one to edit it. {{date}} and {{title}} are filled in, and writing goes on at {{cursor}}.",
  make: "Use as a template",
  unmake: "No longer a template",
};

/** What a notebook is given when templates are first asked for. */
export const firstTemplates: readonly NewTemplate[] = [
  {
    title: "Interview",
    body: "## Interview, {{date}}\n\nWith: {{cursor}}\nWhere: \nOn the record: \n\n### Questions\n\n- [ ] \n\n### Answers\n\n### To verify\n\n- [ ] \n",
  },
  {
    title: "Chronology",
    body: "## Chronology\n\n| Date | What happened | Source |\n| --- | --- | --- |\n| {{day}} | {{cursor}} |  |\n",
  },
  {
    title: "Country profile",
    body: "## In short\n\n{{cursor}}\n\n## Who decides\n\n| Office | Name | Since |\n| --- | --- | --- |\n|  |  |  |\n\n## Neighbours and alliances\n\n## Media and sources\n\n## To watch\n\n- [ ] \n",
  },
];

export const noteFind = {
  find: "Find in note",
  replace: "Replace with",
  next: "Next match",
  previous: "Previous match",
  replaceOne: "Replace",
  replaceAll: "Replace all",
  close: "Close",
  hits: (at: number, of: string) => (of === "0" ? "No match" : at === 0 ? (of === "1" ? "1 match" : `${of} matches`) : `${at} of ${of}`),
};

export const noteEmbeds = {
  gone: "What is shown here is deleted, or has no such passage.",
  cut: "…",
  noImage: "This picture is not in the notebook.",
  importAsk: "Import the page behind this link?",
  importGo: "Import",
};

export const notePictures = {
  refused: (name: string) =>
    `${name === "" ? "The picture" : name} was not kept. Notes keep PNG, JPEG, GIF and WebP up to 20 MB and 64 million pixels.`,
};
