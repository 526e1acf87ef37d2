// The words of a person's own tags, of what is done with all results, and of the index.

import type { IndexProblem } from "../api/generated";

export const tagWords = {
  heading: "Tags",
  add: "Add a tag",
  suggested: "Tags in this notebook",
  remove: (tag: string) => `Remove the tag ${tag}`,
  find: (tag: string) => `Search for the tag ${tag}`,
  more: (value: string) => `${value} more`,
  fewer: "Fewer",
  placeholder: "Tag, or region/country",
  actions: (tag: string) => `What can be done with the tag ${tag}`,
  renameMenu: "Rename or move…",
  deleteMenu: "Delete the tag",
  moveOut: (parent: string) => `Take out of ${parent}`,
  rename: "Rename",
  merge: "Merge",
  renameTitle: (tag: string) => `Rename ${tag}`,
  renameHint: "In all articles, with its parts. A stroke puts it under another tag: region/koreas.",
  willMerge: (tag: string, articles: string) => `There is a tag ${tag} (${articles}). The two become one.`,
  fold: (tag: string) => `Hide the parts of ${tag}`,
  unfold: (tag: string) => `Show the parts of ${tag}`,
};

export const healthWords = {
  title: "Index health",
  open: "Index health: what search covers",
  about: "The index is made from the notebook and can be made anew at any time.",
  articles: "Articles",
  notes: "Notes",
  entities: "Entities",
  quotes: "Quotes",
  of: (covered: string, kept: string) => `${covered} of ${kept}`,
  waiting: "Waiting",
  size: "Size on disk",
  parts: "Parts",
  version: "Version of the analysis",
  older: (version: string, newest: string) => `${version}, being replaced by ${newest}`,
  rebuild: "Rebuild index",
  behind: (done: string, of: string) => `Rebuilding, ${done} of ${of}. Search answers from the index before it meanwhile.`,
  afresh: (done: string, of: string) => `Rebuilding, ${done} of ${of}. Search covers what is done.`,
  current: "No differences: search covers everything.",
  elsewhere: "The notebook’s folder for the index cannot be used. It is kept in a temporary folder and made anew at each start.",
  problems: {
    diskFull: "The disk is full. Search covers what it did; it goes on by itself when there is room.",
    notWritable: "The index cannot be written: its folder is read-only, or another program holds its files.",
    damaged: "Files of the index are damaged. A new one is being made; articles and notes are not touched.",
    other: "The index cannot be brought up to date. Details are in the log file.",
  } as Record<IndexProblem, string>,
  tried: (when: string) => `Last tried ${when}.`,
};

export const resultWords = {
  actions: "With all results",
  tagAll: "Tag all results",
  tagHint: (articles: string) => `Tags ${articles}, each copy of an agency text too. It can be undone as one step.`,
  tag: "Tag",
  go: "Tag all",
  running: (done: string, total: string) => `Tagged ${done} of ${total}`,
  none: "All of them have this tag already.",
  cancelled: (done: string) => `Cancelled. ${done} tagged.`,
  copyPlain: "Copy as a list with sources",
  copyMarkdown: "Copy as a Markdown list with sources",
  copied: (articles: string) => `${articles} copied`,
  nothing: "No articles among the results",
};
