// What the menus of rows offer, in their order. What a row can't do is left out when the menu opens.

import type { CommandId } from "./registry";

export const ARTICLE_ROW: readonly CommandId[] = [
  "list.open", "list.openBeside", "article.toggleRead", "article.star", "article.archive", "article.addTag",
  "dossier.addOpen", "reader.original", "page.print", "list.restore", "list.delete",
];

/** What is done to all that are chosen. */
export const ARTICLE_ROWS: readonly CommandId[] = [
  "article.toggleRead", "article.star", "article.archive", "article.addTag", "list.restore", "list.delete",
];

export const NOTE_ROW: readonly CommandId[] = ["list.open", "note.history", "note.merge", "dossier.addOpen", "page.print", "list.delete"];

export const QUOTE_ROW: readonly CommandId[] = [
  "list.open", "list.openBeside", "quote.edit", "quote.copy", "quote.insert", "quote.insertNew", "dossier.addOpen", "list.restore", "list.delete",
];

export const DOSSIER_ROW: readonly CommandId[] = [
  "dossier.openItem", "dossier.openBeside", "dossier.status", "dossier.question", "dossier.heading",
  "dossier.up", "dossier.down", "dossier.in", "dossier.out", "dossier.remove",
];

export const ENTITY_ROW: readonly CommandId[] = ["list.open", "entity.addName", "entity.merge", "dossier.addOpen", "entity.choose", "list.delete"];

export const ENTITY_ROWS: readonly CommandId[] = ["entity.renameChosen", "list.delete"];
