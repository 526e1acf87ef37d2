// What was deleted beside articles.

export const trashedWords = {
  title: "Deleted notes, entities and dossiers",
  button: "Notes, entities, dossiers…",
  note: "What is restored comes back with its links and tags.",
  none: "No note, entity or dossier is in the trash.",
  kinds: { note: "Note", entity: "Entity", dossier: "Dossier" },
  untitled: "Untitled",
  deleted: (when: string) => `deleted ${when}`,
  restore: "Restore",
  restoreNamed: (title: string) => `Restore ${title}`,
  restored: (title: string) => `Restored: ${title}`,
  more: "Show more",
};
