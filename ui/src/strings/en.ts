// Every word that the window says, in British spelling. Nothing here praises,
// apologises or exclaims; objects and numbers are named.

import type { ErrorCode } from "../api/errors";
import { clipWords } from "./clippings";
import type {
  EntityKind,
  Field,
  ImportItem,
  NameStrength,
  OutcomeCode,
  OutcomeKind,
  RemovalReason,
  UndoStep,
  Warning,
} from "../api/generated";

import { dossierUndo } from "./dossiers";
import { entityUndo } from "./entities";
import { isolated } from "../text/isolating";

const grouped = new Intl.NumberFormat("en-GB");

/** 2318 → "2,318" */
export function count(value: number): string {
  return grouped.format(value);
}

/** (1, "file") → "1 file"; (3, "entity", "entities") → "3 entities" */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** 148000 → "148 kB", 12400000 → "12.4 MB" */
export function size(bytes: number): string {
  if (bytes < 1000) return plural(bytes, "byte");
  const units = ["kB", "MB", "GB", "TB"];
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value < 99.5 && unit > 0 ? value.toFixed(1) : count(Math.round(value))} ${units[unit]}`;
}

/** What failed, what is safe, and the one thing that can be done. */
export type ErrorWords = { what: string; safe: string; action: "retry" | "reload" | "openOther" | "none" };

export const errors: Record<ErrorCode, ErrorWords> = {
  not_found: { what: "This is no longer in the notebook.", safe: "The rest of the notebook is as it was.", action: "none" },
  invalid_input: { what: "This value cannot be used.", safe: "Nothing was changed.", action: "none" },
  circle: { what: "It would lie within itself.", safe: "Nothing was changed.", action: "none" },
  conflict: { what: "This was changed elsewhere in the meantime.", safe: "Both versions are kept until you choose.", action: "reload" },
  already_open: { what: "The notebook is open in another window or program.", safe: "Nothing was changed.", action: "openOther" },
  store_too_new: { what: "The notebook was written by a newer Dragoman.", safe: "It was not opened and not changed.", action: "openOther" },
  store_damaged: { what: "The notebook’s database cannot be read.", safe: "The originals are separate files and were not touched.", action: "openOther" },
  not_a_notebook: { what: "There is no notebook in this folder.", safe: "Nothing was changed.", action: "openOther" },
  network: { what: "The page could not be fetched.", safe: "The link is kept.", action: "retry" },
  disk_full: { what: "The disk is full.", safe: "What was saved before is safe; this was not saved.", action: "retry" },
  not_readable: { what: "The file cannot be read.", safe: "Nothing was changed.", action: "retry" },
  not_writable: { what: "The folder cannot be written to.", safe: "What was saved before is safe; this was not saved.", action: "retry" },
  index_unavailable: { what: "Search is not available.", safe: "Articles and notes are safe; the index is rebuilt from them.", action: "retry" },
  cancelled: { what: "Cancelled.", safe: "What was finished before is kept.", action: "none" },
  internal: { what: "Something failed inside Dragoman.", safe: "Saved articles and notes are safe. Details are in the log file.", action: "retry" },
};

/** The one action of an error, as its button says it. */
export const errorActions: Record<ErrorWords["action"], string> = {
  retry: "Try again",
  reload: "Load the newer version",
  openOther: "Open another notebook",
  none: "",
};

export const outcomeKinds: Record<OutcomeKind, string> = {
  imported: "Imported",
  wireCopy: "Wire copy",
  newVersion: "New version",
  duplicate: "Duplicate",
  needsAttention: "Needs attention",
  notImported: "Not imported",
};

/** One line on what became of an imported thing. */
export const outcomes: Record<OutcomeCode, (item: Pick<ImportItem, "title" | "detail" | "location" | "copyOf" | "article">) => string> = {
  imported: (item) => item.title ?? "",
  wire_copy: (item) => (item.copyOf ? `Wire copy of ${item.copyOf.title}` : "The same agency text as another article"),
  new_version: (item) => `New text of ${item.title ?? "an article kept already"}. The former one is kept.`,
  other_version: (item) => `Another text of ${item.title ?? "an article kept already"}, older or less complete. Kept as a version.`,
  same_bytes: (item) => (item.title ? `Same bytes as ${item.title}` : item.article ? "Same bytes as an article kept already" : "Same bytes as a file that came before"),
  same_link: (item) => (item.title ? `Same link as ${item.title}` : item.article ? "Same link as an article kept already" : "Same link as one kept to fetch later"),
  same_text: (item) => `Same text as ${item.title ?? "an article kept already"}. Its bytes are kept too.`,
  format_not_read: () => "This format is not read yet. Original kept.",
  no_text: () => "No running text found. Original kept.",
  consent_only: () => "Only a cookie notice found. Original kept.",
  error_page: () => "The page only says that something went wrong. Original kept.",
  encoding_unclear: (item) => (item.detail ? `Encoding unclear: ${item.detail}. Original kept.` : "Encoding unclear. Original kept."),
  no_text_layer: () => "A PDF of pictures, without text. Original kept.",
  encrypted: () => "It asks for a password. Original kept.",
  damaged: (item) => (item.detail ? `Damaged: ${item.detail}. What could be read is kept.` : "Damaged. What could be read is kept."),
  too_large_unpacked: () => "It unpacks to more than is read. What could be read is kept.",
  nested_too_deep: () => "An archive in too many archives. Not opened.",
  original_too_large: (item) => `Read, but larger than the ${item.detail ?? "200"} MB that are kept unchanged.`,
  left_out: (item) => (item.detail ? `Pictures, scripts and repeats left out: ${item.detail}.` : "Pictures, scripts and repeats left out."),
  link_saved: (item) => (item.detail ? `The link is kept to fetch later. In the list: ${item.detail}.` : "The link is kept to fetch later."),
  page_too_large: (item) => `The page is larger than ${item.detail ?? "20"} MB. The link is kept.`,
  empty: () => "Empty: nothing to keep.",
  too_large: (item) => (item.detail ? `Larger than ${item.detail} MB. Not kept.` : "Too large. Not kept."),
  not_found: () => "No longer there.",
  not_readable: (item) => (item.detail ? `Cannot be read: ${item.detail}` : "Cannot be read."),
  not_a_link: () => "Not an http or https link.",
  offline: () => "No connection. The link is kept to fetch later.",
  timed_out: () => "No answer within 20 seconds. The link is kept to fetch later.",
  http_status: (item) => (item.detail ? `The site answered ${item.detail}. The link is kept.` : "The site refused. The link is kept."),
  system_file: () => "A file of the system, not an article.",
  part_of_page: () => "Part of a saved page beside it.",
  cancelled: () => "Cancelled before it was read.",
  internal: () => "Failed inside Dragoman. Details are in the log file.",
};

/** Why a piece is not in the article, as the Removed tab says it. */
export const removalReasons: Record<RemovalReason, string> = {
  comments: "comments",
  account: "account notice",
  promotion: "promotion",
  related: "other stories",
  share: "share links",
  navigation: "navigation",
  consent: "cookie notice",
  advertisement: "advertisement",
  repeated: "repeated",
  pageNote: "about the page",
  outsideBody: "outside the body",
  person: "removed by you",
};

/** The same, for the totals under the Removed tab. */
export const removalTotals: Record<RemovalReason, string> = {
  comments: "comments",
  account: "account",
  promotion: "promotion",
  related: "other stories",
  share: "share links",
  navigation: "navigation",
  consent: "cookie notices",
  advertisement: "advertisements",
  repeated: "repeats",
  pageNote: "page notes",
  outsideBody: "outside the body",
  person: "by you",
};

export const warnings: Record<Warning, string> = {
  noText: "No running text was found in the original.",
  consentOnly: "Only a cookie notice was found in the original.",
  paywallStub: "The text seems to be cut off by a paywall.",
  errorPage: "The page says that something went wrong.",
  liveBlog: "A live blog: posts under each other rather than one article.",
  encodingUnclear: "The encoding is unclear: some letters may be wrong.",
  tooLarge: "The page is larger than what is read. Its end is missing.",
  linkOfAnother: "The page names the link of another article, whose text is quite different.",
};

export const kinds: Record<EntityKind, string> = {
  person: "person",
  organisation: "organisation",
  place: "place",
  event: "event",
};

export const kindsMany: Record<EntityKind, string> = {
  person: "people",
  organisation: "organisations",
  place: "places",
  event: "events",
};

export const strengths: Record<NameStrength, string> = {
  strong: "tags on sight",
  weak: "suggests",
  searchOnly: "search only",
};

export const fields: Record<Field, string> = {
  title: "Title",
  standfirst: "Standfirst",
  byline: "Byline",
  outlet: "Outlet",
  published: "Published",
  updated: "Updated",
  language: "Language",
  canonicalUrl: "Link",
  section: "Section",
  place: "Place",
  agencies: "Agency",
};

/** What was done, whatever became of it since. */
type Done = Omit<UndoStep, "atMs" | "kept">;

/** What a step was done to: many things by their number. */
function of(step: Done, one: string, many = `${one}s`): string {
  return step.count === null ? isolated(step.subject) : plural(step.count, one, many);
}

/** What an undo toast says was done. */
export function undoWords(step: Done): string {
  const subject = isolated(step.subject);
  const articles = of(step, "article");
  const entities = of(step, "entity", "entities");
  const names = of(step, "name");
  switch (step.action) {
    case "import":
      return `Imported ${articles}`;
    case "importProblems":
      return `Imported ${of(step, "problem")}`;
    case "importTags":
      return `Tagged ${articles} by an import`;
    case "takeImportTags":
      return `Took the tags of an import from ${articles}`;
    case "deleteArticle":
      return `Deleted ${articles}`;
    case "deleteEntity":
    case "deleteNote":
      return `Deleted ${subject}`;
    case "tag":
      return `Tagged ${subject}`;
    case "untag":
      return `Removed the tag ${subject}`;
    case "editField":
      return `Edited ${subject}`;
    case "renameNote":
      return step.subject === "" ? "Took the title of a note away" : `Renamed the note to ${subject}`;
    case "mergeNotes":
      return `Merged the note ${subject}`;
    case "splitNote":
      return `Made a note of ${subject}`;
    case "linkMention":
      return `Linked ${subject}`;
    case "makeTemplate":
      return `Made ${subject} a template`;
    case "unmakeTemplate":
      return `${subject} is no longer a template`;
    case "restoreNoteVersion":
      return `Restored an earlier text of ${subject}`;
    case "restoreText":
      return `Restored text in ${subject}`;
    case "removeText":
      return `Removed text from ${subject}`;
    case "correctText":
      return `Corrected ${subject}`;
    case "createEntity":
    case "addName":
    case "removeName":
    case "renameEntity":
    case "editEntity":
    case "mergeEntities":
    case "splitEntity":
    case "tellApart":
    case "relateEntities":
    case "removeRelation":
      return entityUndo[step.action](subject);
    case "editEntities":
      return `Edited ${entities}`;
    case "deleteEntities":
      return `Deleted ${entities}`;
    case "importEntities":
      return `Imported ${entities}`;
    case "reread":
      return `Read ${articles} again`;
    case "typeText":
      return `Typed the text of ${subject}`;
    case "pickText":
      return `Picked the text of ${subject}`;
    case "forgetPick":
      return `Forgot where ${subject} has its text`;
    case "ignoreProblem":
      return `Ignored ${of(step, "problem")}`;
    case "markRead":
      return `Marked ${articles} as read`;
    case "markUnread":
      return `Marked ${articles} as unread`;
    case "star":
      return `Starred ${articles}`;
    case "unstar":
      return `Took the star from ${articles}`;
    case "archive":
      return `Archived ${articles}`;
    case "unarchive":
      return `Took ${articles} out of the archive`;
    case "addTag":
      return `Tagged with ${subject}`;
    case "removeTag":
      return `Removed the tag ${subject}`;
    case "renameTag":
      return `Renamed the tag ${subject}`;
    case "mergeTags":
      return `Merged the tag ${subject}`;
    case "deleteTag":
      return `Deleted the tag ${subject}`;
    case "saveSearch":
      return `Saved the search ${subject}`;
    case "renameSearch":
      return `Renamed the search to ${subject}`;
    case "deleteSearch":
      return `Deleted the saved search ${subject}`;
    case "createDossier":
    case "renameDossier":
    case "deleteDossier":
    case "addToDossier":
    case "removeFromDossier":
    case "moveInDossier":
    case "editDossierItem":
      return dossierUndo[step.action](of(step, "item"));
    case "splitWire":
      return `Split off ${subject}`;
    case "acceptProposals":
      return `Accepted ${names}`;
    case "rejectProposals":
      return `Rejected ${names}`;
    case "editProposal":
      return `Corrected ${names}`;
    case "mergeWire":
      return `Put ${subject} with its copies`;
    case "highlight":
    case "clip":
    case "editClipping":
    case "deleteClipping":
      return clipWords.undo[step.action](step.subject);
  }
}

export * from "./dossiers";
export * from "./clippings";
export * from "./original";
export * from "./screens";
export * from "./imports";
export * from "./notes";
export * from "./finding";
export * from "./entities";
export * from "./copies";
export * from "./texts";
export * from "./tags";
export * from "./reading";
export * from "./proposals";
