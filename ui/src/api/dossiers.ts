// Dossiers, as the shell knows them.

import { call } from "./client";
import type * as T from "./generated";

export const dossiers = {
  /** The kept ones, the last edited first; or those in the trash. */
  list: (deleted = false) => call<T.DossierRow[]>("dossier_list", { deleted }),
  get: (id: T.DossierId) => call<T.DossierRow>("dossier_get", { id }),
  complete: (typed: string, limit: number) => call<T.DossierRow[]>("dossier_complete", { typed, limit }),
  create: (name: string) => call<T.DossierRow>("dossier_create", { name }),
  rename: (id: T.DossierId, name: string) => call<void>("dossier_rename", { id, name }),
  delete: (id: T.DossierId) => call<void>("dossier_delete", { id }),
  restore: (id: T.DossierId) => call<void>("dossier_restore", { id }),
  /** A stretch of the outline: what is shown, or what has a status. */
  page: (id: T.DossierId, status: string | null, offset: number, limit: number) =>
    call<T.DossierPage>("dossier_page", { id, status, offset, limit }),
  /** As `page`, with what is folded away. */
  whole: (id: T.DossierId, offset: number, limit: number) => call<T.DossierPage>("dossier_whole", { id, offset, limit }),
  /** Which of the rows that are shown an item is, from 0; null for one that is closed away. */
  rowOf: (item: T.DossierItemId) => call<number | null>("dossier_row_of", { item }),
  /** The dossiers that something is in. */
  of: (target: T.ItemTarget) => call<T.InDossier[]>("dossier_of", { target }),
  add: (id: T.DossierId, items: T.NewItem[], place: T.ItemPlace) =>
    call<T.DossierReport>("dossier_add", { id, items, place }),
  /** Adds all that is found; how far it is comes as `dossier_progress`. */
  addResults: (id: T.DossierId, query: T.SearchQuery) => call<T.DossierReport>("dossier_add_results", { id, query }),
  move: (item: T.DossierItemId, place: T.ItemPlace) => call<void>("dossier_move", { item, place }),
  shift: (item: T.DossierItemId, shift: T.ItemShift) => call<void>("dossier_shift", { item, shift }),
  remove: (items: T.DossierItemId[]) => call<void>("dossier_remove", { items }),
  setStatus: (items: T.DossierItemId[], status: string) => call<void>("dossier_set_status", { items, status }),
  setQuestion: (item: T.DossierItemId, question: string) => call<void>("dossier_set_question", { item, question }),
  setHeading: (item: T.DossierItemId, title: string) => call<void>("dossier_set_heading", { item, title }),
  /** Hides or shows what stands under it. */
  setClosed: (item: T.DossierItemId, closed: boolean) => call<void>("dossier_set_closed", { item, closed }),
  markdown: (id: T.DossierId) => call<string>("dossier_markdown", { id }),
};
