/** Finding in a note, and replacing: a bar above the text, with how many there are. */
import {
  SearchQuery,
  closeSearchPanel,
  findNext,
  findPrevious,
  getSearchQuery,
  openSearchPanel,
  replaceAll,
  replaceNext,
  search,
  searchKeymap,
  setSearchQuery,
} from "@codemirror/search";
import { Prec, type EditorState, type Extension } from "@codemirror/state";
import { findLinks } from "../linkMarkup";
import { findImages } from "./embeds";
import { keymap, type EditorView, type Panel } from "@codemirror/view";

export interface FindWords {
  find: string;
  replace: string;
  next: string;
  previous: string;
  replaceOne: string;
  replaceAll: string;
  close: string;
  /** Of the matches; 0 of some where the cursor is in none. */
  hits: (at: number, of: string) => string;
}

/** Matches that are counted; of more is said that there are more. */
const COUNTED = 10_000;

/** Which match is selected, from 1, and how many there are. */
export function countMatches(state: EditorState, query: SearchQuery): { at: number; of: number } {
  const { from, to } = state.selection.main;
  const found = { at: 0, of: 0 };
  if (!query.valid) return found;
  const cursor = query.getCursor(state);
  for (let next = cursor.next(); !next.done && found.of <= COUNTED; next = cursor.next()) {
    found.of += 1;
    if (next.value.from === from && next.value.to === to) found.at = found.of;
  }
  return found;
}

/** Whether a stretch of the text is seen: ids of links and hashes of pictures are not, and replacing in them would break them. */
function isSeen(state: EditorState, from: number, to: number): boolean {
  for (let at = state.doc.lineAt(from); ; at = state.doc.line(at.number + 1)) {
    const hidden = hiddenIn(at.text);
    if (hidden.some(([start, end]) => from < at.from + end && at.from + start < to)) return false;
    if (at.to >= to || at.number === state.doc.lines) return true;
  }
}

/** Stretches of a line that are drawn as something else; of the last lines asked for it is remembered. */
const known = new Map<string, readonly (readonly [number, number])[]>();
function hiddenIn(line: string): readonly (readonly [number, number])[] {
  if (!line.includes("[[") && !line.includes("](image:")) return [];
  const before = known.get(line);
  if (before) return before;
  const found: [number, number][] = [];
  for (const { from, to, words } of findLinks(line)) found.push([from, to - 2 - words.length], [to - 2, to]);
  for (const { from, to, caption } of findImages(line)) found.push([from, from + 2], [from + 2 + caption.length, to]);
  if (known.size > 100) known.clear();
  known.set(line, found);
  return found;
}

/** What the two fields ask for. */
export function queryFor(search: string, replace: string): SearchQuery {
  return new SearchQuery({ search, replace, literal: true, test: (_, state, from, to) => isSeen(state, from, to) });
}

function field(label: string): HTMLInputElement {
  const input = document.createElement("input");
  input.type = "text";
  input.dir = "auto";
  input.spellcheck = false;
  input.placeholder = label;
  input.setAttribute("aria-label", label);
  return input;
}

function button(label: string, act: () => void, sign = ""): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = sign || label;
  if (sign) made.setAttribute("aria-label", label);
  made.title = label;
  made.addEventListener("click", act);
  return made;
}

function bar(view: EditorView, words: FindWords): Panel {
  const dom = document.createElement("div");
  dom.className = "note-find";
  dom.setAttribute("role", "search");
  dom.setAttribute("aria-label", words.find);
  const wanted = field(words.find);
  wanted.setAttribute("main-field", "true");
  const instead = field(words.replace);
  const hits = document.createElement("span");
  hits.className = "num";
  hits.setAttribute("role", "status");

  const say = (): void => {
    const { at, of } = countMatches(view.state, getSearchQuery(view.state));
    hits.textContent = wanted.value === "" ? "" : words.hits(at, of > COUNTED ? `${COUNTED}+` : String(of));
  };
  let saying: ReturnType<typeof setTimeout> | undefined;
  // Counting goes through the whole note: it waits for a pause.
  const saySoon = (): void => {
    clearTimeout(saying);
    saying = setTimeout(say, 120);
  };
  const show = (query: SearchQuery): void => {
    if (wanted.value !== query.search) wanted.value = query.search;
    if (instead.value !== query.replace) instead.value = query.replace;
    saySoon();
  };
  const ask = (): void => {
    const query = queryFor(wanted.value, instead.value);
    if (!query.eq(getSearchQuery(view.state))) view.dispatch({ effects: setSearchQuery.of(query) });
  };
  const act = (command: (view: EditorView) => boolean) => (): void => {
    ask();
    command(view);
  };
  wanted.addEventListener("input", ask);
  instead.addEventListener("input", ask);
  dom.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    const find = event.shiftKey ? findPrevious : findNext;
    if (event.key === "Escape") {
      closeSearchPanel(view);
      view.focus();
    } else if (event.key === "Enter" && event.target === wanted) act(find)();
    else if (event.key === "Enter" && event.target === instead) act(replaceNext)();
    else if (event.key === "F3") act(find)();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  dom.append(
    wanted,
    hits,
    button(words.previous, act(findPrevious), "↑"),
    button(words.next, act(findNext), "↓"),
    instead,
    button(words.replaceOne, act(replaceNext)),
    button(words.replaceAll, act(replaceAll)),
    button(words.close, () => {
      closeSearchPanel(view);
      view.focus();
    }, "×"),
  );
  show(getSearchQuery(view.state));
  return {
    dom,
    top: true,
    mount: () => wanted.select(),
    update: (update) => {
      const asked = update.transactions.some((each) => each.effects.some((effect) => effect.is(setSearchQuery)));
      if (asked) show(getSearchQuery(update.state));
      else if (update.docChanged || update.selectionSet) saySoon();
    },
    destroy: () => clearTimeout(saying),
  };
}

export function findInNote(words: FindWords): Extension {
  return [search({ top: true, literal: true, createPanel: (view) => bar(view, words) }), Prec.high(keymap.of(searchKeymap.filter(({ key }) => key === "Mod-f" || key === "F3" || key === "Escape")))];
}

/** Opens the bar, with the words that are selected. */
export function openFind(view: EditorView): void {
  openSearchPanel(view);
}
