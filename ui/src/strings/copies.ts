// The words of versions, of what differs between texts, and of wire copies.

import type { ImportProgress, PartChange, WireSummary } from "../api/generated";
import { plural } from "./en";
import { tray } from "./imports";
import { reader } from "./screens";

/** What an import added, as its undoing names it. */
export function addedWords(progress: Pick<ImportProgress, "imported" | "wireCopies" | "keptWithProblems" | "newVersions">): string {
  const articles = progress.imported + progress.wireCopies + progress.keptWithProblems;
  const parts = [
    ...(articles > 0 ? [plural(articles, "new article")] : []),
    ...(progress.newVersions > 0 ? [plural(progress.newVersions, "new version")] : []),
  ];
  return parts.join(" and ");
}

/** What undoing an import would do, said beside its button. */
export function undoImportWords(progress: ImportProgress): string {
  const added = addedWords(progress);
  const problems = progress.openProblems > 0 ? plural(progress.openProblems, "problem") : "";
  if (added !== "") return tray.undoNote(added, problems);
  if (progress.tagged > 0) return tray.undoTags(plural(progress.tagged, "article"), problems);
  if (problems !== "") return tray.undoProblems(problems);
  return progress.state === "running" ? tray.nothingYet : tray.nothingAdded;
}

/** A group in one mark: its outlets, or its copies where one outlet printed all. */
export function groupWords(wire: WireSummary): string {
  return wire.outlets.length > 1 ? plural(wire.outlets.length, "outlet") : plural(wire.copies, "copy", "copies");
}

/** What the tab calls the copies of a group: each row is one of what the number counts. */
export function copiesLabel(wire: WireSummary): string {
  return wire.outlets.length === wire.copies ? reader.tabs.copies : reader.copiesTab;
}

/** How much differs: "+12 −3 words". */
export function changeWords(added: number, removed: number): string {
  return added + removed === 0 ? "same words" : `+${added} \u2212${removed} words`;
}

export const versions = {
  label: "Versions",
  loading: "Reading the versions",
  from: "From",
  to: "To",
  shown: "shown",
  first: "first text",
  saved: (when: string) => `saved ${when}`,
  updated: (when: string) => `updated ${when}`,
  imported: (when: string) => `imported ${when}`,
  byPerson: (when: string) => `corrected by hand ${when}`,
  show: "Show this text",
  showOriginal: "Original of this version",
  showChanges: "What changed",
};

export const copies = {
  label: "Other outlets",
  loading: "Comparing the copies",
  reference: "longest copy",
  compared: "Compared with the longest copy",
  open: "Open",
  split: "Split",
  splitHint: "Take this copy out of the group",
  merge: {
    menu: "Same text as…",
    title: "Same text as",
    field: "Search articles",
    list: "Articles",
    none: "No article found",
    note: "Both are shown as copies of one text, with their copies. It can be undone, and no import changes it.",
    go: "Put together",
  },
  alone: "No other outlet prints this text.",
  unfold: "Show the outlets",
  fold: "Hide the outlets",
};

export const diff = {
  label: "What changed",
  same: "Nothing differs but white space.",
  unfold: (paragraphs: string) => `${paragraphs} the same`,
  fields: {
    title: "Title",
    standfirst: "Standfirst",
    byline: "Byline",
    published: "Published",
    updated: "Updated",
    body: "",
  },
  changes: {
    same: "",
    changed: "changed",
    inserted: "added",
    deleted: "removed",
    movedHere: "moved here",
    movedAway: "moved away",
  } satisfies Record<PartChange, string>,
};
