// The types that cross from Rust to the window, as src-tauri/core/src/domain has them.

export type ArticleId = string;
export type EntityId = string;
export type NameId = string;
export type MentionId = string;
export type NoteId = string;
export type ImportId = string;
export type ImportItemId = string;

export type Span = { block: number; start: number; end: number };
export type Anchor = { span: Span; exact: string; prefix: string; suffix: string };
export type PrintedTime = { iso: string; zone: string | null };

export type BlockKind =
  | "paragraph"
  | "heading"
  | "quote"
  | "listItem"
  | "caption"
  | "tableRow"
  | "code";
export type Block = { kind: BlockKind; text: string; credit: string | null; line: number };

export type RemovalReason =
  | "comments"
  | "account"
  | "promotion"
  | "related"
  | "share"
  | "navigation"
  | "consent"
  | "advertisement"
  | "repeated"
  | "pageNote"
  | "outsideBody"
  | "person";
export type Fate =
  | { fate: "title" }
  | { fate: "standfirst" }
  | { fate: "byline" }
  | { fate: "published" }
  | { fate: "body"; block: number }
  | { fate: "removed"; reason: RemovalReason; repeats: number | null };
export type SourcePiece = { line: number; text: string } & Fate;

export type Field =
  | "title"
  | "standfirst"
  | "byline"
  | "outlet"
  | "published"
  | "updated"
  | "language"
  | "canonicalUrl"
  | "section";
export type Origin =
  | { source: "jsonLd"; path: string }
  | { source: "openGraph"; property: string }
  | { source: "meta"; name: string }
  | { source: "microdata"; property: string }
  | { source: "element"; name: string }
  | { source: "line"; line: number }
  | { source: "fileName" }
  | { source: "fileDate" }
  | { source: "url" }
  | { source: "inferred"; from: string }
  | { source: "import" }
  | { source: "person" };
export type Candidate = { value: string; zone: string | null; origin: Origin };
export type FieldProvenance = { field: Field; candidates: Array<Candidate> };
export type Warning =
  | "noText"
  | "consentOnly"
  | "paywallStub"
  | "errorPage"
  | "encodingUnclear"
  | "tooLarge";

export type EntityKind = "person" | "organisation" | "place" | "event";
export type EntityChip = {
  id: EntityId;
  kind: EntityKind;
  name: string;
  count: number;
  suggested: boolean;
};
export type ArticleRow = {
  id: ArticleId;
  title: string;
  outlet: string | null;
  published: PrintedTime | null;
  importedAt: string;
  language: string | null;
  read: boolean;
  entities: Array<EntityChip>;
  moreEntities: number;
};
export type ArticleScope = "inbox" | "library" | "trash";
export type ArticleSort = "published" | "imported" | "title" | "outlet";
export type ArticleQuery = {
  scope: ArticleScope;
  sort: ArticleSort;
  entity: EntityId | null;
  import: ImportId | null;
};
export type ArticlePage = { total: number; offset: number; rows: Array<ArticleRow> };
export type OriginalInfo = {
  sha256: string;
  size: number;
  name: string;
  location: string | null;
  mediaType: string;
  encoding: string | null;
};
export type Article = {
  id: ArticleId;
  title: string;
  standfirst: string | null;
  byline: Array<string>;
  outlet: string | null;
  published: PrintedTime | null;
  updated: PrintedTime | null;
  language: string | null;
  canonicalUrl: string | null;
  section: string | null;
  blocks: Array<Block>;
  pieces: Array<SourcePiece>;
  provenance: Array<FieldProvenance>;
  warnings: Array<Warning>;
  mentions: Array<Mention>;
  entities: Array<EntityChip>;
  original: OriginalInfo | null;
  importedAt: string;
  read: boolean;
  deleted: boolean;
  words: number;
  textVersion: number;
};
export type OriginalView = { html: string; encoding: string | null; intact: boolean };

export type NameStrength = "strong" | "weak" | "searchOnly";
export type EntityName = {
  id: NameId;
  text: string;
  strength: NameStrength;
  preferred: boolean;
  script: string;
  mentions: number;
};
export type MentionStatus = "confirmed" | "suggested" | "rejected";
export type MentionBy = "person" | "name";
export type Mention = {
  id: MentionId;
  entity: EntityId;
  kind: EntityKind;
  name: string;
  anchor: Anchor;
  status: MentionStatus;
  by: MentionBy;
  matched: string | null;
  orphaned: boolean;
};
export type TagScope = "mention" | "article" | "always";
export type TagTarget =
  | { is: "known"; id: EntityId }
  | { is: "new"; kind: EntityKind; name: string };
export type TagRequest = { article: ArticleId; span: Span; target: TagTarget; scope: TagScope };
export type TagOutcome = { entity: EntityId; name: string; created: boolean; added: number };
export type EntityRow = { id: EntityId; kind: EntityKind; name: string; articles: number };
export type EntitySort = "articles" | "name";
export type EntityQuery = { kinds: Array<EntityKind>; sort: EntitySort };
export type EntityPage = {
  total: number;
  offset: number;
  rows: Array<EntityRow>;
  byKind: Array<number>;
};
export type MonthCount = { month: string; articles: number };
export type NamedTogether = { entity: EntityRow; shared: number };
export type Entity = {
  id: EntityId;
  kind: EntityKind;
  name: string;
  description: string;
  names: Array<EntityName>;
  articles: number;
  mentions: number;
  months: Array<MonthCount>;
  together: Array<NamedTogether>;
  deleted: boolean;
};
export type EntityCandidate = {
  id: EntityId;
  kind: EntityKind;
  name: string;
  matched: string;
  articles: number;
};

export type ImportSource =
  | { from: "path"; path: string }
  | { from: "link"; url: string }
  | { from: "html"; html: string; url: string | null }
  | { from: "text"; text: string };
export type ImportDoor = "dropped" | "pasted" | "chosen" | "command";
export type OutcomeKind = "imported" | "duplicate" | "needsAttention" | "notImported";
export type OutcomeCode =
  | "imported"
  | "same_bytes"
  | "same_link"
  | "format_not_read"
  | "no_text"
  | "consent_only"
  | "error_page"
  | "encoding_unclear"
  | "empty"
  | "too_large"
  | "not_found"
  | "not_readable"
  | "not_a_link"
  | "offline"
  | "timed_out"
  | "http_status"
  | "cancelled"
  | "internal";
export type ImportItem = {
  id: ImportItemId;
  import: ImportId;
  name: string;
  location: string | null;
  outcome: OutcomeKind;
  code: OutcomeCode;
  detail: string | null;
  article: ArticleId | null;
  title: string | null;
  original: boolean;
  resolved: boolean;
};
export type ImportState = "running" | "done" | "cancelled" | "failed";
export type ImportProgress = {
  import: ImportId;
  label: string | null;
  done: number;
  total: number;
  imported: number;
  duplicates: number;
  needsAttention: number;
  notImported: number;
  state: ImportState;
  items: Array<ImportItem>;
};

export type LinkTarget =
  | { to: "article"; id: ArticleId }
  | { to: "entity"; id: EntityId }
  | { to: "note"; id: NoteId };
export type LinkLabel = {
  target: LinkTarget;
  title: string;
  kind: EntityKind | null;
  gone: boolean;
};
export type NoteRow = { id: NoteId; title: string; excerpt: string; editedAt: string };
export type NotePage = { total: number; offset: number; rows: Array<NoteRow> };
export type Note = {
  id: NoteId;
  title: string;
  body: string;
  createdAt: string;
  editedAt: string;
  revision: number;
  deleted: boolean;
  links: Array<LinkLabel>;
};
export type NoteSaved = { revision: number; editedAt: string; links: Array<LinkLabel> };
export type Backlink = { note: NoteId; title: string; context: string };
export type LinkCandidate = {
  target: LinkTarget;
  title: string;
  kind: EntityKind | null;
  matched: string;
  detail: string | null;
};

export type NotebookInfo = { name: string; path: string };
export type NotebookCounts = {
  inbox: number;
  articles: number;
  notes: number;
  entities: number;
  problems: number;
  trash: number;
};
export type IndexStatus = {
  indexed: number;
  waiting: number;
  rebuilding: boolean;
  broken: boolean;
};
export type Change =
  | { changed: "articles"; ids: Array<ArticleId> }
  | { changed: "entities"; ids: Array<EntityId> }
  | { changed: "notes"; ids: Array<NoteId> }
  | { changed: "imports"; ids: Array<ImportId> }
  | { changed: "index" };
export type UndoAction =
  | "import"
  | "deleteArticle"
  | "deleteEntity"
  | "deleteNote"
  | "tag"
  | "untag"
  | "editField"
  | "restoreText"
  | "removeText"
  | "addName"
  | "removeName"
  | "renameEntity"
  | "editEntity";
export type UndoStep = { id: number; action: UndoAction; subject: string };

export type HitKind = "article" | "note" | "entity";
export type SearchQuery = { text: string; kinds: Array<HitKind>; offset: number; limit: number };
export type HitTarget =
  | {
      hit: "article";
      id: ArticleId;
      outlet: string | null;
      published: PrintedTime | null;
      language: string | null;
      at: Span | null;
    }
  | { hit: "note"; id: NoteId; editedAt: string }
  | { hit: "entity"; id: EntityId; kind: EntityKind; articles: number };
export type SearchHit = {
  target: HitTarget;
  title: Array<string>;
  snippet: Array<string>;
  score: number;
};
export type SearchCounts = { articles: number; notes: number; entities: number };
export type SearchResults = {
  hits: Array<SearchHit>;
  total: number;
  byKind: SearchCounts;
  milliseconds: number;
  waiting: number;
};
