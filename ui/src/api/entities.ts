// The commands of entities.

import { call } from "./client";
import type * as T from "./generated";
import type { KeptImage } from "./notes";

export const entities = {
  list: (query: T.EntityQuery, offset: number, limit: number) =>
    call<T.EntityPage>("entity_list", { query, offset, limit }),
  /** Every row, without whom it may be the same as. */
  all: (query: T.EntityQuery) => call<T.EntityRow[]>("entity_all", { query }),
  /** Those of them that are kept and shown by themselves. */
  rows: (ids: readonly T.EntityId[]) => call<T.EntityRow[]>("entity_rows", { ids }),
  get: (id: T.EntityId) => call<T.Entity>("entity_get", { id }),
  neighbourhood: (id: T.EntityId, query: T.NeighbourhoodQuery) =>
    call<T.Neighbourhood>("entity_neighbourhood", { id, query }),
  /** The places that it is named with, and where they are. */
  places: (id: T.EntityId) => call<T.PlaceOnMap[]>("entity_places", { id }),
  complete: (text: string, limit: number) => call<T.EntityCandidate[]>("entity_complete", { text, limit }),
  create: (kind: T.EntityKind, name: string) => call<T.Entity>("entity_create", { kind, name }),
  edit: (id: T.EntityId, edit: T.EntityEdit) => call<T.Entity>("entity_edit", { id, edit }),
  addName: (id: T.EntityId, text: string, strength: T.NameStrength) =>
    call<T.Entity>("entity_add_name", { id, text, strength }),
  setNameStrength: (name: T.NameId, strength: T.NameStrength) =>
    call<T.Entity>("entity_set_name_strength", { name, strength }),
  preferName: (name: T.NameId) => call<T.Entity>("entity_prefer_name", { name }),
  removeName: (name: T.NameId) => call<T.Entity>("entity_remove_name", { name }),
  delete: (id: T.EntityId) => call<void>("entity_delete", { id }),
  /** Into the first; each can be split off again. */
  merge: (into: T.EntityId, others: readonly T.EntityId[]) => call<T.Entity>("entity_merge", { into, others }),
  alike: (id: T.EntityId) => call<T.AlikeEntity[]>("entity_alike", { id }),
  tellApart: (one: T.EntityId, other: T.EntityId) => call<void>("entity_tell_apart", { one, other }),
  setKinds: (ids: readonly T.EntityId[], kind: T.EntityKind) => call<void>("entity_set_kinds", { ids, kind }),
  deleteAll: (ids: readonly T.EntityId[]) => call<void>("entity_delete_all", { ids }),
  /** What they would be called; those whose names have nothing to replace are left out. */
  planRenamings: (ids: readonly T.EntityId[], replacement: T.Replacement) =>
    call<T.PlannedRenaming[]>("entity_plan_renamings", { ids, replacement }),
  /** Answers with how many were renamed: one that is called otherwise by now stays. */
  renameAll: (renamings: readonly T.EntityRenaming[]) => call<number>("entity_rename_all", { renamings }),
  /** A picture that is kept; null takes the one away that the entity shows. */
  setPicture: (id: T.EntityId, sha256: string | null) => call<T.Entity>("entity_set_picture", { id, sha256 }),
  /** Keeps the picture that the person chooses; null when they choose none. */
  choosePicture: () => call<KeptImage | null>("entity_choose_picture"),
  scripts: () => call<string[]>("entity_scripts"),
  /** A new relation, or another text for one. */
  relate: (id: T.RelationId | null, relation: T.NewRelation) => call<T.Entity>("relation_put", { id, relation }),
  removeRelation: (id: T.RelationId) => call<void>("relation_remove", { id }),
  setFields: (id: T.EntityId, fields: readonly T.EntityField[]) => call<T.Entity>("entity_set_fields", { id, fields }),
  planList: (text: string, kind: T.EntityKind) => call<T.EntityListPlan>("entities_plan", { text, kind }),
  /** Answers when that is done or cancelled. `list_progress` says how far it is. */
  importList: (text: string, kind: T.EntityKind, makeDoubtful: boolean) =>
    call<T.EntityListReport>("entities_import", { text, kind, makeDoubtful }),
  cancelImportList: () => call<void>("entities_import_cancel"),
  /** The text of a file that the person chooses. */
  chooseList: () => call<string | null>("entities_choose"),
  /** Whether a file that is dropped is a list (`list_dropped`), and no article. */
  takeDrops: (wanted: boolean) => call<void>("entities_take_drops", { wanted }),
  exportList: (format: T.EntityListFormat) => call<T.EntitiesWritten | null>("entities_export", { format }),
  /** Answers with the part that was split off. */
  split: (part: T.EntityId) => call<T.Entity>("entity_split", { part }),
};
