/**
 * The markup of links in a note's Markdown: `[[article:ID|words]]`,
 * `[[entity:ID|words]]`, `[[note:ID|words]]`, `[[quote:ID|words]]`, after the id perhaps
 * `#heading` or `#^block`, and `!` before it all where what it leads to is shown. The id is
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

function linkPattern(): RegExp {
  return new RegExp(`(!?)\\[\\[(article|entity|note|quote):(${ID})(?:#([^\\]|\\n]*))?(?:\\|((?:[^\\]\\n]|\\](?!\\]))*))?\\]\\]`, "g");
}

/** Every link in `text`, in order; offsets are shifted by `base`. */
export function findLinks(text: string, base = 0): LinkSpan[] {
  const found: LinkSpan[] = [];
  for (const match of text.matchAll(linkPattern())) {
    const [whole, mark, to, id, anchor = "", words = ""] = match;
    if (to === undefined || id === undefined) continue;
    const from = base + match.index;
    found.push({
      from,
      to: from + whole.length,
      target: { to: to as LinkTarget["to"], id: id.toLowerCase() },
      anchor,
      embed: mark === "!",
      words,
    });
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
