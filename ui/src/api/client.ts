// The only way of the window to the shell: one typed function per command (those of
// dossiers in dossiers.ts, highlights and quotes in clippings.ts), one per event. Every rejection is a CommandError.

import { invoke as tauriInvoke } from "@tauri-apps/api/core";
import { listen as tauriListen } from "@tauri-apps/api/event";

import { CommandError } from "./errors";
import { withTitlesShown } from "../text/turning";
import type * as T from "./generated";
import { STEP_COMMANDS } from "./stepCommands";
import { askStep } from "../state/stepOrder";

/** How far a drag from another program has come. */
export type DragState = {
  state: "enter" | "leave" | "drop";
  files: number;
  folders: number;
  links: number;
  /** All are pictures that a note can take. */
  pictures: boolean;
};

/** Events that the shell sends, with what they carry. */
export type Events = {
  change: T.Change;
  import_progress: T.ImportProgress;
  /** How far reading all originals again is. */
  reread_progress: T.RereadReport;
  /** How far the tagging of all results is. */
  tag_progress: T.TagReport;
  /** How far the adding of all results to a dossier is. */
  dossier_progress: T.DossierReport;
  /** How far what is done to many articles is. */
  articles_progress: T.ManyArticlesReport;
  /** How far an import of entities is. */
  list_progress: T.EntityListReport;
  /** The text of a list that was dropped on the dialog for it. */
  list_dropped: string;
  /** How far emptying the trash is. */
  trash_progress: T.TrashProgress;
  drag: DragState;
  /** Pictures were let go over the page, at `x` and `y` of it; a note that lies there may take them. */
  dropped_pictures: { id: number; x: number; y: number };
  menu: { command: string };
  notebook_opened: T.NotebookInfo;
  /** Something failed outside a command: `code` and `detail` as a command's error has them. */
  problem: { code: T.ErrorCode; detail: string };
  /** The window, or the notebook in it, closes after the answer `appWindow.readyToClose`, or 1.5 s. */
  closing: null;
  close_asked: null;
};

/** What the window needs of a shell. The fake of development has the same shape. */
export type Transport = {
  invoke(command: string, args: Record<string, unknown>): Promise<unknown>;
  listen<E extends keyof Events>(event: E, hear: (payload: Events[E]) => void): Promise<() => void>;
};

const tauri: Transport = {
  invoke: (command, args) => tauriInvoke(command, args),
  listen: (event, hear) => tauriListen(event, (message) => hear(message.payload as never)),
};

let transport: Promise<Transport> | undefined;

function connect(): Promise<Transport> {
  transport ??=
    import.meta.env.DEV && !("__TAURI_INTERNALS__" in window)
      ? import("./fake/fake").then((module) => module.fakeShell())
      : Promise.resolve(tauri);
  return transport;
}

export function call<R>(command: string, args: Record<string, unknown> = {}): Promise<R> {
  const answer = send<R>(command, args);
  // Who takes back now means this step.
  if (STEP_COMMANDS.has(command)) {
    const { end } = askStep();
    void answer.then(end, end);
  }
  return answer;
}

async function send<R>(command: string, args: Record<string, unknown>): Promise<R> {
  try {
    return withTitlesShown((await (await connect()).invoke(command, args)) as R);
  } catch (thrown) {
    throw CommandError.from(thrown, command);
  }
}

/** Who hears each event. The shell is asked for it once: views come and go while somebody waits for them. */
const hearers = new Map<keyof Events, Set<(payload: never) => void>>();
/** Those that the shell was asked for. */
const heard = new Set<keyof Events>();

/** Hears an event until the function that it returns is called. */
export function on<E extends keyof Events>(
  event: E,
  hear: (payload: Events[E]) => void,
): () => void {
  // One function may listen twice.
  const mine = (payload: Events[E]): void => hear(payload);
  const all = hearers.get(event) ?? new Set();
  hearers.set(event, all);
  if (!heard.has(event)) subscribe(event, all);
  all.add(mine);
  return () => void all.delete(mine);
}

function subscribe<E extends keyof Events>(event: E, all: Set<(payload: never) => void>): void {
  heard.add(event);
  const tell = (payload: Events[E]): void => {
    for (const hear of [...all]) {
      // What one throws must not keep the others from it.
      try {
        if (all.has(hear)) (hear as (payload: Events[E]) => void)(payload);
      } catch (thrown) {
        setTimeout(() => {
          throw thrown;
        });
      }
    }
  };
  connect()
    .then((shell) => shell.listen(event, tell))
    .catch((thrown: unknown) => {
      // Who listens next asks again, for all.
      heard.delete(event);
      logProblem(`listening to ${event}: ${String(thrown)}`);
    });
}

/** Puts a problem of the window into the log file. Never give it words of an article. */
export function logProblem(message: string): void {
  call("log_problem", { message }).catch(() => console.error(message));
}

export const notebook = {
  current: () => call<T.NotebookInfo | null>("notebook_current"),
  open: (path: string) => call<T.NotebookInfo>("notebook_open", { path }),
  chooseOpen: () => call<T.NotebookInfo | null>("notebook_choose_open"),
  chooseNew: () => call<T.NotebookInfo | null>("notebook_choose_new"),
  recent: () => call<T.NotebookInfo[]>("notebook_recent"),
  counts: () => call<T.NotebookCounts>("notebook_counts"),
  indexStatus: () => call<T.IndexStatus>("index_status"),
  indexHealth: () => call<T.IndexHealth>("index_health"),
  /** Makes a new index in the background; the one that is there answers meanwhile. */
  indexRebuild: () => call<void>("index_rebuild"),
  setting: (key: string) => call<string | null>("setting_get", { key }),
  setSetting: (key: string, value: string) => call<void>("setting_set", { key, value }),
  undoPeek: () => call<T.UndoStep | null>("undo_peek"),
  /** Takes back one step; null takes back the latest. */
  undo: (step: number | null) => call<T.UndoStep | null>("undo", { step }),
  /** The step that can be done again: the one that was taken back last. */
  redoPeek: () => call<T.UndoStep | null>("redo_peek"),
  redo: () => call<T.UndoStep | null>("redo"),
  openLink: (url: string) => call<void>("link_open", { url }),
};

export const appWindow = {
  /** As the window's own button does: `closing` comes first. */
  close: () => call<void>("window_close"),
  /** The system's dialog to print. */
  print: () => call<void>("window_print"),
  /** The answer to `close_asked`: the window stays open. */
  stay: () => call<void>("window_stay"),
  /** The answer to `closing`: everything is saved. */
  readyToClose: () => call<void>("window_closed_ready"),
};

export const articles = {
  list: (query: T.ArticleQuery, offset: number, limit: number) =>
    call<T.ArticlePage>("article_list", { query, offset, limit }),
  get: (id: T.ArticleId) => call<T.Article>("article_get", { id }),
  original: (id: T.ArticleId) => call<T.OriginalView>("article_original", { id }),
  editField: (id: T.ArticleId, field: T.Field, value: string | null, zone: string | null) =>
    call<T.Article>("article_edit_field", { id, field, value, zone }),
  restorePiece: (id: T.ArticleId, line: number) => call<T.Article>("article_restore_piece", { id, line }),
  /** Where a person is in it; null at its beginning. */
  keepPlace: (id: T.ArticleId, place: T.ReadingPlace | null) => call<void>("article_keep_place", { id, place }),
  /** Sets a paragraph right in the text that the person saw. */
  correct: (id: T.ArticleId, textVersion: number, correction: T.TextCorrection) => call<T.Article>("article_correct", { id, textVersion, correction }),
  /** Shows the text as it was read, or as a person left it. */
  useText: (id: T.ArticleId, version: number) => call<T.Article>("article_use_text", { id, version }),
  removePiece: (id: T.ArticleId, line: number) => call<T.Article>("article_remove_piece", { id, line }),
  /** `byHand`: a person says so, and can take it back; else by reading. */
  markRead: (ids: T.ArticleId[], read: boolean, byHand = false) =>
    call<void>("article_mark_read", { ids, read, byHand }),
  /** From the first text to the last. */
  versions: (id: T.ArticleId) => call<T.ArticleVersion[]>("article_versions", { id }),
  diff: (id: T.ArticleId, from: number, to: number) => call<T.TextDiff>("article_diff", { id, from, to }),
  versionOriginal: (id: T.ArticleId, version: number) =>
    call<T.OriginalView>("article_version_original", { id, version }),
  delete: (ids: T.ArticleId[]) => call<void>("article_delete", { ids }),
  restore: (ids: T.ArticleId[]) => call<void>("article_restore", { ids }),
  /** Reads kept originals again. */
  reread: (ids: T.ArticleId[], encoding: string | null) => call<T.RereadReport>("article_reread", { ids, encoding }),
  /** Of all articles; answers when that is done or cancelled. `reread_progress` says how far it is. */
  rereadAll: () => call<T.RereadReport>("article_reread_all"),
  cancelReread: () => call<void>("article_reread_cancel"),
};

/** What is done to many articles of a list at once. */
export const manyArticles = {
  /** The articles of a stretch of a list, which may be all of it. */
  /** The row of a list in which an article stands; null where it is in none of its own. */
  rowOf: (query: T.ArticleQuery, id: T.ArticleId) => call<number | null>("articles_row_of", { query, id }),
  ids: (query: T.ArticleQuery, offset: number, limit: number) => call<T.ArticleId[]>("articles_ids", { query, offset, limit }),
  /** `articles_progress` says how far it is. */
  do: (chosen: T.ChosenArticles, action: T.ManyArticlesAction) => call<T.ManyArticlesReport>("articles_do", { chosen, action }),
  cancel: () => call<void>("articles_cancel"),
};

/** Texts by hand: typed, or pointed at in an original. */
export const texts = {
  typeIn: (of: T.OriginalOf, title: string, text: string) => call<T.ArticleId>("text_type_in", { of, title, text }),
  /** Draws a page of an original that is a PDF, from 0. */
  page: (of: T.OriginalOf, page: number) => call<T.PagePicture>("text_page", { of, page }),
  pickable: (of: T.OriginalOf) => call<T.Pickable>("text_pickable", { of }),
  /** `original`: the one that was opened to be pointed at, as `pickable` calls it. */
  preview: (of: T.OriginalOf, original: string, blocks: number[]) => call<T.PickPreview>("text_preview", { of, original, blocks }),
  pick: (of: T.OriginalOf, original: string, blocks: number[], remember: boolean) =>
    call<T.ArticleId>("text_pick", { of, original, blocks, remember }),
  outletPicks: () => call<T.OutletPick[]>("text_outlet_picks"),
  forgetPick: (host: string) => call<T.OutletPick[]>("text_forget_pick", { host }),
};

export const trash = {
  /** What emptying it would remove. */
  contents: () => call<T.TrashContents>("trash_contents"),
  /** Notes, entities and dossiers in it, those deleted last first. */
  things: (offset: number, limit: number) => call<T.TrashedPage>("trash_things", { offset, limit }),
  restore: (thing: T.Trashed) => call<void>("trash_restore", { thing }),
  /** Removes it for good; answers when that is done or cancelled. `trash_progress` says how far it is. */
  empty: () => call<T.TrashProgress>("trash_empty"),
  cancel: () => call<void>("trash_cancel"),
};

/** Copies of agency texts. */
export const wire = {
  group: (id: T.WireGroupId) => call<T.WireGroup>("wire_group", { id }),
  /** What an outlet made of the longest copy in its group. */
  diff: (article: T.ArticleId) => call<T.TextDiff>("wire_diff", { article }),
  /** Takes an article out of its group, for good. */
  split: (article: T.ArticleId) => call<void>("wire_split", { article }),
  merge: (article: T.ArticleId, other: T.ArticleId) => call<void>("wire_merge", { article, with: other }),
};

export { entities } from "./entities";

export const mentions = {
  tag: (request: T.TagRequest) => call<T.TagOutcome>("mention_tag", { request }),
  untag: (ids: T.MentionId[]) => call<void>("mention_untag", { ids }),
  confirm: (ids: T.MentionId[]) => call<void>("mention_confirm", { ids }),
  reject: (ids: T.MentionId[]) => call<void>("mention_reject", { ids }),
};

/** Names proposed in articles. */
export const proposals = {
  /** The names to review over the notebook, those in most articles first. */
  list: (offset: number, limit: number) => call<T.ProposalPage>("proposal_list", { offset, limit }),
  /** Where the first of the names stands that a step brought back by being taken back, or changed. */
  placeOfStep: (step: number) => call<T.ProposalPlace | null>("proposal_place_of_step", { step }),
  /** Names to review that go on from what was typed. */
  named: (text: string, limit: number) => call<T.ProposedCandidate[]>("proposal_named", { text, limit }),
  accept: (request: T.AcceptProposals) => call<T.ProposalOutcome>("proposal_accept", { request }),
  reject: (which: T.ProposalsMeant) => call<T.UndoStep>("proposal_reject", { which }),
  setKind: (which: T.ProposalsMeant, kind: T.EntityKind) => call<void>("proposal_set_kind", { which, kind }),
  /** Corrects which words a proposal is about. */
  setSpan: (id: T.ProposalId, from: T.Span, to: T.Span) => call<void>("proposal_set_span", { id, from, to }),
  /** How far the reading of articles for names is. */
  status: () => call<T.ReadingStatus>("proposal_status"),
  setReading: (on: boolean) => call<void>("proposal_set_reading", { on }),
};

export { notes } from "./notes";
export { savedSearches } from "./savedSearches";

export const search = {
  run: (query: T.SearchQuery) => call<T.SearchResults>("search_run", { query }),
  /** How a query is understood. */
  read: (text: string) => call<T.ReadQuery>("search_read", { text }),
  /** What a query finds, counted. */
  facets: (text: string, names?: T.NameChoice, asker?: string) =>
    call<T.SearchFacets>("search_facets", { text, names: names ?? null, asker: asker ?? null }),
  /** Ends what is under way for this asker, and for those called `asker/…`. */
  stop: (asker: string) => call<void>("search_stop", { asker }),
  /** Values that a field may be given, as far as it is typed. */
  complete: (field: T.QueryField, typed: string) => call<T.FieldValue[]>("search_complete", { field, typed }),
  history: () => call<T.SearchHistory>("search_history"),
  /** Keeps what was searched for, where a history is kept. */
  remember: (text: string) => call<void>("search_remember", { text }),
  clearHistory: () => call<void>("search_history_clear"),
  keepHistory: (kept: boolean) => call<void>("search_history_keep", { kept }),
  /** The articles found, as sources. */
  citations: (query: T.SearchQuery) => call<T.Citation[]>("search_citations", { query }),
  /** The article after or before this one among what a search finds. */
  next: (query: T.SearchQuery, article: T.ArticleId, back: boolean) => call<T.ArticleId | null>("search_next", { query, article, back }),
  /** Texts shown beside the results, with the matches marked. */
  markTexts: (query: T.SearchQuery, texts: string[], language: string | null) => call<string[][]>("search_mark_texts", { query, texts, language }),
  /** Every match of a search in an article. */
  marks: (query: T.SearchQuery, article: T.ArticleId) => call<T.Span[]>("search_marks", { query, article }),
  /** Articles like this one. */
  related: (article: T.ArticleId) => call<T.SearchHit[]>("search_related", { article }),
};

export const tags = {
  list: () => call<T.Tag[]>("tag_list"),
  add: (ids: T.ArticleId[], tag: string) => call<void>("tag_add", { ids, tag }),
  remove: (ids: T.ArticleId[], tag: string) => call<void>("tag_remove", { ids, tag }),
  /** In all articles, with its parts; into another tag where there is one of that name. */
  rename: (tag: string, to: string) => call<number>("tag_rename", { tag, to }),
  delete: (tag: string) => call<number>("tag_delete", { tag }),
  /** Gives all articles found a tag; how far it is comes as `tag_progress`. */
  results: (query: T.SearchQuery, tag: string) => call<T.TagReport>("tag_results", { query, tag }),
  cancelResults: () => call<void>("tag_results_cancel"),
};

export const imports = {
  /** Opens the system's file dialog and imports what is chosen; null when nothing was. */
  choose: () => call<T.ImportId | null>("import_choose"),
  chooseFolder: () => call<T.ImportId | null>("import_choose_folder"),
  /** Imports the pictures of a drop that `dropped_pictures` told of. */
  startDropped: (id: number) => call<void>("import_dropped", { id }),
  start: (sources: T.ImportSource[], door: T.ImportDoor) => call<T.ImportId>("import_start", { sources, door }),
  cancel: (id: T.ImportId) => call<void>("import_cancel", { id }),
  undo: (id: T.ImportId) => call<void>("import_undo", { id }),
  /** Newest first; `null`: outcomes of any kind. */
  items: (id: T.ImportId, outcome: T.OutcomeKind | null, offset: number, limit: number) =>
    call<T.ImportItemPage>("import_items", { id, outcome, offset, limit }),
  recent: () => call<T.ImportProgress[]>("import_recent"),
  problems: () => call<T.ImportItem[]>("import_problems"),
  /** The kept original of a thing that did not become an article. */
  original: (id: T.ImportItemId) => call<T.OriginalView>("import_original", { id }),
  /** Leaves problems as they are, as one step. */
  resolve: (ids: T.ImportItemId[]) => call<void>("import_resolve", { ids }),
  /** Fetches the links among these problems. */
  fetchSaved: (ids: T.ImportItemId[]) => call<T.ImportId>("import_fetch_saved", { ids }),
  watched: () => call<T.WatchedFolder[]>("import_watched"),
  /** Watches a folder that is chosen in the system's dialog. */
  watchChoose: () => call<T.WatchedFolder[]>("import_watch_choose"),
  unwatch: (path: string) => call<T.WatchedFolder[]>("import_unwatch", { path }),
};
