// The words of panes, lists and dialogs. Codes have theirs in en.ts.

export const app = {
  name: "Dragoman",
  toolbar: "Toolbar",
  sidebar: "Notebook",
  keyLine: "Keys",
  back: "Back",
  forward: "Forward",
  toggleSidebar: "Sidebar",
  toggleInspector: "Inspector",
  search: "Search articles, notes, entities",
  import: "Import",
  more: "More",
  close: "Close",
  cancel: "Cancel",
  undo: "Undo",
  undone: "Undone",
  edit: "Edit",
  done: "Done",
  save: "Save",
  allKeys: "All keys",
  nothingToUndo: "Nothing to undo",
  resize: (pane: string) => `Width of ${pane}`,
  beside: "Beside",
  closeBeside: "Close the pane beside",
};

export const views = {
  inbox: "Inbox",
  library: "Library",
  trash: "Trash",
  notes: "Notes",
  entities: "Entities",
  search: "Search",
  problems: "Import problems",
};

export const notebookMenu = {
  label: "Notebook menu",
  open: "Open notebook…",
  create: "New notebook…",
  recent: "Recent",
};

export const index = {
  current: "Index current",
  waiting: (words: string) => `${words} waiting`,
  rebuilding: "Rebuilding the index. Search covers what is done.",
  broken: "Index cannot be written. Search covers what it did.",
};

export const start = {
  opening: "Opening the notebook",
  failed: "The notebook did not open.",
  none: "No notebook is open.",
};

export const list = {
  label: "Articles",
  untitled: "Untitled",
  undated: "No date",
  noOutlet: "Outlet unknown",
  unread: "unread",
  sortedBy: {
    published: "Published",
    imported: "Imported",
    title: "Title",
    outlet: "Outlet",
  },
  sort: "Sort by",
  filterEntity: "Only articles that mention this entity",
  filterImport: "This import",
  clearFilter: "Show all",
  emptyInbox: "Nothing in the Inbox",
  emptyLibrary: "No articles yet",
  emptyTrash: "Trash is empty",
  emptyFilter: "No article here",
  howToImport: (keys: string) => `Drop files here, or press ${keys}.`,
  trashHint: "Deleted articles stay here and can be restored.",
  delete: "Delete",
  restore: "Restore",
  markRead: "Mark as read",
  markUnread: "Mark as unread",
  more: (value: number) => `+${value}`,
  moving: (left: string) => `${left} still to be moved`,
};

export const reader = {
  label: "Article",
  tabs: { article: "Article", original: "Original", removed: "Removed", versions: "Versions", copies: "Outlets" },
  choose: "No article open",
  chooseHint: "Choose one in the list.",
  words: (words: string) => `${words}`,
  pictureMissing: "Picture not in the saved file.",
  captionOnce: "Picture not in the saved file. Caption kept once.",
  repeatedCaptions: (value: number) =>
    value === 1 ? "1 repeated caption removed" : `${value} repeated captions removed`,
  updated: (when: string) => `updated ${when}`,
  textSize: "Text size",
  tag: "Tag entity",
  more: "More",
  inTrash: "This article is in Trash.",
  suggested: "suggested",
  orphaned: "no longer found",
  noBody: "No text of an article was found.",
  showOriginal: "Show original",
  showRemoved: "Show removed text",
  openLink: "Open the link in the browser…",
  openLinkAsk: "Open this link in the browser?",
  openLinkNote: "The browser will connect to this address.",
  open: "Open",
  copyLink: "Copy the link",
  hits: (at: number, total: number) => (total === 0 ? "No match" : `${at} of ${total}`),
  find: "Find in article",
  nextHit: "Next match",
  previousHit: "Previous match",
  removeParagraph: "Remove this paragraph",
  newNote: "New note on this article",
};

export const original = {
  loading: "Reading the original",
  label: "Original, as it came in",
  intact: "same since import",
  changed: "changed since import",
  note: "Scripts, pictures and links are switched off.",
  encoding: (name: string) => `Read as ${name}`,
};

export const removed = {
  label: "Removed text",
  summary: (cut: string, all: string) => `${cut} of ${all} removed`,
  words: (cut: string, all: string) => `${cut} of ${all} words. The original file is kept.`,
  repeats: (line: number) => `repeats line ${line}`,
  repeatedIn: (line: number) => `repeated in ${line}`,
  restore: "Restore",
  remove: "Remove",
  kept: (paragraphs: string) => `${paragraphs} kept`,
  nothing: "Nothing was removed.",
  unfold: "Show these paragraphs",
};

export const inspector = {
  label: "Inspector",
  provenance: "Provenance",
  imported: "Imported",
  sha256: "SHA-256",
  sameSinceImport: "same since import",
  changedSinceImport: "changed since import",
  checking: "checking",
  original: "File",
  suggested: "Suggested",
  mentions: "mentions",
  acceptAll: "Accept all",
  accept: "Accept",
  reject: "Reject",
  entities: "Entities",
  tag: "Tag…",
  moreEntities: (value: number) => `${value} more`,
  fewerEntities: "Fewer",
  backlinks: "Backlinks",
  noBacklinks: "No note links here.",
  otherValues: "Also found",
  use: "Use",
  empty: "not found",
  wroteIt: "Your own",
  zone: "Zone",
  copyHash: "Copy SHA-256",
  copied: "Copied",
  from: {
    jsonLd: (path: string) => `JSON-LD ${path}`,
    openGraph: (property: string) => property,
    meta: (name: string) => `meta ${name}`,
    microdata: (property: string) => `microdata ${property}`,
    element: (name: string) => `<${name}>`,
    line: (line: number) => `line ${line}`,
    fileName: "file name",
    fileDate: "file date",
    url: "link",
    inferred: "inferred",
    inferredFrom: (words: string) => `Inferred from “${words}”`,
    import: "given at import",
    person: "by you",
  },
  why: {
    by: "tagged by hand",
    exact: "exact name",
    as: (words: string) => `“${words}”`,
    times: (value: number) => `× ${value}`,
  },
};

export const tray = {
  label: "Import",
  importing: (what: string) => `Importing ${what}`,
  finished: (what: string) => `Imported ${what}`,
  finishedEmpty: (what: string) => `Import of ${what} finished`,
  cancelled: (what: string) => `Import of ${what} cancelled`,
  failed: (what: string) => `Import of ${what} stopped`,
  of: (done: string, total: string) => `${done} of ${total}`,
  rate: (perSecond: string) => `${perSecond} a second`,
  left: (words: string) => `about ${words} left`,
  cancel: "Cancel",
  hide: "Hide the tray",
  all: "All",
  filters: {
    imported: "Imported",
    wireCopy: "Wire copies",
    newVersion: "New versions",
    duplicate: "Duplicates",
    needsAttention: "Needs attention",
    notImported: "Not imported",
  },
  open: "Open",
  show: "Show",
  showOriginal: "Show original",
  ignore: "Ignore",
  retry: "Fetch again",
  undo: "Undo import",
  undone: (what: string) => `Undone: import of ${what}`,
  undoNote: (articles: string) => `Undo import removes ${articles}. Files on disk stay as they are.`,
  nothingAdded: "This import added nothing. Files on disk stay as they are.",
  none: "Nothing has been imported yet.",
  started: (total: string) => `Import of ${total} started`,
  progress: (done: string, total: string) => `${done} of ${total} imported`,
  ended: (imported: string, attention: string) => `Import finished: ${imported} imported, ${attention} need attention`,
  pasted: "pasted text",
  source: "Outcomes",
};

export const drop = {
  title: "Drop to import into Inbox",
  note: "Originals are copied, never moved.",
  linkNote: "The page is fetched once and kept.",
  textNote: "The text is kept as it is.",
  text: "Text",
};

export const problems = {
  title: (value: string) => value,
  safe: "originals are safe",
  none: "No import problems",
  noneHint: "What an import cannot read is listed here until it is dealt with.",
  ignore: "Ignore",
  showOriginal: "Show original",
  fetchAgain: "Fetch again",
};

export const tagging = {
  label: "Tag an entity",
  field: "Name",
  newEntity: "New entity",
  kindKeys: "1 2 3 4 kind",
  as: (words: string) => `as “${words}”`,
  scope: "How far the tag reaches",
  thisMention: "This mention",
  inArticle: (value: number) => (value === 1 ? "The only one in this article" : `All ${value} in this article`),
  always: "Always: the words become a name",
  noSelection: (find: string) => `Select words in the article, or find them with ${find}, then press e.`,
  articles: (value: string) => value,
  create: (kind: string) => `New ${kind}`,
};

export const help = {
  title: "All keys",
  scopes: {
    global: "Anywhere",
    list: "In a list",
    reader: "In an article",
    removed: "In removed text",
    diff: "In what changed",
    inspector: "In the inspector",
    editor: "In a note",
    search: "In search",
    entity: "On an entity",
    tray: "In the import tray",
  },
  note: "Single letters act when a list or an article has the focus, never while typing.",
};

export const mentionMenu = {
  as: (words: string) => `as “${words}”`,
  open: "Open the entity",
  openBeside: "Open beside",
  untag: "Remove this tag",
};

export const fieldHints = {
  title: "A title has to have at least one letter.",
  time: "Write a date as 2022-05-10, or with time and zone as 2022-05-10 16:14 +01:00 BST.",
};
