// Everything that a key can do, once. Shortcuts, the key line, the palette and
// the help sheet read this table; what a command does is given by whoever is on
// screen (see dispatch.svelte.ts).

import { platform } from "./chord";

/** Where a command's keys act: in the pane that has focus, or anywhere. */
export type Scope =
  | "global"
  | "list"
  | "reader"
  | "removed"
  | "diff"
  | "inspector"
  | "editor"
  | "dossier"
  | "search"
  | "entity"
  | "review"
  | "tray";

export type Command = {
  id: string;
  /** The first is the one shown. */
  keys: readonly string[];
  scope: Scope;
  label: string;
  /** Left out of the palette: movements and things that need the keyboard's place. */
  hidden?: boolean;
  /** Acts in a text field too, though its key is plain. */
  whileTyping?: boolean;
  /** Left to the text field while typing, though its key is held with Mod. */
  notWhileTyping?: boolean;
  /** A key that is held down does it once: what comes next nobody has seen yet. */
  once?: boolean;
};

const mac = platform === "mac";

const table = [
  // going places
  { id: "palette.open", keys: ["Mod+k"], scope: "global", label: "Palette", hidden: true },
  { id: "switcher.open", keys: ["Mod+o"], scope: "global", label: "Go to anything", hidden: true },
  { id: "search.global", keys: ["Mod+Shift+f"], scope: "global", label: "Search everything" },
  { id: "search.focus", keys: ["/"], scope: "global", label: "Search", hidden: true },
  { id: "go.inbox", keys: ["g then i"], scope: "global", label: "Go to Inbox" },
  { id: "go.library", keys: ["g then l"], scope: "global", label: "Go to Library" },
  { id: "go.starred", keys: ["g then s"], scope: "global", label: "Go to Starred" },
  { id: "go.archive", keys: ["g then a"], scope: "global", label: "Go to Archive" },
  { id: "go.notes", keys: ["g then n"], scope: "global", label: "Go to Notes" },
  { id: "go.entities", keys: ["g then e"], scope: "global", label: "Go to Entities" },
  { id: "go.dossiers", keys: ["g then d"], scope: "global", label: "Go to Dossiers" },
  { id: "go.quotes", keys: ["g then q"], scope: "global", label: "Go to Quotes" },
  { id: "go.review", keys: ["Shift+y"], scope: "global", label: "Review suggestions" },
  { id: "go.problems", keys: ["g then p"], scope: "global", label: "Go to Import problems" },
  { id: "go.trash", keys: ["g then x"], scope: "global", label: "Go to Trash" },
  { id: "history.back", keys: mac ? ["Mod+[", "Alt+ArrowLeft"] : ["Alt+ArrowLeft"], scope: "global", label: "Back" },
  { id: "history.forward", keys: mac ? ["Mod+]", "Alt+ArrowRight"] : ["Alt+ArrowRight"], scope: "global", label: "Forward" },
  { id: "pane.next", keys: ["F6"], scope: "global", label: "Next pane", hidden: true },
  { id: "pane.previous", keys: ["Shift+F6"], scope: "global", label: "Previous pane", hidden: true },
  // the window
  { id: "inspector.toggle", keys: ["Mod+."], scope: "global", label: "Show or hide the inspector" },
  { id: "sidebar.toggle", keys: ["Mod+\\"], scope: "global", label: "Show or hide the sidebar" },
  { id: "beside.close", keys: ["Mod+Shift+w"], scope: "global", label: "Close the pane beside" },
  { id: "tab.new", keys: ["Mod+t"], scope: "global", label: "New tab" },
  { id: "tab.close", keys: ["Mod+w"], scope: "global", label: "Close the tab" },
  { id: "tab.next", keys: ["Mod+PageDown", "Mod+Tab"], scope: "global", label: "Next tab", hidden: true },
  { id: "tab.previous", keys: ["Mod+PageUp", "Mod+Shift+Tab"], scope: "global", label: "Previous tab", hidden: true },
  { id: "pane.swap", keys: [], scope: "global", label: "Exchange the two panes" },
  { id: "page.print", keys: ["Mod+p"], scope: "global", label: "Print the article, note or dossier" },
  { id: "search.beside", keys: [], scope: "global", label: "Search in the pane beside" },
  { id: "theme.light", keys: [], scope: "global", label: "Light colours" },
  { id: "theme.dark", keys: [], scope: "global", label: "Dark colours" },
  { id: "theme.system", keys: [], scope: "global", label: "Colours as the system has them" },
  { id: "text.larger", keys: ["Mod+="], scope: "global", label: "Larger reading text" },
  { id: "text.smaller", keys: ["Mod+-"], scope: "global", label: "Smaller reading text" },
  { id: "text.reset", keys: ["Mod+0"], scope: "global", label: "Reading text as at first" },
  { id: "text.wider", keys: [], scope: "global", label: "Wider lines of reading text" },
  { id: "text.narrower", keys: [], scope: "global", label: "Narrower lines of reading text" },
  { id: "window.close", keys: ["Mod+q"], scope: "global", label: "Close the window" },
  { id: "index.health", keys: [], scope: "global", label: "Index health" },
  { id: "names.known", keys: [], scope: "global", label: "Known names" },
  { id: "help.open", keys: ["?"], scope: "global", label: "All keys" },
  { id: "dismiss", keys: ["Escape"], scope: "global", label: "Close", hidden: true, whileTyping: true },
  // the notebook
  { id: "note.new", keys: ["n", "Mod+n"], scope: "global", label: "New note" },
  { id: "note.daily", keys: ["Mod+d"], scope: "global", label: "Today's note" },
  { id: "import.choose", keys: ["Mod+i"], scope: "global", label: "Import files" },
  { id: "import.folder", keys: [], scope: "global", label: "Import a folder" },
  { id: "import.watch", keys: [], scope: "global", label: "Watch a folder" },
  { id: "import.tray", keys: [], scope: "global", label: "Show the last import" },
  { id: "articles.rereadAll", keys: [], scope: "global", label: "Read all originals again" },
  { id: "trash.things", keys: [], scope: "global", label: "Deleted notes, entities and dossiers" },
  { id: "trash.empty", keys: [], scope: "global", label: "Empty the trash" },
  { id: "undo", keys: ["Mod+z"], scope: "global", label: "Undo" },
  { id: "redo", keys: ["Mod+Shift+z", "Mod+y"], scope: "global", label: "Redo" },
  { id: "notebook.open", keys: [], scope: "global", label: "Open another notebook" },
  { id: "notebook.new", keys: [], scope: "global", label: "New notebook" },
  // lists
  { id: "list.next", keys: ["j", "ArrowDown"], scope: "list", label: "Next", hidden: true },
  { id: "list.previous", keys: ["k", "ArrowUp"], scope: "list", label: "Previous", hidden: true },
  { id: "list.open", keys: ["Enter"], scope: "list", label: "Open", hidden: true },
  { id: "list.openBeside", keys: ["Mod+Enter"], scope: "list", label: "Open beside" },
  { id: "list.preview", keys: ["Space"], scope: "list", label: "Preview", hidden: true },
  { id: "list.delete", keys: ["Delete"], scope: "list", label: "Delete" },
  { id: "list.restore", keys: ["r"], scope: "list", label: "Restore from Trash" },
  { id: "list.extend", keys: ["Shift+ArrowDown"], scope: "list", label: "Choose the next too", hidden: true },
  { id: "list.extendBack", keys: ["Shift+ArrowUp"], scope: "list", label: "Choose the previous too", hidden: true },
  { id: "list.chooseAll", keys: ["Mod+a"], scope: "list", label: "Choose all", hidden: true, notWhileTyping: true },
  { id: "list.reread", keys: [], scope: "list", label: "Read the originals of the chosen again" },
  { id: "wire.unfold", keys: ["ArrowRight"], scope: "list", label: "Show the outlets", hidden: true },
  { id: "wire.fold", keys: ["ArrowLeft"], scope: "list", label: "Hide the outlets", hidden: true },
  { id: "wire.split", keys: ["s"], scope: "list", label: "Split off this copy" },
  { id: "list.sort", keys: [], scope: "list", label: "Sort the list" },
  // the field of search
  { id: "search.next", keys: ["ArrowDown"], scope: "search", label: "Next result", hidden: true, whileTyping: true },
  { id: "search.previous", keys: ["ArrowUp"], scope: "search", label: "Previous result", hidden: true, whileTyping: true },
  { id: "search.open", keys: ["Enter"], scope: "search", label: "Open the result", hidden: true, whileTyping: true },
  { id: "search.openBeside", keys: ["Mod+Enter"], scope: "search", label: "Open the result beside", hidden: true },
  { id: "search.save", keys: ["Mod+s"], scope: "search", label: "Save the search" },
  { id: "search.aliases", keys: ["Alt+a"], scope: "search", label: "Search by all names, or the typed one" },
  { id: "search.tagAll", keys: [], scope: "search", label: "Tag all results" },
  { id: "search.copyPlain", keys: [], scope: "search", label: "Copy the results as a list" },
  { id: "search.copyMarkdown", keys: [], scope: "search", label: "Copy the results as a Markdown list" },
  { id: "search.clearHistory", keys: [], scope: "global", label: "Clear the search history" },
  { id: "search.toggleHistory", keys: [], scope: "global", label: "Keep a search history, or none" },
  // the reader, and the list beside it
  { id: "reader.next", keys: ["j"], scope: "reader", label: "Next article" },
  { id: "reader.previous", keys: ["k"], scope: "reader", label: "Previous article" },
  { id: "article.toggleRead", keys: ["u"], scope: "reader", label: "Mark as read or unread" },
  { id: "article.star", keys: ["f"], scope: "reader", label: "Star, or take the star away" },
  { id: "article.archive", keys: ["a"], scope: "reader", label: "Archive, or take out of the archive" },
  { id: "find.open", keys: ["Mod+f"], scope: "global", label: "Find in the article or note" },
  { id: "find.next", keys: ["F3"], scope: "global", label: "Next match", hidden: true },
  { id: "find.previous", keys: ["Shift+F3"], scope: "global", label: "Previous match", hidden: true },
  { id: "find.nextArticle", keys: ["Mod+F3"], scope: "global", label: "Next article with what was found" },
  { id: "find.previousArticle", keys: ["Mod+Shift+F3"], scope: "global", label: "Previous article with what was found" },
  { id: "tag.open", keys: ["e"], scope: "reader", label: "Tag an entity" },
  { id: "clip.open", keys: ["q"], scope: "reader", label: "Clip a quote" },
  { id: "clip.highlight", keys: ["h"], scope: "reader", label: "Highlight the words" },
  { id: "article.addTag", keys: ["t"], scope: "reader", label: "Add a tag" },
  { id: "mention.accept", keys: ["y"], scope: "reader", once: true, label: "Accept the suggestion" },
  { id: "mention.reject", keys: ["x"], scope: "reader", once: true, label: "Reject the suggestion" },
  { id: "mention.next", keys: ["Alt+ArrowDown"], scope: "reader", label: "Next suggestion" },
  { id: "mention.previous", keys: ["Alt+ArrowUp"], scope: "reader", label: "Previous suggestion" },
  { id: "reader.selectAll", keys: ["Mod+a"], scope: "reader", label: "Select the whole text", hidden: true, notWhileTyping: true },
  { id: "reader.article", keys: [], scope: "reader", label: "Show the article" },
  { id: "reader.original", keys: ["o"], scope: "reader", label: "Show the original" },
  { id: "reader.removed", keys: ["d"], scope: "reader", label: "Show removed text" },
  { id: "reader.versions", keys: ["v"], scope: "reader", label: "Show versions" },
  { id: "article.correct", keys: ["c"], scope: "reader", label: "Correct this paragraph" },
  { id: "article.addAfter", keys: [], scope: "reader", label: "Add a missing paragraph below" },
  { id: "article.addBefore", keys: [], scope: "reader", label: "Add a missing paragraph above" },
  { id: "text.type", keys: [], scope: "reader", label: "Type the text" },
  { id: "text.pick", keys: [], scope: "reader", label: "Pick the text in the original" },
  { id: "article.reread", keys: [], scope: "reader", label: "Read the original again" },
  { id: "wire.merge", keys: [], scope: "reader", label: "Same text as another article" },
  { id: "reader.copies", keys: ["w"], scope: "reader", label: "Show other outlets" },
  { id: "diff.next", keys: ["j", "ArrowDown"], scope: "diff", label: "Next change", hidden: true },
  { id: "diff.previous", keys: ["k", "ArrowUp"], scope: "diff", label: "Previous change", hidden: true },
  { id: "removed.next", keys: ["j", "ArrowDown"], scope: "removed", label: "Next block", hidden: true },
  { id: "removed.previous", keys: ["k", "ArrowUp"], scope: "removed", label: "Previous block", hidden: true },
  { id: "removed.restore", keys: ["r"], scope: "removed", label: "Restore the block" },
  { id: "removed.remove", keys: ["x", "Delete"], scope: "removed", label: "Remove the block" },
  // entities
  { id: "entity.new", keys: [], scope: "entity", label: "New entity" },
  { id: "entity.addName", keys: ["a"], scope: "entity", label: "Add a name" },
  { id: "entity.choose", keys: ["Space"], scope: "entity", label: "Choose, to change several at once", hidden: true },
  { id: "entity.renameChosen", keys: ["F2"], scope: "entity", label: "Rename the chosen entities" },
  { id: "entity.import", keys: [], scope: "entity", label: "Import a list of entities" },
  { id: "entity.exportTable", keys: [], scope: "entity", label: "Export all entities as a table" },
  { id: "entity.exportLines", keys: [], scope: "entity", label: "Export all entities for FollowTheMoney" },
  { id: "entity.merge", keys: ["m"], scope: "entity", label: "Merge with another entity" },
  // dossiers
  { id: "dossier.new", keys: [], scope: "global", label: "New dossier" },
  { id: "dossier.addOpen", keys: ["Mod+Shift+d"], scope: "global", label: "Add to a dossier" },
  { id: "dossier.addAll", keys: [], scope: "search", label: "Add all results to a dossier" },
  { id: "dossier.next", keys: ["j", "ArrowDown"], scope: "dossier", label: "Next item", hidden: true },
  { id: "dossier.previous", keys: ["k", "ArrowUp"], scope: "dossier", label: "Previous item", hidden: true },
  { id: "dossier.up", keys: ["Alt+ArrowUp"], scope: "dossier", label: "Move the item up" },
  { id: "dossier.down", keys: ["Alt+ArrowDown"], scope: "dossier", label: "Move the item down" },
  { id: "dossier.in", keys: ["Tab"], scope: "dossier", label: "Nest the item" },
  { id: "dossier.out", keys: ["Shift+Tab"], scope: "dossier", label: "Move the item out" },
  { id: "dossier.close", keys: ["ArrowLeft"], scope: "dossier", label: "Close the item, or go to its parent", hidden: true },
  { id: "dossier.open", keys: ["ArrowRight"], scope: "dossier", label: "Open the item", hidden: true },
  { id: "dossier.openItem", keys: ["Enter"], scope: "dossier", label: "Open the item", hidden: true },
  { id: "dossier.openBeside", keys: ["Mod+Enter"], scope: "dossier", label: "Open the item beside" },
  { id: "dossier.status", keys: ["s"], scope: "dossier", label: "Set the status" },
  { id: "dossier.question", keys: ["q"], scope: "dossier", label: "Write the question" },
  { id: "dossier.heading", keys: ["h"], scope: "dossier", label: "New heading" },
  { id: "dossier.add", keys: ["a"], scope: "dossier", label: "Add to this dossier" },
  { id: "dossier.remove", keys: ["Delete"], scope: "dossier", label: "Take out of the dossier" },
  { id: "dossier.read", keys: ["r"], scope: "dossier", label: "Read the dossier as one page" },
  { id: "dossier.search", keys: [], scope: "dossier", label: "Search in this dossier" },
  // names to review
  { id: "review.next", keys: ["ArrowDown", "j"], scope: "review", label: "Next name", hidden: true },
  { id: "review.previous", keys: ["ArrowUp", "k"], scope: "review", label: "Previous name", hidden: true },
  { id: "review.accept", keys: ["y"], scope: "review", once: true, label: "Accept the name" },
  { id: "review.reject", keys: ["x"], scope: "review", once: true, label: "Reject the name" },
  { id: "review.tick", keys: ["Space"], scope: "review", label: "Tick the name, or not" },
  { id: "review.acceptTicked", keys: ["Shift+y"], scope: "review", once: true, label: "Accept all ticked names" },
  { id: "review.kind", keys: ["t"], scope: "review", label: "Change the kind" },
  { id: "review.sameAs", keys: ["m"], scope: "review", label: "Same as a kept entity" },
  { id: "review.open", keys: ["Enter"], scope: "review", label: "Open the article beside" },
  // quotes
  { id: "quote.edit", keys: [], scope: "list", label: "Edit the quote" },
  { id: "quote.copy", keys: [], scope: "list", label: "Copy the quote" },
  { id: "quote.insert", keys: [], scope: "list", label: "Insert the quote in the open note" },
  { id: "quote.insertNew", keys: [], scope: "list", label: "Insert the quote in a new note" },
  { id: "quotes.exportTable", keys: [], scope: "global", label: "Export the quotes listed as a table" },
  { id: "quotes.exportText", keys: [], scope: "global", label: "Export the quotes listed to read" },
  // the editor
  { id: "editor.link", keys: ["Mod+Shift+k"], scope: "editor", label: "Link" },
  { id: "editor.openLink", keys: ["Mod+Enter"], scope: "editor", label: "Open the link" },
  { id: "note.picture", keys: ["Mod+Shift+p"], scope: "editor", label: "Insert picture…" },
  { id: "note.template", keys: ["Mod+Shift+t"], scope: "editor", label: "Insert a template" },
  { id: "note.split", keys: ["Mod+Shift+n"], scope: "editor", label: "Make a note of the selection" },
  { id: "note.merge", keys: [], scope: "editor", label: "Merge a note into this one" },
  { id: "note.history", keys: ["Mod+Shift+h"], scope: "editor", label: "History of the note" },
  { id: "editor.openLinkBeside", keys: ["Mod+Shift+Enter"], scope: "editor", label: "Open the link beside" },
  // the tray
  { id: "tray.next", keys: ["j", "ArrowDown"], scope: "tray", label: "Next outcome", hidden: true },
  { id: "tray.previous", keys: ["k", "ArrowUp"], scope: "tray", label: "Previous outcome", hidden: true },
  { id: "tray.open", keys: ["Enter"], scope: "tray", label: "Open", hidden: true },
] as const satisfies readonly Command[];

export type CommandId = (typeof table)[number]["id"];

export const COMMANDS: readonly (Command & { id: CommandId })[] = table;

/** The command with this id. */
export function commandOf(id: CommandId): Command & { id: CommandId } {
  const found = COMMANDS.find((command) => command.id === id);
  if (!found) throw new Error(`no command ${id}`);
  return found;
}
