// The words of stars and the archive, of correcting, and of what is done to chosen articles.

export const flags = {
  starred: "starred",
  archived: "archived",
  markRead: "Mark as read",
  markUnread: "Mark as unread",
  star: "Star",
  unstar: "Take the star away",
  archive: "Archive",
  unarchive: "Take out of the archive",
  emptyStarred: "Nothing starred",
  starredHint: (key: string) => `Press ${key} on an article to star it.`,
  emptyArchive: "Nothing archived",
  allArchived: (articles: string) => `Nothing here: ${articles} in the archive`,
  archiveHint: (key: string) => `Press ${key} on an article to put it away. It is still found, and leaves Inbox and Library.`,
};

export const correcting = {
  menu: "Correct this paragraph…",
  addMenu: "Add a missing paragraph below…",
  label: "The words of this paragraph",
  missing: "A paragraph that is missing here",
  remove: "Remove the paragraph",
  hint: "Ctrl+Enter saves, Escape gives up. The original stays as it is.",
  mark: "corrected by hand",
  row: {
    label: "The cells of this row, with a bar between two",
    remove: "Remove the row",
    bars: "A bar with a space at each side, |, parts two cells.",
  },
};

export const many = {
  label: "Chosen articles",
  chosen: (articles: string) => `${articles} chosen`,
  star: "Star",
  archive: "Archive",
  unarchive: "Unarchive",
  read: "Read",
  unread: "Unread",
  tag: "Tag…",
  reread: "Read again",
  delete: "Delete",
  restore: "Restore",
  clear: "Choose none",
  tagTitle: "Tag the chosen articles",
  tagHint: (articles: string) => `Tags ${articles}. It can be undone as one step.`,
  tagGo: "Tag",
  running: (done: string, total: string) => `${done} of ${total} articles`,
  cancelled: (done: string) => `Cancelled. ${done} done.`,
  none: "Nothing to change: they are so already.",
};
