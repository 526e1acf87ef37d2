// What the key line says, by the scope that has the focus. Keys come from the
// registry; a hint is left out while nothing on screen can do it.

import type { CommandId, Scope } from "./registry";

export type Hint = { ids: readonly CommandId[]; label: string };

const ALL_KEYS: Hint = { ids: ["help.open"], label: "All keys" };
const NEW_NOTE: Hint = { ids: ["note.new"], label: "Note" };
const REVIEW: Hint = { ids: ["mention.accept", "mention.reject"], label: "Accept, reject" };

export const HINTS: Partial<Record<Scope, readonly Hint[]>> = {
  list: [
    { ids: ["list.next", "list.previous"], label: "Move" },
    { ids: ["list.open"], label: "Open" },
    { ids: ["list.preview"], label: "Preview" },
    { ids: ["entity.addName"], label: "Add name" },
    { ids: ["entity.merge"], label: "Merge" },
    { ids: ["entity.choose"], label: "Choose" },
    { ids: ["tag.open"], label: "Tag" },
    REVIEW,
    { ids: ["article.toggleRead"], label: "Read, unread" },
    { ids: ["article.star"], label: "Star" },
    { ids: ["article.archive"], label: "Archive" },
    { ids: ["list.restore"], label: "Restore" },
    NEW_NOTE,
    ALL_KEYS,
  ],
  reader: [
    { ids: ["tag.open"], label: "Tag" },
    { ids: ["clip.open"], label: "Clip quote" },
    { ids: ["clip.highlight"], label: "Highlight" },
    REVIEW,
    { ids: ["mention.next"], label: "Next suggestion" },
    { ids: ["find.open"], label: "Find" },
    { ids: ["reader.original"], label: "Original" },
    { ids: ["reader.removed"], label: "Removed" },
    NEW_NOTE,
    { ids: ["dismiss"], label: "List" },
    ALL_KEYS,
  ],
  removed: [
    { ids: ["removed.next", "removed.previous"], label: "Block" },
    { ids: ["removed.restore"], label: "Restore" },
    { ids: ["removed.remove"], label: "Remove" },
    { ids: ["reader.original"], label: "Original" },
    { ids: ["dismiss"], label: "Article" },
  ],
  tray: [
    { ids: ["tray.next", "tray.previous"], label: "Outcome" },
    { ids: ["tray.open"], label: "Open" },
    { ids: ["dismiss"], label: "Hide" },
    { ids: ["go.inbox"], label: "Inbox" },
  ],
  search: [
    { ids: ["search.next", "search.previous"], label: "Move" },
    { ids: ["search.open"], label: "Open" },
    { ids: ["search.openBeside"], label: "Beside" },
    { ids: ["search.save"], label: "Save search" },
    { ids: ["search.aliases"], label: "Aliases on, off" },
    { ids: ["dismiss"], label: "Clear" },
    { ids: ["pane.next"], label: "Results" },
  ],
  entity: [
    { ids: ["entity.addName"], label: "Add name" },
    { ids: ["history.back"], label: "Back" },
    ALL_KEYS,
  ],
  dossier: [
    { ids: ["dossier.next", "dossier.previous"], label: "Item" },
    { ids: ["dossier.up", "dossier.down"], label: "Move" },
    { ids: ["dossier.in", "dossier.out"], label: "Nest" },
    { ids: ["dossier.status"], label: "Status" },
    { ids: ["dossier.question"], label: "Question" },
    { ids: ["dossier.add"], label: "Add" },
    { ids: ["dossier.heading"], label: "Heading" },
    { ids: ["dossier.read"], label: "Read" },
    { ids: ["dossier.remove"], label: "Take out" },
    ALL_KEYS,
  ],
  review: [
    { ids: ["review.next", "review.previous"], label: "Move" },
    { ids: ["review.accept", "review.reject"], label: "Accept, reject" },
    { ids: ["review.acceptTicked"], label: "Accept ticked" },
    { ids: ["review.kind"], label: "Kind" },
    { ids: ["review.sameAs"], label: "Same as" },
    { ids: ["review.open"], label: "Open beside" },
    { ids: ["undo"], label: "Undo" },
    ALL_KEYS,
  ],
  editor: [
    { ids: ["editor.openLink"], label: "Open link" },
    { ids: ["editor.openLinkBeside"], label: "Beside" },
    { ids: ["pane.next"], label: "Next pane" },
    { ids: ["history.back"], label: "Back" },
  ],
  global: [
    { ids: ["palette.open"], label: "Palette" },
    { ids: ["search.focus"], label: "Search" },
    { ids: ["import.choose"], label: "Import" },
    NEW_NOTE,
    { ids: ["pane.next"], label: "Next pane" },
    ALL_KEYS,
  ],
};
