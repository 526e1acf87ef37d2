/**
 * The markup of links in a note's Markdown: `[[article:ID|words]]`,
 * `[[entity:ID|words]]`, `[[note:ID|words]]`, `[[quote:ID|words]]`, `[[dossier:ID|words]]`, after the
 * id perhaps `#heading` or `#^block`, and `!` before it all where what it leads to is shown. The id is
 * what the link means; the words are what was shown when it was written.
 */
import type { LinkLabel, LinkTarget } from "../../api/generated";

export interface LinkSpan {
  /** Offsets in UTF-16 units, as in the editor. */
  from: number;
  to: number;
  target: LinkTarget;
  /** The passage of it: a heading, or `^block`; mostly empty. */
  anchor: string;
  /** What it leads to is shown in its place. */
  embed: boolean;
  words: string;
}

/** Whether an id is one of the notebook's, the notebook says; here it only has to look like one. */
const ID = "[0-9a-zA-Z][0-9a-zA-Z-]{0,63}";

/** What stands between the brackets of a link. Anchored, and asked once for each closing: a hostile line costs no more than its length. */
const INSIDE = new RegExp(`^(article|entity|note|quote|dossier):(${ID})(?:#([^|\\n]*))?(?:\\|([^\\n]*))?$`);

/** Every link in `text`, in order, by the core's rule: the innermost opening before a closing. Offsets are shifted by `base`. */
export function findLinks(text: string, base = 0): LinkSpan[] {
  const found: LinkSpan[] = [];
  let at = 0;
  for (;;) {
    const open = text.indexOf("[[", at);
    const close = open < 0 ? -1 : text.indexOf("]]", open);
    if (close < 0) return found;
    const inner = text.lastIndexOf("[[", close - 2);
    const [, to, id, anchor = "", words = ""] = INSIDE.exec(text.slice(inner + 2, close)) ?? [];
    if (to === undefined || id === undefined) {
      // The openings before share this closing and can't be links either.
      at = inner + 2;
      continue;
    }
    at = close + 2;
    const embed = inner > 0 && text[inner - 1] === "!";
    found.push({
      from: base + inner - (embed ? 1 : 0),
      to: base + at,
      target: { to: to as LinkTarget["to"], id: id.toLowerCase() },
      anchor,
      embed,
      words,
    });
  }
}

/** `[[Title]]` as a person writes it, perhaps with `#heading` or `|words`: a link to what is called so, once that is known. */
export interface TitleLink {
  from: number;
  to: number;
  title: string;
  /** What stands before a `#`; empty without one. */
  head: string;
  /** What stands behind `|`; empty without one. */
  words: string;
  /** What is read of it: the title, or the words behind `|`. */
  shown: { from: number; to: number };
}

// Bounded, so that a line of nothing but brackets is passed once.
const TITLE_LINK = /\[\[([^[\]|\n]{1,300})(?:\|([^[\]\n]{1,300}))?\]\](?!\()/g;

/** What stands in double brackets and is no link by id. */
export function findTitleLinks(text: string, base = 0): TitleLink[] {
  const found: TitleLink[] = [];
  for (const match of text.matchAll(TITLE_LINK)) {
    const [all, title = "", words = ""] = match;
    if (title.trim() === "" || INSIDE.test(all.slice(2, -2))) continue;
    const from = base + match.index;
    const to = from + all.length;
    const hash = title.indexOf("#");
    const shown = words === "" ? { from: from + 2, to: to - 2 } : { from: to - 2 - words.length, to: to - 2 };
    found.push({ from, to, title, head: hash > 0 ? title.slice(0, hash) : "", words, shown });
  }
  return found;
}

/** Words as they can stand inside a link: one line, without square brackets. */
export function linkWords(title: string): string {
  return title.replace(/\s+/g, " ").replace(/\[/g, "(").replace(/\]/g, ")").trim();
}

export function linkMarkup(target: LinkTarget, title: string, anchor = ""): string {
  return `[[${target.to}:${target.id}${anchor === "" ? "" : `#${anchor}`}|${linkWords(title)}]]`;
}

/** One key for each target, to look labels up by. */
export function targetKey(target: LinkTarget): string {
  return `${target.to}:${target.id.toLowerCase()}`;
}

export type LabelMap = ReadonlyMap<string, LinkLabel>;

export function labelMap(labels: readonly LinkLabel[]): LabelMap {
  return new Map(labels.map((label) => [targetKey(label.target), label]));
}

/** What a link shows: the title that its target has now, or had last, and the passage of it. */
export function shownWords(link: Pick<LinkSpan, "target" | "words"> & { anchor?: string }, labels: LabelMap): string {
  const title = labels.get(targetKey(link.target))?.title || link.words;
  // A block's name says nothing to a reader.
  return link.anchor && !link.anchor.startsWith("^") ? `${title} › ${link.anchor}` : title;
}

/** Markdown with every link replaced by what it shows, for copying and counting. */
export function readableText(markdown: string, labels: LabelMap = new Map()): string {
  let out = "";
  let at = 0;
  for (const link of findLinks(markdown)) {
    out += markdown.slice(at, link.from) + shownWords(link, labels);
    at = link.to;
  }
  return out + markdown.slice(at);
}
