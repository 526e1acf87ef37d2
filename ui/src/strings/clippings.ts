// The words of highlights and quotes.

import type { ClippingColour, ClippingSort, Party, PassageState, QuoteType } from "../api/generated";
import { isolated } from "../text/isolating";

const types: Record<QuoteType, string> = {
  direct: "Direct quote",
  partial: "Partial quote",
  paraphrase: "Paraphrase",
  translation: "Translation",
};

const colours: Record<ClippingColour, string> = { yellow: "Yellow", green: "Green", blue: "Blue", pink: "Pink" };

const passages: Record<PassageState, string> = {
  there: "matches the text",
  lost: "no longer found",
  articleInTrash: "its article is in the trash",
  articleGone: "its article is gone",
};

const sorts: Record<ClippingSort, string> = {
  made: "Last clipped",
  speaker: "Speaker",
  said: "Date said",
  outlet: "Outlet",
};

/** In quotation marks, once: words that are clipped may begin with their own. */
const marked = (words: string): string => isolated(/^[“"«»„‚「『‘]/.test(words) ? words : `“${words}”`);

/** Enough of a long quote to know it by, in one line. */
function shorter(words: string): string {
  const letters = [...words];
  return letters.length > 40 ? `${letters.slice(0, 39).join("").trimEnd()}…` : words;
}

export const clipWords = {
  types,
  colours,
  passages,
  sorts,
  // the popover
  label: "Clip a quote",
  change: "Change a quote",
  speaker: "Speaker",
  via: "Via",
  type: "Type",
  date: "Date said",
  original: "Original",
  originalHint: "The words as they were said",
  insertIn: "Insert in",
  nowhere: "No note",
  newNote: "A new note",
  noNoteFits: "No note has these words in its title",
  comment: "Comment",
  colour: "Colour",
  clip: "Clip",
  save: "Save",
  nobody: "Nobody named",
  fromPhrase: (phrase: string) => `from “${phrase}”`,
  ofArticle: "the article’s agency",
  agencyIs: (name: string) => `The report is from ${name}: take it as via`,
  takeAgency: (name: string) => `${name}?`,
  takeDay: (day: string) => `${day}?`,
  dayIs: "A guess: the day of the article",
  calledHere: (words: string) => `“${words}” here`,
  guessed: "by the sentence before",
  proposed: "suggested",
  asWritten: "As written, no entity",
  newEntity: (kind: string) => `New ${kind}`,
  place: (paragraph: number, words: string) => `¶${paragraph}, ${words}`,
  places: (paragraphs: string, words: string) => `${paragraphs}, ${words}: a quote of each`,
  title: (words: string) => `Headline, ${words}`,
  row: (words: string) => `Row of a table, ${words}`,
  noSelection: "Select words in the article first.",
  otherText: "The text of this article has changed since these words were selected. Nothing was kept: select them again.",
  again: "As you left it.",
  startAnew: "Start anew",
  startedAnew: "Started anew.",
  takeBack: "Take it back",
  left: (words: string) => `Not clipped yet: ${marked(shorter(words))}. What you typed is kept.`,
  goOn: "Go on",
  // a highlight in the text
  highlight: "Highlight",
  quote: "Quote",
  menu: "Highlight",
  edit: "Edit the quote",
  makeQuote: "Make it a quote",
  copy: "Copy",
  copied: "Copied.",
  delete: "Delete",
  restore: "Restore",
  insert: "Insert in the open note",
  insertNew: "Insert in a new note",
  openPassage: "Show the passage",
  openPassageBeside: "Show the passage beside",
  // beside the article
  section: "Clippings",
  none: "Nothing clipped.",
  // a card
  via2: (name: string) => `via ${name}`,
  paragraph: (n: number) => `¶${n}`,
  gone: "Deleted quote",
  card: (words: string, speaker: string) => (speaker === "" ? `Quote: ${words}` : `Quote of ${speaker}: ${words}`),
  // the list
  list: "Quotes",
  scope: "Which",
  scopes: { quotes: "Quotes", highlights: "Highlights", trash: "Deleted" },
  filter: "Filter",
  filterHint: "Words, comment or name",
  dates: { from: "From", until: "Until" },
  outlet: "Outlet",
  anyOutlet: "All outlets",
  lostOnly: "No longer found",
  sort: "Sort",
  ofSpeaker: (name: string) => `By ${name}`,
  removeFilter: (name: string) => `Show quotes of others than ${name} too`,
  export: "Export",
  exportTable: "As a table (CSV)",
  exportText: "To read (Markdown)",
  exported: (n: string) => `${n} written.`,
  empty: "No quotes yet",
  emptyHint: (key: string) => `Select words in an article and press ${key}.`,
  noneFound: "No quote fits",
  noneFoundHint: "Clear the filter to see all.",
  noneDeleted: "No deleted quotes",
  choose: "No quote open",
  chooseHint: "Choose one in the list.",
  detail: "Quote",
  by: "Quotes by",
  about: "Quotes about",
  all: "All in a list",
  // emptying the trash
  emptied: (what: string, one: boolean) => `${what} ${one ? "is" : "are"} removed.`,
  keptWhenEmptied: (what: string, one: boolean) => `${what} of these articles ${one ? "stays, with what is known of its source" : "stay, with what is known of their source"}.`,
  // names of actions that were taken
  undo: {
    highlight: (words: string) => `Highlighted ${marked(words)}`,
    clip: (words: string) => `Clipped ${marked(words)}`,
    editClipping: (words: string) => `Edited ${marked(words)}`,
    deleteClipping: (words: string) => `Deleted ${marked(words)}`,
  },
} as const;

/** What stands beside a speaker: `“Mr Jong Un” here`. */
export function calledWords(party: Party): string {
  return party.words === "" || party.words === party.name ? "" : clipWords.calledHere(party.words);
}
