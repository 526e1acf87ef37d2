// The commands of notes.

import { call } from "./client";
import type * as T from "./generated";

/** A picture that was kept, and what its file is called. */
export type KeptImage = { sha256: string; name: string };

export const notes = {
  /** Without a query all that are no templates, the last edited first. */
  list: (offset: number, limit: number, query: T.NoteQuery = { sort: "edited", filter: "", templates: false }) =>
    call<T.NotePage>("note_list", { query, offset, limit }),
  get: (id: T.NoteId) => call<T.Note>("note_get", { id }),
  create: (title: string, body: string) => call<T.Note>("note_create", { title, body }),
  /** Fails with `conflict` when `revision` is not the latest. */
  save: (id: T.NoteId, revision: number, title: string, body: string) =>
    call<T.NoteSaved>("note_save", { id, revision, title, body }),
  /** Like `save`, with what was typed since that revision; a conflict is settled by saving the whole text. */
  edit: (id: T.NoteId, revision: number, title: string, edits: T.NoteEdits) =>
    call<T.NoteSaved>("note_edit", { id, revision, title, edits }),
  /** What an open note shows beside its text. */
  state: (id: T.NoteId) => call<T.NoteState>("note_state", { id }),
  delete: (id: T.NoteId) => call<void>("note_delete", { id }),
  restore: (id: T.NoteId) => call<void>("note_restore", { id }),
  /** Earlier texts, the newest first. */
  versions: (id: T.NoteId) => call<T.NoteVersion[]>("note_versions", { id }),
  /** What differs between a version and a later one, or the note as it is now. */
  diff: (id: T.NoteId, from: number, to: number | null) => call<T.NoteDiff>("note_diff", { id, from, to }),
  restoreVersion: (id: T.NoteId, version: number) => call<T.Note>("note_restore_version", { id, version }),
  backlinks: (target: T.LinkTarget, after: T.BacklinkPlace | null, limit: number) =>
    call<T.BacklinkPage>("note_backlinks", { target, after, limit }),
  /** Who names the target without linking to it. */
  mentions: (target: T.LinkTarget) => call<T.UnlinkedMention[]>("note_mentions", { target }),
  linkMention: (target: T.LinkTarget, note: T.NoteId, start: number, end: number, words: string) =>
    call<void>("note_link_mention", { target, note, start, end, words }),
  /** Adds a link to the end of a note, as an item of a list. */
  appendLink: (note: T.NoteId, target: T.LinkTarget, words: string) => call<void>("note_append_link", { note, target, words }),
  embedded: (target: T.LinkTarget, anchor: string) => call<T.Embedded>("note_embedded", { target, anchor }),
  /** Headings and named blocks of the note with this title; without one, of `within`. */
  passages: (title: string, typed: string, within: T.NoteId | null, limit: number) =>
    call<T.LinkCandidate[]>("note_passages", { title, typed, within, limit }),
  merge: (into: T.NoteId, part: T.NoteId) => call<T.Note>("note_merge", { into, part }),
  /** `start` and `end` count Unicode scalar values. Answers with the new note. */
  splitOff: (id: T.NoteId, revision: number, start: number, end: number, title: string) =>
    call<T.Note>("note_split_off", { id, revision, start, end, title }),
  /** A notebook that never had templates is given `first`. */
  templates: (first: readonly T.NewTemplate[]) => call<T.NoteRow[]>("note_templates", { first }),
  /** It has got its title, and was called `before`. */
  retitled: (id: T.NoteId, before: string) => call<void>("note_retitled", { id, before }),
  setTemplate: (id: T.NoteId, template: boolean) => call<void>("note_set_template", { id, template }),
  daily: (day: string, title: string) => call<T.Note>("note_daily", { day, title }),
  deleted: () => call<T.NoteRow[]>("note_deleted"),
  /** Keeps a picture; answers with its SHA-256, by which `![](image:HASH)` shows it. */
  keepImage: (base64: string) => call<string>("note_keep_image", { base64 }),
  image: (sha256: string) => call<{ mediaType: string; base64: string } | null>("note_image", { sha256 }),
  /** Keeps the picture on the desktop's clipboard; null when there is none. */
  pasteImage: () => call<string | null>("note_paste_image"),
  /** Keeps pictures that the person chooses in the system's dialog. */
  chooseImages: () => call<KeptImage[]>("note_choose_images"),
  /** Keeps the pictures of a drop that `dropped_pictures` told of. */
  takeDropped: (id: number) => call<KeptImage[]>("note_take_dropped", { id }),
  /** What is called exactly so: notes, entities by any name, dossiers, articles. */
  named: (title: string) => call<T.LinkCandidate[]>("link_named", { title }),
  completeLink: (text: string, limit: number) =>
    call<T.LinkCandidate[]>("link_complete", { text, limit }),
};
