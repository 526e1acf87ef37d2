// Written by `cargo xtask types` from the Rust types. Do not edit.

/**
 * What accepting does.
 */
export type AcceptProposals = { which: ProposalsMeant, 
/**
 * The kept entity that the names are of, where a person says which. An ambiguous name
 * needs it.
 */
to: EntityId | null, 
/**
 * None of the kept entities: the names are of a new one, also where kept ones share them.
 */
asNew: boolean, 
/**
 * Only these words; the rest stays proposed.
 */
only: Span | null, };

/**
 * What two entities that may be the same have in common; the surer first.
 */
export type AlikeBy = "name" | "order" | "middle" | "sound";

/**
 * An entity that may be the same as another one.
 */
export type AlikeEntity = { entity: EntityRow, by: AlikeBy, 
/**
 * Its name that is like one of the other's.
 */
name: string, 
/**
 * The other's name that it is like.
 */
own: string, 
/**
 * Articles that name both.
 */
sharedArticles: number, 
/**
 * Entities that are often named with either.
 */
sharedCompany: number, };

/**
 * With whom an entity may be the same, as a row of the list says it.
 */
export type AlikeTo = { id: EntityId, kind: EntityKind, name: string, 
/**
 * How many others it may be the same as.
 */
others: number, };

/**
 * The exact words with what stands around them: W3C Web Annotation's
 * TextQuoteSelector (<https://www.w3.org/TR/annotation-model/#text-quote-selector>).
 *
 * Invariant 8: an anchor whose words are no longer at its span is re-found only
 * where exact words and context match in one place; otherwise it is orphaned.
 */
export type Anchor = { span: Span, exact: string, prefix: string, suffix: string, };

/**
 * Everything the reader and the inspector show of one article.
 */
export type Article = { id: ArticleId, title: string, standfirst: string | null, byline: Array<string>, outlet: string | null, published: PrintedTime | null, updated: PrintedTime | null, language: string | null, canonicalUrl: string | null, section: string | null, 
/**
 * Where the report was written, as its dateline prints it.
 */
place: string | null, 
/**
 * News agencies credited, in order.
 */
agencies: Array<string>, blocks: Array<Block>, pieces: Array<SourcePiece>, provenance: Array<FieldProvenance>, warnings: Array<Warning>, mentions: Array<Mention>, 
/**
 * Names that the text is read to have and nobody has decided about, as they first stand.
 */
proposals: Array<Proposal>, entities: Array<EntityChip>, 
/**
 * A person's own tags, in order.
 */
tags: Array<string>, original: OriginalInfo | null, importedAt: string, read: boolean, starred: boolean, archived: boolean, deleted: boolean, 
/**
 * Words of the body.
 */
words: number, 
/**
 * Rises each time that the text changes; anchors are bound to it.
 */
textVersion: number, textOrigin: TextOrigin, 
/**
 * Where a person stopped reading; nothing at its beginning.
 */
reading: ReadingPlace | null, 
/**
 * Blocks whose words are a person's.
 */
corrected: Array<number>, 
/**
 * How many versions of it were saved, and one that a person left.
 */
versions: number, 
/**
 * The group of copies that it belongs to.
 */
wire: WireSummary | null, };

/**
 * What a person has marked an article as.
 */
export type ArticleFlag = "read" | "starred" | "archived";

/**
 * A published piece that the reporter keeps.
 */
export type ArticleId = string;

/**
 * A stretch of the list.
 */
export type ArticlePage = { 
/**
 * How many rows the whole list has.
 */
total: number, 
/**
 * How many articles they stand for: a row of copies stands for all of them.
 */
articles: number, offset: number, rows: Array<ArticleRow>, };

/**
 * What the list asks for.
 */
export type ArticleQuery = { scope: ArticleScope, sort: ArticleSort, 
/**
 * Only articles that mention this entity.
 */
entity: EntityId | null, 
/**
 * Only articles of this import.
 */
import: ImportId | null, };

/**
 * One row of the article list.
 */
export type ArticleRow = { id: ArticleId, title: string, outlet: string | null, published: PrintedTime | null, 
/**
 * RFC 3339 in UTC.
 */
importedAt: string, language: string | null, read: boolean, starred: boolean, archived: boolean, 
/**
 * The most mentioned, at most three.
 */
entities: Array<EntityChip>, 
/**
 * How many entities more.
 */
moreEntities: number, 
/**
 * The group of copies that this row stands for.
 */
wire: WireSummary | null, };

/**
 * Which articles a list shows.
 */
export type ArticleScope = "inbox" | "library" | "starred" | "archive" | "trash";

/**
 * In which order.
 */
export type ArticleSort = "published" | "imported" | "title" | "outlet";

/**
 * One saving of an article.
 */
export type ArticleVersion = { 
/**
 * Names this version in commands; not a count.
 */
version: number, 
/**
 * As it was read, whatever a person has corrected since.
 */
title: string, published: PrintedTime | null, updated: PrintedTime | null, 
/**
 * When the source says that it was saved, ISO 8601.
 */
saved: string | null, 
/**
 * RFC 3339 in UTC; when a person changed it, for what a person made.
 */
importedAt: string, original: OriginalInfo | null, 
/**
 * Words of the body.
 */
words: number, 
/**
 * The reader shows this one.
 */
shown: boolean, 
/**
 * A person made it of the one before; it is no saving of its own.
 */
byPerson: boolean, 
/**
 * Words that the version before does not have.
 */
added: number, 
/**
 * Words of the version before that are gone.
 */
removed: number, };

/**
 * A note that links here.
 */
export type Backlink = { note: NoteId, 
/**
 * Which link of the note it is, from 0.
 */
position: number, title: string, 
/**
 * The sentence around the link, links shown by title.
 */
context: string, };

/**
 * A stretch of the backlinks of one target, the newest note first.
 */
export type BacklinkPage = { 
/**
 * All of them.
 */
total: number, rows: Array<Backlink>, };

/**
 * Where a page of backlinks ended.
 */
export type BacklinkPlace = { note: NoteId, position: number, };

/**
 * One block of an article's text, in reading order.
 */
export type Block = { kind: BlockKind, 
/**
 * Plain text, whitespace collapsed, never empty.
 */
text: string, 
/**
 * Who is credited for the picture, as printed (`AP`). The caption's `text`
 * still ends with the credit as it was printed.
 */
credit: string | null, 
/**
 * Where it stood in the source: line of a text file, ordinal of a page's block. From 1.
 */
line: number, 
/**
 * BCP 47, where it certainly is another language than the article's.
 */
lang?: string, };

/**
 * What a block of the body is.
 */
export type BlockKind = "paragraph" | "heading" | "quote" | "listItem" | "caption" | "tableRow" | "code";

/**
 * One possible value of a field.
 */
export type Candidate = { 
/**
 * The value as text; times as [`PrintedTime::iso`], people joined by `, `.
 */
value: string, 
/**
 * For times, the zone as printed.
 */
zone: string | null, origin: Origin, };

/**
 * What changed, so that views know what to fetch again. No ids means any of them.
 */
export type Change = { "changed": "articles", ids: Array<ArticleId>, } | { "changed": "entities", ids: Array<EntityId>, } | { "changed": "notes", ids: Array<NoteId>, } | { "changed": "imports", ids: Array<ImportId>, } | { "changed": "dossiers", ids: Array<DossierId>, } | { "changed": "clippings", ids: Array<ClippingId>, } | { "changed": "searches" } | { "changed": "index" } | { "changed": "proposals" };

/**
 * Articles that a person has chosen in a list.
 */
export type ChosenArticles = { 
/**
 * Just these.
 */
articles: Array<ArticleId>, 
/**
 * Rows, each with all copies of an agency text that it stands for.
 */
rows: Array<ArticleId>, };

/**
 * One source, as far as it is known.
 */
export type Citation = { title: string, 
/**
 * People credited, in order.
 */
byline: Array<string>, outlet: string | null, published: PrintedTime | null, url: string | null, };

/**
 * Words that a person marked in an article.
 */
export type Clipping = { id: ClippingId, 
/**
 * None once it is gone for good.
 */
article: ArticleId | null, source: ClippingSource, 
/**
 * Where they are, or last were, and the words themselves.
 */
anchor: Anchor, 
/**
 * Which paragraph of the article that is, from one, as a reader counts them (see
 * [`BlockKind::is_paragraph`](super::BlockKind::is_paragraph)). None in a headline, a
 * caption or a table, and once the article is gone for good.
 */
paragraph: number | null, 
/**
 * They are a part of a table's row, in which bars part the cells. False once the article
 * is gone for good.
 */
row: boolean, passage: PassageState, colour: ClippingColour, comment: string, quote: Quote | null, 
/**
 * RFC 3339 in UTC.
 */
madeAt: string, editedAt: string, deleted: boolean, };

/**
 * The colour of a highlight.
 */
export type ClippingColour = "yellow" | "green" | "blue" | "pink";

/**
 * What a person says of the words that are marked.
 */
export type ClippingFacts = { colour: ClippingColour, comment: string, 
/**
 * Nothing for a highlight.
 */
quote: NewQuote | null, };

/**
 * Words that a person marked in an article.
 */
export type ClippingId = string;

/**
 * A stretch of a list of clippings.
 */
export type ClippingPage = { total: number, offset: number, rows: Array<Clipping>, };

/**
 * Which clippings are asked for. What is not given narrows nothing.
 */
export type ClippingQuery = { scope: ClippingScope, sort: ClippingSort, 
/**
 * In the words, the comment, or the name of a party, in any case.
 */
text: string, 
/**
 * Said by this entity or what it holds.
 */
speaker: EntityId | null, 
/**
 * Passed on by it.
 */
via: EntityId | null, 
/**
 * The quoted words themselves name it, as is confirmed, and it did not say them.
 */
about: EntityId | null, outlet: string | null, 
/**
 * Said in or after this year, month or day; without a day, published then.
 */
from: string | null, 
/**
 * Said in or before this one.
 */
until: string | null, 
/**
 * Only those whose passage is not there.
 */
lost: boolean, };

/**
 * Which clippings a list has.
 */
export type ClippingScope = "quotes" | "highlights" | "trash";

/**
 * The order of a list of clippings.
 */
export type ClippingSort = "made" | "speaker" | "said" | "outlet";

/**
 * The article of a clipping, as far as it is told: it outlives the article.
 */
export type ClippingSource = { title: string, byline: Array<string>, outlet: string | null, published: PrintedTime | null, url: string | null, language: string | null, };

/**
 * An article that prints the same agency text as another.
 */
export type CopiedArticle = { id: ArticleId, title: string, };

/**
 * Words that stand in both texts or in one.
 */
export type DiffRun = { kind: RunKind, text: string, };

/**
 * A story in the making.
 */
export type DossierId = string;

/**
 * One place of the outline, with what the window shows there.
 */
export type DossierItem = { id: DossierItemId, parent: DossierItemId | null, 
/**
 * From 0.
 */
depth: number, 
/**
 * Its place among those of the same parent, from 1, and how many these are.
 */
position: number, siblings: number, 
/**
 * How many stand directly under it.
 */
children: number, 
/**
 * What stands under it is not shown.
 */
closed: boolean, target: ItemTarget, 
/**
 * What the target is called now; of one that is gone, what it was called last. Of a
 * quote, its first words.
 */
title: string, 
/**
 * The target is in the trash or gone for good.
 */
gone: boolean, 
/**
 * `toVerify`, `onRecord`, `needSecondSource`, a person's own words, or nothing.
 */
status: string, question: string, 
/**
 * For entities.
 */
kind: EntityKind | null, 
/**
 * For articles.
 */
outlet: string | null, published: PrintedTime | null, language: string | null, 
/**
 * The first words of a note.
 */
excerpt: string | null, 
/**
 * What the card of a quote shows.
 */
quote: Clipping | null, };

/**
 * One place in a dossier's outline.
 */
export type DossierItemId = string;

/**
 * A stretch of an outline, in the order of reading.
 */
export type DossierPage = { dossier: DossierRow, 
/**
 * Items that are shown, or that have the status asked for.
 */
total: number, offset: number, rows: Array<DossierItem>, 
/**
 * The most frequent first; items without one are not counted.
 */
statuses: Array<StatusCount>, };

/**
 * What adding to a dossier did.
 */
export type DossierReport = { 
/**
 * Things that were not in it.
 */
total: number, 
/**
 * How many of these are in it now.
 */
done: number, 
/**
 * Things that it had already.
 */
already: number, 
/**
 * The first item that was added.
 */
first: DossierItemId | null, };

/**
 * One row of the list of dossiers.
 */
export type DossierRow = { id: DossierId, name: string, 
/**
 * What is in it, headings not counted.
 */
items: number, 
/**
 * RFC 3339 in UTC.
 */
editedAt: string, deleted: boolean, };

/**
 * What an embed shows.
 */
export type Embedded = { title: string, 
/**
 * Markdown with links by id; what is embedded in it stands in its place.
 */
text: string, 
/**
 * What the links in it lead to, as that is called now.
 */
links: Array<LinkLabel>, 
/**
 * It is deleted, or has no such passage.
 */
gone: boolean, 
/**
 * The text goes on.
 */
cut: boolean, };

/**
 * How many entities a list was written with.
 */
export type EntitiesWritten = { entities: number, 
/**
 * Rows of entities that were merged into these.
 */
merged: number, };

/**
 * Everything the entity page shows. Its articles come from an article list.
 */
export type Entity = { id: EntityId, kind: EntityKind, name: string, description: string, 
/**
 * SHA-256 of its picture, which is kept as those of notes are.
 */
picture: string | null, 
/**
 * Preferred first, then by script and text.
 */
names: Array<EntityName>, 
/**
 * The name in the script of its own country, where the gazetteer knows that.
 */
ownName: NameId | null, articles: number, mentions: number, 
/**
 * Months with at least one dated article, in order.
 */
months: Array<MonthCount>, together: Array<NamedTogether>, 
/**
 * Entities that were merged into it, the last first.
 */
merged: Array<MergedEntity>, 
/**
 * What it is related to, the latest first.
 */
relations: Array<Relation>, 
/**
 * What else a person wrote of it, in their order.
 */
fields: Array<EntityField>, deleted: boolean, };

/**
 * A candidate while typing a name.
 */
export type EntityCandidate = { id: EntityId, kind: EntityKind, name: string, 
/**
 * The name that matched what was typed.
 */
matched: string, articles: number, };

/**
 * An entity on an article's row.
 */
export type EntityChip = { id: EntityId, kind: EntityKind, name: string, 
/**
 * How many tagged mentions in this article; with nothing but suggestions, how many those are.
 */
count: number, 
/**
 * True when every mention is still a suggestion.
 */
suggested: boolean, };

/**
 * What the form of an entity was opened with, and what it says now: what is other is edited.
 */
export type EntityEdit = { before: EntityForm, wanted: EntityForm, };

/**
 * Something that a person wrote of an entity: `Born`, `8 January 1984`.
 */
export type EntityField = { name: string, value: string, };

export type EntityForm = { name: string, kind: EntityKind, description: string, 
/**
 * SHA-256 of a picture that is kept; `None` shows none.
 */
picture: string | null, };

/**
 * A person, organisation, place or event.
 */
export type EntityId = string;

export type EntityKind = "person" | "organisation" | "place" | "event";

/**
 * How lists of entities are written.
 */
export type EntityListFormat = "csv" | "followTheMoney";

/**
 * What a list would do.
 */
export type EntityListPlan = { made: number, linked: number, doubtful: number, 
/**
 * Names that kept entities would get.
 */
newNames: number, 
/**
 * Relations that kept entities would get.
 */
newRelations: number, 
/**
 * Entries that an earlier one of the list says already.
 */
repeated: number, 
/**
 * Lines that are no entity.
 */
unread: number, 
/**
 * The numbers of the first of them, from one.
 */
unreadLines: Array<number>, 
/**
 * The line of the first quotation mark that nothing closes: what stands behind it, up to
 * the next one, is unread.
 */
unclosedQuote: number | null, 
/**
 * The first of each fate, doubtful ones before the others.
 */
rows: Array<PlannedEntity>, };

/**
 * How far an import of entities is, and at the end what it did.
 */
export type EntityListReport = { total: number, done: number, made: number, linked: number, 
/**
 * Left out since they are doubtful.
 */
leftOut: number, 
/**
 * The import was taken back while it ran: it has ended, and nothing of it is left.
 */
takenBack: boolean, };

/**
 * One of an entity's names, in any script.
 */
export type EntityName = { id: NameId, text: string, strength: NameStrength, 
/**
 * The one shown as the entity's name.
 */
preferred: boolean, 
/**
 * ISO 15924 of most of its letters: `Latn`, `Hang`, `Cyrl`.
 */
script: string, 
/**
 * Mentions that carry this name.
 */
mentions: number, };

/**
 * An entity that words of a query are a name of.
 */
export type EntityOffer = { id: EntityId, kind: EntityKind, name: string, articles: number, 
/**
 * Where the name stands in the query, in characters.
 */
start: number, end: number, 
/**
 * What to write there to search by all names: `person:"Kim Jong Un"`.
 */
token: string, };

/**
 * A stretch of the entity list.
 */
export type EntityPage = { total: number, offset: number, rows: Array<EntityRow>, 
/**
 * How many of each kind the notebook has, in the order of [`EntityKind::ALL`].
 */
byKind: Array<number>, };

/**
 * What the entity list asks for.
 */
export type EntityQuery = { 
/**
 * Only these kinds; empty means all.
 */
kinds: Array<EntityKind>, sort: EntitySort, 
/**
 * Only those with a name in this script, ISO 15924.
 */
script: string | null, 
/**
 * Only those with a description, or only those without.
 */
described: boolean | null, 
/**
 * Only those that some article has nothing but suggestions of.
 */
unreviewed: boolean, 
/**
 * Only those that may be the same as another one.
 */
alike: boolean, };

/**
 * An entity to be called otherwise, and what it was called when that was looked at.
 */
export type EntityRenaming = { id: EntityId, from: string, to: string, };

/**
 * One row of the entity list.
 */
export type EntityRow = { id: EntityId, kind: EntityKind, name: string, 
/**
 * Articles that mention it.
 */
articles: number, 
/**
 * With whom it may be the same, where the list was asked for such ([`EntityQuery::alike`]).
 */
alike?: AlikeTo, };

export type EntitySort = "articles" | "name";

/**
 * The closed set of failures that the window has words for.
 * Add one only when something treats it differently.
 */
export type ErrorCode = "not_found" | "invalid_input" | "circle" | "conflict" | "already_open" | "store_too_new" | "store_damaged" | "not_a_notebook" | "network" | "disk_full" | "not_readable" | "not_writable" | "index_unavailable" | "cancelled" | "internal";

/**
 * One thing that a query asked for, to be said in words.
 */
export type Explained = { "asked": "words", words: Array<string>, } | { "asked": "ranking", words: Array<string>, } | { "asked": "goesOn", word: string, } | { "asked": "functionWords", words: Array<string>, } | { "asked": "phrase", text: string, needed: boolean, } | { "asked": "near", text: string, within: number, } | { "asked": "prefix", text: string, } | { "asked": "fuzzy", text: string, } | { "asked": "field", field: QueryField, value: string, } | { "asked": "dates", from: string | null, until: string | null, } | { "asked": "entity", id: EntityId, kind: EntityKind, name: string, names: Array<SearchedName>, } | { "asked": "tagged", name: string, } | { "asked": "unknownEntity", field: QueryField, name: string, } | { "asked": "nothingHas", field: QueryField, value: string, } | { "asked": "either", sides: Array<Explained>, } | { "asked": "group", parts: Array<Explained>, } | { "asked": "without", part: Explained, } | { "asked": "asWords", field: QueryField | null, typed: string, } | { "asked": "leftOut" };

/**
 * How many results have a value, and what to add to the query to keep only those.
 */
export type FacetCount = { value: string, count: number, 
/**
 * `in:"Le Monde"`
 */
token: string, };

/**
 * What a piece of the source became.
 */
export type Fate = { "fate": "title" } | { "fate": "standfirst" } | { "fate": "byline" } | { "fate": "published" } | { "fate": "body", block: number, } | { "fate": "removed", reason: RemovalReason, 
/**
 * The line that this one repeats, for [`RemovalReason::Repeated`].
 */
repeats: number | null, };

/**
 * A field of an article that has a provenance.
 */
export type Field = "title" | "standfirst" | "byline" | "outlet" | "published" | "updated" | "language" | "canonicalUrl" | "section" | "place" | "agencies";

/**
 * The chosen value of a field and its rivals, best first.
 */
export type FieldProvenance = { field: Field, 
/**
 * `candidates[0]` is the one in use.
 */
candidates: Array<Candidate>, };

/**
 * A value that a field may be given, to be offered while it is typed.
 */
export type FieldValue = { 
/**
 * An outlet's name, `ru`, `unread`, `last month`.
 */
value: string, 
/**
 * As it is written after the field's name: `"Le Monde"`.
 */
written: string, 
/**
 * Articles, notes and entities that have it.
 */
count: number, 
/**
 * For an entity.
 */
kind?: EntityKind, 
/**
 * The entity's name that was typed, where it is another one.
 */
matched?: string, };

/**
 * What came of choosing a file.
 */
export type GazetteerChoice = { 
/**
 * What is used now.
 */
inUse: GazetteerInUse, 
/**
 * Why the file is not.
 */
refused: GazetteerRefusal | null, };

/**
 * Which names are known from the start, and where they are from.
 */
export type GazetteerInUse = { 
/**
 * The file that was chosen; nothing for the names that ship.
 */
file: string | null, 
/**
 * What its makers call this edition of it.
 */
edition: string | null, 
/**
 * When it was taken into the notebook, in milliseconds since 1970 (UTC).
 */
since: number | null, entries: number, names: number, sources: Array<NameSource>, };

/**
 * Why a file is no gazetteer that can be used.
 */
export type GazetteerRefusal = { "why": "version" } | { "why": "damaged" } | { "why": "tooMuch" } | { "why": "empty" } | { "why": "line", line: number, };

export type HitKind = "article" | "note" | "entity" | "quote";

/**
 * What was found, and how to open it.
 */
export type HitTarget = { "hit": "article", id: ArticleId, outlet: string | null, published: PrintedTime | null, language: string | null, 
/**
 * The first match in the body or title, to open at.
 */
at: Span | null, 
/**
 * The copies of the same agency text, this one among them.
 */
wire?: WireSummary, } | { "hit": "note", id: NoteId, editedAt: string, } | { "hit": "entity", id: EntityId, kind: EntityKind, articles: number, } | { "hit": "quote", id: ClippingId, 
/**
 * A highlight with a comment, and no quote.
 */
highlight: boolean, 
/**
 * None once it is gone for good.
 */
article: ArticleId | null, outlet: string | null, published: PrintedTime | null, language: string | null, };

/**
 * By which door it came.
 */
export type ImportDoor = "dropped" | "pasted" | "chosen" | "command" | "watched";

/**
 * One act of importing: everything dropped, pasted or chosen at once.
 */
export type ImportId = string;

/**
 * One line of the import tray.
 */
export type ImportItem = { id: ImportItemId, import: ImportId, 
/**
 * File name, link or first words.
 */
name: string, 
/**
 * Full path or link.
 */
location: string | null, outcome: OutcomeKind, code: OutcomeCode, 
/**
 * What the code leaves open: an HTTP status, a system's words.
 */
detail: string | null, 
/**
 * The article imported, or the one that this duplicates or is a version of.
 */
article: ArticleId | null, 
/**
 * That article's title.
 */
title: string | null, 
/**
 * For [`OutcomeKind::WireCopy`], an article that prints the same text.
 */
copyOf: CopiedArticle | null, 
/**
 * An original is kept.
 */
original: boolean, 
/**
 * The text can be pointed at in it, as far as its format tells.
 */
pickable: boolean, 
/**
 * A problem that a person has dealt with.
 */
resolved: boolean, };

/**
 * One thing of an import and what became of it.
 */
export type ImportItemId = string;

/**
 * A stretch of what became of the things of an import, newest first.
 */
export type ImportItemPage = { 
/**
 * Of the whole list.
 */
total: number, offset: number, rows: Array<ImportItem>, };

/**
 * How far an import has come.
 */
export type ImportProgress = { import: ImportId, 
/**
 * What the tray calls it: the folder's or the only file's name, else nothing.
 */
label: string | null, door: ImportDoor, 
/**
 * The name of what is being read now.
 */
reading: string | null, done: number, 
/**
 * Grows while folders are being read.
 */
total: number, imported: number, wireCopies: number, newVersions: number, duplicates: number, needsAttention: number, 
/**
 * Of those that need attention: kept as articles all the same.
 */
keptWithProblems: number, 
/**
 * Of those, what undoing the import would take from the list of problems; known once it
 * has ended.
 */
openProblems: number, notImported: number, 
/**
 * Articles that were there and got tags of it; known once it has ended.
 */
tagged: number, state: ImportState, 
/**
 * Finished since the last report, oldest first.
 */
items: Array<ImportItem>, };

/**
 * One thing that a person dropped, pasted, chose or named.
 */
export type ImportSource = { "from": "path", path: string, } | { "from": "link", url: string, } | { "from": "html", html: string, url: string | null, } | { "from": "text", text: string, };

export type ImportState = "running" | "done" | "cancelled" | "failed" | "cutOff";

/**
 * A place where something stands in a dossier.
 */
export type InDossier = { dossier: DossierId, name: string, item: DossierItemId, 
/**
 * Which item of the outline it is, from 1.
 */
number: number, status: string, question: string, };

/**
 * What kept the index from being written.
 */
export type IndexFailure = { problem: IndexProblem, 
/**
 * When it was last tried (RFC 3339).
 */
at: string, };

/**
 * What the index covers, what it takes and what is the matter with it.
 */
export type IndexHealth = { 
/**
 * What search can find.
 */
covered: SearchCounts, 
/**
 * What the notebook keeps outside the trash.
 */
kept: SearchCounts, 
/**
 * Changes saved but not yet searchable.
 */
waiting: number, 
/**
 * On disk, in bytes, with an index that is being made.
 */
bytes: number, 
/**
 * Parts that the index is written in; they are merged by and by.
 */
segments: number, 
/**
 * Version of the analysis that the index was made with. An older one than
 * `newest_version` is being replaced.
 */
version: number, newestVersion: number, 
/**
 * Given while a whole index is being made.
 */
rebuild: IndexRebuild | null, 
/**
 * The notebook's folder for the index can't be used: it is kept in a temporary
 * folder, and made anew at each start.
 */
elsewhere: boolean, 
/**
 * Why the index could not be brought up to date, as long as that is so.
 */
problem: IndexFailure | null, };

export type IndexProblem = "diskFull" | "notWritable" | "damaged" | "other";

/**
 * How far a new index is.
 */
export type IndexRebuild = { done: number, of: number, 
/**
 * The index before it answers until the new one is whole. Else search covers what
 * is done.
 */
behind: boolean, };

/**
 * How the index stands to the notebook.
 */
export type IndexStatus = { 
/**
 * Items that search covers.
 */
indexed: number, 
/**
 * Items saved but not yet searchable.
 */
waiting: number, 
/**
 * A whole new index is being written behind the old one.
 */
rebuilding: boolean, 
/**
 * The index can't be written; search covers what it did.
 */
broken: boolean, };

/**
 * Where an item is put.
 */
export type ItemPlace = { "at": "first", parent: DossierItemId | null, } | { "at": "last", parent: DossierItemId | null, } | { "at": "before", item: DossierItemId, } | { "at": "after", item: DossierItemId, };

/**
 * How a key moves an item.
 */
export type ItemShift = "up" | "down" | "in" | "out";

/**
 * What an item of a dossier stands for. Anything kept may be in many dossiers.
 */
export type ItemTarget = { "is": "heading" } | { "is": "article", id: ArticleId, } | { "is": "entity", id: EntityId, } | { "is": "note", id: NoteId, } | { "is": "quote", id: ClippingId, };

/**
 * A candidate while typing `[[`.
 */
export type LinkCandidate = { target: LinkTarget, 
/**
 * The passage of it, as the link names it: a heading, or `^block`.
 */
anchor?: string, 
/**
 * What the link will show.
 */
title: string, kind: EntityKind | null, 
/**
 * What was matched: an alias, or the title itself.
 */
matched: string, 
/**
 * Outlet and year of an article; nothing otherwise.
 */
detail: string | null, };

/**
 * A target with what the window shows for it now.
 */
export type LinkLabel = { target: LinkTarget, title: string, 
/**
 * For entities.
 */
kind: EntityKind | null, 
/**
 * The target is deleted.
 */
gone: boolean, };

/**
 * What a link leads to. In a note's Markdown it is written
 * `[[article:ID|words]]`, `[[entity:ID|words]]`, `[[note:ID|words]]`, `[[quote:ID|words]]`
 * or `[[dossier:ID|words]]`: by id, so that renaming breaks nothing; the words are what was shown when
 * it was written, kept for the day that the target is gone.
 */
export type LinkTarget = { "to": "article", id: ArticleId, } | { "to": "entity", id: EntityId, } | { "to": "note", id: NoteId, } | { "to": "quote", id: ClippingId, } | { "to": "dossier", id: DossierId, };

/**
 * What becomes of an entity of a list.
 */
export type ListedFate = "made" | "linked" | "doubtful";

/**
 * What is to be done to all of them.
 */
export type ManyArticlesAction = { "do": "mark", flag: ArticleFlag, on: boolean, } | { "do": "addTag", tag: string, } | { "do": "removeTag", tag: string, } | { "do": "delete" } | { "do": "restore" } | { "do": "reread" };

/**
 * How far it is. What was as asked for already is not counted.
 */
export type ManyArticlesReport = { total: number, done: number, };

/**
 * A name of an entity that a result has.
 */
export type MatchedName = { entity: EntityId, 
/**
 * As the entity spells it; its preferred name for a tag by hand.
 */
name: string, 
/**
 * As the result has it.
 */
found: string, how: NameMatch, };

/**
 * A span of an article that names an entity.
 */
export type Mention = { id: MentionId, entity: EntityId, kind: EntityKind, 
/**
 * The entity's preferred name.
 */
name: string, anchor: Anchor, status: MentionStatus, by: MentionBy, 
/**
 * The name that matched, as the entity spells it.
 */
matched: string | null, 
/**
 * The words are no longer where they were.
 */
orphaned: boolean, };

/**
 * Why a mention is there.
 */
export type MentionBy = "person" | "name";

/**
 * One span of an article that names an entity.
 */
export type MentionId = string;

/**
 * Whether a mention is certain.
 */
export type MentionStatus = "confirmed" | "suggested" | "rejected";

/**
 * Where an unlinked mention stands.
 */
export type MentionedIn = { "in": "note", id: NoteId, start: number, end: number, } | { "in": "article", id: ArticleId, };

/**
 * An entity that another one holds since they were merged.
 */
export type MergedEntity = { id: EntityId, kind: EntityKind, name: string, 
/**
 * RFC 3339 in UTC.
 */
mergedAt: string, };

/**
 * How many articles of a month mention an entity.
 */
export type MonthCount = { 
/**
 * `2022-05`.
 */
month: string, articles: number, };

/**
 * Which names of the entities in a query are searched; all, by default.
 */
export type NameChoice = { 
/**
 * Only the name that was typed, and not the others of its entity.
 */
onlyTyped: boolean, 
/**
 * Names that are switched off.
 */
without: Array<NameId>, };

/**
 * One name of an entity.
 */
export type NameId = string;

/**
 * How a result has a name; the surer first.
 */
export type NameMatch = "exact" | "folded" | "inflected" | "tagged";

/**
 * A source of names.
 */
export type NameSource = { name: string, 
/**
 * An SPDX identifier, or `public domain`.
 */
licence: string, 
/**
 * When the source was of, as year or year and month: `2025-10`.
 */
asOf: string, 
/**
 * Entries that are from it.
 */
entries: number, };

/**
 * What finding a name in an article leads to.
 */
export type NameStrength = "strong" | "weak" | "searchOnly";

/**
 * Another entity named in the same articles.
 */
export type NamedTogether = { entity: EntityRow, 
/**
 * Articles that mention both.
 */
shared: number, };

/**
 * Two neighbours in the same articles of the entity between them.
 */
export type NeighbourLink = { one: EntityId, other: EntityId, shared: number, };

/**
 * The entities most often named beside one, and how often each two of them are.
 */
export type Neighbourhood = { 
/**
 * How many of the entity's articles were looked at: the newest.
 */
articles: number, 
/**
 * There are more articles than were looked at.
 */
more: boolean, 
/**
 * Most often named together first.
 */
neighbours: Array<NamedTogether>, 
/**
 * Pairs of neighbours that are named together in the same articles, most often first.
 */
links: Array<NeighbourLink>, };

/**
 * Whose neighbours are asked for, and in which of its articles.
 */
export type NeighbourhoodQuery = { 
/**
 * Only these kinds; empty means all.
 */
kinds: Array<EntityKind>, 
/**
 * First and last year of the articles' dates; without a date, an article counts by the
 * day of its import, as in lists.
 */
from: number | null, to: number | null, 
/**
 * How many neighbours at most.
 */
limit: number, };

/**
 * Words to mark.
 */
export type NewClipping = { article: ArticleId, 
/**
 * One for each paragraph: a selection over several is as many clippings.
 */
words: Array<WordsToClip>, facts: ClippingFacts, };

/**
 * Something to put into a dossier.
 */
export type NewItem = { target: ItemTarget, 
/**
 * A heading's words; of others, what they are called is looked up.
 */
title: string, };

/**
 * A speaker or a source as a person gives it.
 */
export type NewParty = { entity: EntityId | null, 
/**
 * Accepts this proposal of the article: the party is the entity that it is of.
 */
proposal: ProposalId | null, 
/**
 * Makes a new entity of this kind that is called `name`.
 */
make: EntityKind | null, name: string, words: string, };

/**
 * The same as a person gives it.
 */
export type NewQuote = { type: QuoteType, speaker: NewParty | null, via: NewParty | null, original: string | null, said: Said | null, };

/**
 * A relation that a person writes.
 */
export type NewRelation = { from: EntityId, kind: RelationKind, 
/**
 * Needed but for roles.
 */
to: EntityId | null, 
/**
 * The role that is held; empty for the others.
 */
role: string, 
/**
 * `2011`, `2011-12` or `2011-12-17`.
 */
since: string | null, until: string | null, 
/**
 * Where a person has it from.
 */
source: string, };

/**
 * A text to begin notes with.
 */
export type NewTemplate = { title: string, body: string, };

/**
 * A note as the editor opens it.
 */
export type Note = { id: NoteId, title: string, 
/**
 * Markdown with links by id.
 */
body: string, createdAt: string, editedAt: string, 
/**
 * Rises with each save; a save names the revision that it builds on.
 */
revision: number, deleted: boolean, 
/**
 * New notes can begin with its text.
 */
template: boolean, 
/**
 * One for each distinct target linked in the body.
 */
links: Array<LinkLabel>, };

/**
 * What differs between two texts of a note.
 */
export type NoteDiff = { diff: TextDiff, 
/**
 * So much differs that only the first part of it was compared.
 */
cut: boolean, };

/**
 * What was typed since a revision of a note: a long text is not told whole for each word.
 */
export type NoteEdits = { 
/**
 * In the order of the text, none reaching into another.
 */
edits: Array<TextEdit>, 
/**
 * Of the text that they make, in UTF-16 units.
 */
length: number, };

/**
 * The reporter's own text.
 */
export type NoteId = string;

/**
 * A stretch of the note list.
 */
export type NotePage = { total: number, offset: number, rows: Array<NoteRow>, };

/**
 * What the list of notes asks for.
 */
export type NoteQuery = { sort: NoteSort, 
/**
 * Words, or beginnings of words, that the title has; none: all notes.
 */
filter: string, 
/**
 * Templates instead of notes.
 */
templates: boolean, };

/**
 * One row of the note list.
 */
export type NoteRow = { id: NoteId, title: string, 
/**
 * The first words of the body, links shown by title.
 */
excerpt: string, 
/**
 * When it was edited, or in the order of making when it was made: RFC 3339 in UTC.
 */
listedAt: string, };

/**
 * What a save did.
 */
export type NoteSaved = { revision: number, editedAt: string, links: Array<LinkLabel>, };

/**
 * In which order.
 */
export type NoteSort = "edited" | "title" | "created";

/**
 * What an open note shows beside its text, which may change while the text does not.
 */
export type NoteState = { 
/**
 * Of one that was merged, the note that has its text.
 */
id: NoteId, revision: number, deleted: boolean, template: boolean, 
/**
 * One for each distinct target linked in the body.
 */
links: Array<LinkLabel>, };

/**
 * One earlier text of a note.
 */
export type NoteVersion = { 
/**
 * Names this version in commands; not a count.
 */
version: number, title: string, 
/**
 * When this text was saved, RFC 3339 in UTC.
 */
madeAt: string, cause: VersionCause, 
/**
 * The last text before a pause in writing.
 */
sittingEnd: boolean, 
/**
 * Bytes of the text.
 */
size: number, };

/**
 * The sidebar's numbers.
 */
export type NotebookCounts = { inbox: number, 
/**
 * All that are kept, put away or not.
 */
articles: number, starred: number, archived: number, notes: number, entities: number, dossiers: number, 
/**
 * Import problems not dealt with.
 */
problems: number, trash: number, 
/**
 * Things that are still on their way to the trash or back.
 */
moving: number, 
/**
 * Names proposed over the notebook that wait to be reviewed.
 */
proposals: number, quotes: number, };

/**
 * Which notebook is open.
 */
export type NotebookInfo = { 
/**
 * The folder's name.
 */
name: string, path: string, };

/**
 * Where a field's value was read.
 */
export type Origin = { "source": "jsonLd", path: string, } | { "source": "openGraph", property: string, } | { "source": "meta", name: string, } | { "source": "microdata", property: string, } | { "source": "element", name: string, } | { "source": "line", line: number, } | { "source": "fileName" } | { "source": "fileDate" } | { "source": "url" } | { "source": "inferred", from: string, } | { "source": "import" } | { "source": "person" };

/**
 * How an article came in.
 */
export type OriginalInfo = { 
/**
 * Lower-case hex.
 */
sha256: string, 
/**
 * Bytes as received.
 */
size: number, 
/**
 * File name, link or "Pasted text", as it came in.
 */
name: string, 
/**
 * Full path or link, where there was one.
 */
location: string | null, 
/**
 * `text/html`, `text/plain`, `text/markdown`.
 */
mediaType: string, encoding: string | null, };

/**
 * Whose original is meant.
 */
export type OriginalOf = { "of": "article", id: ArticleId, } | { "of": "problem", id: ImportItemId, };

/**
 * The kept original, made safe to show.
 */
export type OriginalView = { 
/**
 * Sanitised HTML for a sandboxed frame: no script, no address that could be loaded.
 */
html: string, encoding: string | null, 
/**
 * The stored bytes still have the SHA-256 that they were kept under.
 */
intact: boolean, 
/**
 * It is a PDF, whose pages can be drawn.
 */
pages: boolean, };

/**
 * Why, as a closed set that the window turns into words.
 */
export type OutcomeCode = "imported" | "wire_copy" | "new_version" | "other_version" | "same_bytes" | "same_link" | "same_text" | "format_not_read" | "system_file" | "part_of_page" | "no_text" | "consent_only" | "error_page" | "encoding_unclear" | "no_text_layer" | "encrypted" | "damaged" | "too_large_unpacked" | "nested_too_deep" | "original_too_large" | "left_out" | "link_saved" | "page_too_large" | "empty" | "too_large" | "not_found" | "not_readable" | "not_a_link" | "offline" | "timed_out" | "http_status" | "cancelled" | "internal";

/**
 * What became of one thing.
 */
export type OutcomeKind = "imported" | "wireCopy" | "newVersion" | "duplicate" | "needsAttention" | "notImported";

/**
 * Where the article stands on the pages of an outlet.
 */
export type OutletPick = { host: string, 
/**
 * RFC 3339 in UTC.
 */
madeAt: string, };

/**
 * One page of a PDF, drawn.
 */
export type PagePicture = { 
/**
 * How many pages the PDF has.
 */
pages: number, 
/**
 * A PNG, as a `data:` address.
 */
picture: string, };

export type PartChange = "same" | "changed" | "inserted" | "deleted" | "movedHere" | "movedAway";

/**
 * One field or paragraph.
 */
export type PartDiff = { of: TextPart, change: PartChange, 
/**
 * The words in order; joined without the deleted ones, the second text.
 */
runs: Array<DiffRun>, };

/**
 * Who said something, or who passed it on.
 */
export type Party = { 
/**
 * The entity that is shown for it now: since it was merged, the one that holds it.
 */
entity: EntityId | null, kind: EntityKind | null, 
/**
 * What the entity is called now; without one, what a person wrote.
 */
name: string, 
/**
 * What the text calls them: `Mr Jong Un`. Empty where it doesn't.
 */
words: string, 
/**
 * The entity is deleted.
 */
gone: boolean, };

/**
 * Where the words of a clipping are now.
 */
export type PassageState = "there" | "lost" | "articleInTrash" | "articleGone";

/**
 * What a pick would give.
 */
export type PickPreview = { 
/**
 * Blocks of the body without captions.
 */
paragraphs: number, 
/**
 * Words of the body.
 */
words: number, 
/**
 * The beginnings of the first and of the last block.
 */
first: string, last: string, };

/**
 * An original whose blocks can be pointed at.
 */
export type Pickable = { 
/**
 * Sanitised HTML for a sandboxed frame, as [`super::OriginalView::html`]; what can be
 * pointed at carries its number in `data-block`.
 */
html: string, 
/**
 * Which original it is, for [`Self::html`]'s numbers say nothing of another.
 */
original: string, 
/**
 * The outlet that a pick can be remembered for: none for texts, and for pages of
 * which no address is known.
 */
host: string | null, };

/**
 * A place that is named beside an entity, with where it is.
 */
export type PlaceOnMap = { entity: EntityRow, 
/**
 * Articles that mention both; those of the entity itself where it is the place.
 */
shared: number, 
/**
 * Degrees, north and east.
 */
latitude: number, longitude: number, 
/**
 * It is a country or territory, which is about there.
 */
country: boolean, };

/**
 * An entity of a list and what would become of it.
 */
export type PlannedEntity = { name: string, kind: EntityKind, 
/**
 * What the list calls its kind, where that is none known here.
 */
unknownKind: string | null, fate: ListedFate, 
/**
 * The kept entity that it is, or the first that it may be.
 */
kept: string | null, 
/**
 * Names that its entity would get.
 */
newNames: number, };

/**
 * What an entity would be called.
 */
export type PlannedRenaming = { id: EntityId, kind: EntityKind, from: string, to: string, doubt: RenamingDoubt | null, };

/**
 * When something was published or updated, exactly as precisely as it is known.
 *
 * `iso` is one of `2022`, `2022-05`, `2022-05-10`, `2022-05-10T16:14`,
 * `2022-05-10T16:14+01:00` or `2022-05-10T16:14:30+01:00`: its length says its
 * precision, and a missing offset means that none was printed.
 */
export type PrintedTime = { iso: string, 
/**
 * The zone as the page names it: `BST`, `KST`, `МСК`.
 */
zone: string | null, };

/**
 * A name proposed in one article, as long as nobody has decided about it.
 */
export type Proposal = { id: ProposalId, kind: EntityKind, name: string, 
/**
 * The kept entity that it is.
 */
entity: EntityId | null, 
/**
 * The gazetteer has it: accepting brings all its names.
 */
known: boolean, role: string | null, 
/**
 * How sure the reading is, in hundredths.
 */
confidence: number, why: ProposalWhy, 
/**
 * Rejected so often that it is not offered among those to review.
 */
weak: boolean, 
/**
 * Several entities may be meant.
 */
ambiguous: boolean, 
/**
 * In reading order, without those that are tagged by now.
 */
spans: Array<ProposedWords>, };

/**
 * A proposed name in its sentence.
 */
export type ProposalExample = { article: ArticleId, title: string, outlet: string | null, language: string | null, span: Span, before: string, words: string, after: string, };

/**
 * The same name proposed in some articles.
 */
export type ProposalGroup = { key: string, kind: EntityKind, name: string, entity: EntityId | null, known: boolean, role: string | null, 
/**
 * Several kept entities have this name: a person has to say which is meant.
 */
ambiguous: boolean, articles: number, mentions: number, 
/**
 * Where it stands, from the newest articles.
 */
examples: Array<ProposalExample>, };

/**
 * A name that the reading of one article proposes.
 */
export type ProposalId = string;

/**
 * What was accepted.
 */
export type ProposalOutcome = { 
/**
 * Whose the first of the names is now: it may be called otherwise.
 */
entity: EntityId | null, 
/**
 * Entities made.
 */
made: number, 
/**
 * Mentions added so far; the same names in further articles follow in the background.
 */
mentions: number, 
/**
 * Takes it back.
 */
step: UndoStep, };

/**
 * A stretch of the names to review, those in most articles first.
 */
export type ProposalPage = { total: number, offset: number, rows: Array<ProposalGroup>, };

/**
 * Where a name stands in the list of those to review.
 */
export type ProposalPlace = { 
/**
 * [`ProposalGroup::key`].
 */
key: string, row: number, };

/**
 * Why a name is proposed.
 */
export type ProposalWhy = "name" | "gazetteer" | "recognised" | "acronym" | "shortForm";

/**
 * Which proposals are meant.
 */
export type ProposalsMeant = { "of": "these", ids: Array<ProposalId>, } | { "of": "groups", keys: Array<string>, };

/**
 * A name to review that goes on from what was typed.
 */
export type ProposedCandidate = { 
/**
 * [`ProposalGroup::key`].
 */
key: string, kind: EntityKind, name: string, articles: number, };

/**
 * A speaker or source that the text proposes.
 */
export type ProposedParty = { entity: EntityId | null, 
/**
 * The name is only proposed in the article itself.
 */
proposal: ProposalId | null, kind: EntityKind | null, name: string, 
/**
 * What the text calls them where it says so; empty after a pronoun.
 */
words: string, 
/**
 * Read from a pronoun: the last one named before it.
 */
guessed: boolean, };

/**
 * What the text around selected words says of them. Only proposed: a person decides.
 */
export type ProposedQuote = { 
/**
 * The words that are selected.
 */
exact: string, type: QuoteType, speaker: ProposedParty | null, via: ProposedParty | null, said: Said | null, 
/**
 * Others whom the article names: those of the sentence first.
 */
others: Array<ProposedParty>, 
/**
 * The agency that the report is from, where the text names nobody whom the words came
 * through: to choose, not taken.
 */
agency: ProposedParty | null, 
/**
 * The day of the article, for direct speech of which the text says no day: a guess to
 * choose, not taken.
 */
day: PrintedTime | null, 
/**
 * When the article was published: what `Monday` is counted from.
 */
published: PrintedTime | null, };

/**
 * A place of a proposed name, with the words that stand there.
 */
export type ProposedWords = { span: Span, words: string, };

/**
 * A field that a query can name.
 */
export type QueryField = "title" | "by" | "outlet" | "lang" | "type" | "tag" | "dossier" | "person" | "org" | "place" | "event" | "speaker" | "before" | "after" | "on" | "has" | "is";

/**
 * A stretch of a query, for the search box to show as one thing.
 */
export type QueryToken = { 
/**
 * In characters of the query; with the `-` before it.
 */
start: number, end: number, 
/**
 * Without quotation marks, stars and field names.
 */
text: string, 
/**
 * A `-` stands before it.
 */
negated: boolean, } & ({ "kind": "word" } | { "kind": "prefix" } | { "kind": "fuzzy" } | { "kind": "phrase" } | { "kind": "or" } | { "kind": "open" } | { "kind": "close" } | { "kind": "field", field: QueryField, } | { "kind": "unfinished", field: QueryField, });

/**
 * Who said a quote, through whom, how and when.
 */
export type Quote = { type: QuoteType, speaker: Party | null, 
/**
 * The agency or outlet that reports it.
 */
via: Party | null, 
/**
 * The words in the language that they were said in.
 */
original: string | null, said: Said | null, };

/**
 * How a list of quotes is written.
 */
export type QuoteListFormat = "csv" | "markdown";

/**
 * How the words of a quote are those of the speaker.
 */
export type QuoteType = "direct" | "partial" | "paraphrase" | "translation";

/**
 * How a query is understood.
 */
export type ReadQuery = { 
/**
 * For the search box.
 */
tokens: Array<QueryToken>, 
/**
 * For *Explain*.
 */
asked: Array<Explained>, 
/**
 * Entities that words of the query are names of, to search by all their names.
 */
offers: Array<EntityOffer>, };

/**
 * A place in an article's text.
 */
export type ReadingPlace = { block: number, 
/**
 * Letters of the block before it, in Unicode scalar values.
 */
at: number, };

/**
 * How far the reading of articles for names is.
 */
export type ReadingStatus = { 
/**
 * A person may switch it off for a notebook.
 */
on: boolean, 
/**
 * Articles still to be read.
 */
waiting: number, 
/**
 * Articles read since there was last nothing to read.
 */
done: number, };

/**
 * The other end of a relation, as it is called now.
 */
export type RelatedEntity = { id: EntityId, kind: EntityKind, name: string, };

/**
 * A relation as the page of one of its entities shows it.
 */
export type Relation = { id: RelationId, kind: RelationKind, 
/**
 * The page's entity is what the other one is related to.
 */
inverse: boolean, other: RelatedEntity | null, role: string, since: string | null, until: string | null, source: string, };

/**
 * How one entity is related to another.
 */
export type RelationId = string;

/**
 * What the one is to the other.
 */
export type RelationKind = "memberOf" | "partOf" | "locatedIn" | "successorOf" | "holds";

/**
 * Why a piece of the source is not part of the article.
 */
export type RemovalReason = "comments" | "account" | "promotion" | "related" | "share" | "navigation" | "consent" | "advertisement" | "repeated" | "pageNote" | "outsideBody" | "person";

/**
 * What speaks against calling an entity so.
 */
export type RenamingDoubt = "noName" | "taken" | "twice";

/**
 * What is replaced in names.
 */
export type Replacement = { find: string, with: string, 
/**
 * Capitals and small letters are not the same.
 */
matchCase: boolean, };

/**
 * How far reading originals again has come.
 */
export type RereadReport = { total: number, done: number, 
/**
 * Articles of which the reading is another now.
 */
changed: number, 
/**
 * Articles without an original that could be read; they stay as they were.
 */
unread: number, };

export type RunKind = "same" | "inserted" | "deleted";

/**
 * When something was said.
 */
export type Said = { 
/**
 * No more precise than it is known.
 */
time: PrintedTime, 
/**
 * What in the text it was read from: `Monday's`.
 */
phrase: string | null, };

/**
 * A search that a person gave a name.
 */
export type SavedSearch = { id: SavedSearchId, name: string, 
/**
 * As typed.
 */
text: string, 
/**
 * Only these; empty means all.
 */
kinds: Array<HitKind>, sort: SearchSort, 
/**
 * Which names of the entities that it asks for are searched, where not all are.
 */
names: NameChoice | null, 
/**
 * The beginning of the newest id that was there when its results were last looked
 * at, in sixteen hexadecimal digits: ids that sort after it are new.
 */
seen: string, };

/**
 * A search that a person gave a name.
 */
export type SavedSearchId = string;

export type SearchCounts = { articles: number, notes: number, entities: number, quotes: number, };

/**
 * What is found, counted by what it is and has. Exact.
 */
export type SearchFacets = { 
/**
 * Copies of one agency text count once here, and each for itself below.
 */
byKind: SearchCounts, 
/**
 * The most frequent first.
 */
languages: Array<FacetCount>, outlets: Array<FacetCount>, entities: Array<FacetCount>, states: Array<FacetCount>, 
/**
 * Tags, with those that they are parts of.
 */
tags: Array<FacetCount>, dossiers: Array<FacetCount>, 
/**
 * Outlets and entities beside those listed.
 */
moreOutlets: number, moreEntities: number, 
/**
 * Months that articles are of, in order; undated ones are of none.
 */
months: Array<MonthCount>, };

/**
 * What was searched for, the latest first.
 */
export type SearchHistory = { texts: Array<string>, 
/**
 * What is searched for is kept.
 */
kept: boolean, };

/**
 * One result.
 */
export type SearchHit = { target: HitTarget, title: Array<string>, 
/**
 * The best passage, at most about 240 characters; empty when only the title matched.
 */
snippet: Array<string>, 
/**
 * Where the query names an entity: which of its names the result has, the surest
 * first.
 */
via: Array<MatchedName>, 
/**
 * Words of the query as they stand in it, each once: in its title or its text, also
 * outside the passage.
 */
words: Array<string>, score: number, };

/**
 * How many results a saved search has.
 */
export type SearchNews = { id: SavedSearchId, 
/**
 * With all of the words; counted to ten thousand.
 */
all: number, 
/**
 * Those of them that were not there when it was last looked at.
 */
new: number, };

/**
 * What a search asks for.
 */
export type SearchQuery = { 
/**
 * As typed. Parsing never fails.
 */
text: string, 
/**
 * Only these; empty means all.
 */
kinds: Array<HitKind>, offset: number, limit: number, 
/**
 * By relevance when not given.
 */
sort?: SearchSort, 
/**
 * Copies of one agency text each for itself; else the best of them stands for all.
 */
everyCopy?: boolean, 
/**
 * Which names of the entities in it are searched; all when not given.
 */
names?: NameChoice, 
/**
 * Who asks: a further question of the same asker stops this one. Without a name, nothing
 * but its end does.
 */
asker?: string, };

/**
 * Results, best first.
 */
export type SearchResults = { hits: Array<SearchHit>, 
/**
 * Over all kinds asked for; exact when there are no `more`.
 */
total: number, 
/**
 * There are more articles than the 10,000 that are counted.
 */
more?: boolean, 
/**
 * How many of all kinds have all of the words; `total` counts any of them.
 */
allWords?: number, 
/**
 * The query that finds only what has all of the words, where it is another.
 */
allWordsQuery?: string, 
/**
 * A word that nothing has, put right.
 */
suggestion?: Suggestion, byKind: SearchCounts, 
/**
 * Time in the core.
 */
milliseconds: number, 
/**
 * Items saved but not yet searchable.
 */
waiting: number, };

/**
 * The order of results.
 */
export type SearchSort = "relevance" | "newest" | "oldest" | "outlet";

/**
 * A name that a search for an entity can go by.
 */
export type SearchedName = { id: NameId, text: string, };

/**
 * One piece of the source, in order, with what became of it. The *Removed* tab
 * shows all of them; nothing of a source is dropped without a piece here.
 */
export type SourcePiece = { 
/**
 * Line of a text file, ordinal of a page's block. From 1, rising.
 */
line: number, text: string, } & ({ "fate": "title" } | { "fate": "standfirst" } | { "fate": "byline" } | { "fate": "published" } | { "fate": "body", block: number, } | { "fate": "removed", reason: RemovalReason, 
/**
 * The line that this one repeats, for [`RemovalReason::Repeated`].
 */
repeats: number | null, });

/**
 * A span of one block: `start..end` in Unicode scalar values.
 */
export type Span = { 
/**
 * Index of the block in the article's text. [`Span::TITLE`] is the title
 * and [`Span::STANDFIRST`] the standfirst.
 */
block: number, start: number, end: number, };

/**
 * How many items have a status.
 */
export type StatusCount = { status: string, items: number, };

/**
 * A word that may have been meant, from the library's own words.
 */
export type Suggestion = { 
/**
 * The query with the word put right.
 */
query: string, typed: string, meant: string, };

/**
 * A tag that articles have. `region/koreas` is a part of `region`: what asks for the
 * one finds the other.
 */
export type Tag = { 
/**
 * As it was first written.
 */
path: string, 
/**
 * Articles that have it or a part of it.
 */
articles: number, 
/**
 * What to write into a query: `tag:"region/koreas"`.
 */
token: string, };

/**
 * What tagging did.
 */
export type TagOutcome = { entity: EntityId, name: string, 
/**
 * True when the entity was made by this tag.
 */
created: boolean, 
/**
 * Mentions added in this article.
 */
added: number, };

/**
 * How far the tagging of all results is.
 */
export type TagReport = { 
/**
 * Articles that did not have the tag.
 */
total: number, done: number, };

/**
 * A tag that a person asks for.
 */
export type TagRequest = { article: ArticleId, span: Span, target: TagTarget, scope: TagScope, };

/**
 * How far a tag reaches.
 */
export type TagScope = "mention" | "article" | "always";

/**
 * Which entity a tag is for.
 */
export type TagTarget = { "is": "known", id: EntityId, } | { "is": "new", kind: EntityKind, name: string, };

/**
 * One change to a text. Blocks are numbered as in the text that is shown.
 */
export type TextCorrection = { "do": "rewrite", block: number, text: string, } | { "do": "add", after: number | null, text: string, } | { "do": "remove", block: number, };

/**
 * What differs between two texts, in the reading order of the second, with what is
 * gone where it stood in the first.
 */
export type TextDiff = { parts: Array<PartDiff>, 
/**
 * Words that only the second text has.
 */
added: number, 
/**
 * Words that only the first text has.
 */
removed: number, };

/**
 * What stood from `from` to `to` in the text before, in UTF-16 units, is `insert` now.
 */
export type TextEdit = { from: number, to: number, insert: string, };

/**
 * How an article's text came to be.
 */
export type TextOrigin = { "by": "rules" } | { "by": "picked" } | { "by": "pickedFor", host: string, } | { "by": "typed" };

/**
 * What is compared.
 */
export type TextPart = { "part": "title" } | { "part": "standfirst" } | { "part": "byline" } | { "part": "published" } | { "part": "updated" } | { "part": "body", kind: BlockKind, };

/**
 * What emptying the trash would remove.
 */
export type TrashContents = { articles: number, 
/**
 * With their history and the pictures that no other note has.
 */
notes: number, dossiers: number, 
/**
 * With their names, tags and relations, and the entities that they hold.
 */
entities: number, 
/**
 * Originals that nothing but the trash refers to.
 */
originals: number, 
/**
 * Their bytes as received.
 */
bytes: number, 
/**
 * Highlights that go with their articles, and quotes and highlights that were deleted.
 */
clippings: number, 
/**
 * Quotes and commented highlights of these articles: they stay, with what is known of
 * their source.
 */
clippingsKept: number, };

/**
 * How many articles of the trash are gone for good.
 */
export type TrashProgress = { total: number, done: number, };

/**
 * A thing that was deleted by itself.
 */
export type Trashed = { "is": "note", id: NoteId, } | { "is": "entity", id: EntityId, kind: EntityKind, } | { "is": "dossier", id: DossierId, };

/**
 * A stretch of them, those deleted last first.
 */
export type TrashedPage = { total: number, offset: number, rows: Array<TrashedThing>, };

/**
 * It with what the window shows of it.
 */
export type TrashedThing = { thing: Trashed, title: string, 
/**
 * RFC 3339 in UTC.
 */
deletedAt: string, };

/**
 * What was done, as a closed set that the window turns into words.
 */
export type UndoAction = "import" | "importProblems" | "importTags" | "takeImportTags" | "deleteArticle" | "deleteEntity" | "deleteNote" | "tag" | "untag" | "editField" | "restoreText" | "removeText" | "correctText" | "createEntity" | "addName" | "removeName" | "renameEntity" | "editEntity" | "mergeEntities" | "splitEntity" | "tellApart" | "editEntities" | "deleteEntities" | "relateEntities" | "removeRelation" | "importEntities" | "splitWire" | "mergeWire" | "reread" | "typeText" | "pickText" | "forgetPick" | "ignoreProblem" | "markRead" | "markUnread" | "star" | "unstar" | "archive" | "unarchive" | "addTag" | "removeTag" | "createDossier" | "renameDossier" | "deleteDossier" | "addToDossier" | "removeFromDossier" | "moveInDossier" | "editDossierItem" | "renameTag" | "mergeTags" | "deleteTag" | "saveSearch" | "renameSearch" | "deleteSearch" | "acceptProposals" | "rejectProposals" | "editProposal" | "restoreNoteVersion" | "highlight" | "clip" | "editClipping" | "deleteClipping" | "renameNote" | "mergeNotes" | "splitNote" | "linkMention" | "makeTemplate" | "unmakeTemplate";

/**
 * Something that can be taken back, for the toast.
 */
export type UndoStep = { id: number, action: UndoAction, 
/**
 * What it was done to: a title, a name, a number of things.
 */
subject: string, 
/**
 * How many things it was done to, where the subject is that number.
 */
count: number | null, 
/**
 * When it was done, or taken back where it was: milliseconds since 1970, UTC.
 */
atMs: number, 
/**
 * It was taken back, and a note keeps what the step had put into it: that was changed since.
 */
kept: boolean, };

/**
 * Words of a note or an article that name a target without linking to it.
 */
export type UnlinkedMention = { from: MentionedIn, title: string, 
/**
 * The line around the words, cut where it is long.
 */
before: string, words: string, after: string, };

/**
 * Why a text was kept.
 */
export type VersionCause = "typed" | "conflict" | "restored" | "merged" | "split" | "linked" | "quoted" | "undone";

/**
 * Something that a person should know about how this was read.
 */
export type Warning = "noText" | "consentOnly" | "paywallStub" | "errorPage" | "liveBlog" | "encodingUnclear" | "tooLarge" | "linkOfAnother";

/**
 * A folder whose new files are imported by themselves.
 */
export type WatchedFolder = { path: string, 
/**
 * It is there now: a stick may be pulled out.
 */
found: boolean, };

/**
 * Copies of one agency text.
 */
export type WireGroup = { id: WireGroupId, 
/**
 * The copy that the others are compared with: the earliest that is about as long as
 * the longest.
 */
reference: ArticleId, 
/**
 * The earliest first.
 */
members: Array<WireMember>, };

/**
 * Articles that print one agency text.
 */
export type WireGroupId = string;

/**
 * One outlet's copy.
 */
export type WireMember = { article: ArticleId, title: string, outlet: string | null, published: PrintedTime | null, language: string | null, read: boolean, words: number, 
/**
 * Words that the reference does not have.
 */
added: number, 
/**
 * Words of the reference that this copy does not have.
 */
removed: number, };

/**
 * What a list's row says of the group that it stands for.
 */
export type WireSummary = { group: WireGroupId, 
/**
 * How many articles, this one included.
 */
copies: number, 
/**
 * The outlets that printed it, in the order of their copies; each once.
 */
outlets: Array<string>, };

/**
 * Words of one paragraph, as whoever selected them saw them.
 */
export type WordsToClip = { span: Span, 
/**
 * The text may be another by now: only these words are marked.
 */
exact: string, };
