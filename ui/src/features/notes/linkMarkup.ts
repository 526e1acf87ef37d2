/**
 * The markup of links in a note's Markdown: `[[article:ID|words]]`,
 * `[[entity:ID|words]]`, `[[note:ID|words]]`, `[[quote:ID|words]]`. The id is what the link means;
 * the words are what was shown when it was written.
 */
import type { LinkLabel, LinkTarget } from "../../api/generated";

export interface LinkSpan {
  /** Offsets in UTF-16 units, as in the editor. */
  from: number;
  to: number;
  target: LinkTarget;
  words: string;
}

/** Whether an id is one of the notebook's, the notebook says; here it only has to look like one. */
const ID = "[0-9a-zA-Z][0-9a-zA-Z-]{0,63}";

function linkPattern(): RegExp {
  return new RegExp(`\\[\\[(article|entity|note|quote):(${ID})(?:\\|((?:[^\\]\\n]|\\](?!\\]))*))?\\]\\]`, "g");
}

/** Every link in `text`, in order; offsets are shifted by `base`. */
export function findLinks(text: string, base = 0): LinkSpan[] {
  const found: LinkSpan[] = [];
  for (const match of text.matchAll(linkPattern())) {
    const [whole, to, id, words = ""] = match;
    if (to === undefined || id === undefined) continue;
    const from = base + match.index;
    found.push({
      from,
      to: from + whole.length,
      target: { to: to as LinkTarget["to"], id: id.toLowerCase() },
      words,
    });
  }
  return found;
}

/** Words as they can stand inside a link: one line, without square brackets. */
export function linkWords(title: string): string {
  return title.replace(/\s+/g, " ").replace(/\[/g, "(").replace(/\]/g, ")").trim();
}

export function linkMarkup(target: LinkTarget, title: string): string {
  return `[[${target.to}:${target.id}|${linkWords(title)}]]`;
}

/** One key for each target, to look labels up by. */
export function targetKey(target: LinkTarget): string {
  return `${target.to}:${target.id.toLowerCase()}`;
}

export type LabelMap = ReadonlyMap<string, LinkLabel>;

export function labelMap(labels: readonly LinkLabel[]): LabelMap {
  return new Map(labels.map((label) => [targetKey(label.target), label]));
}

/** What a link shows: the target's title now, or its last words when it is gone. */
export function shownWords(link: Pick<LinkSpan, "target" | "words">, labels: LabelMap): string {
  const label = labels.get(targetKey(link.target));
  if (label === undefined || label.gone || label.title === "") return link.words;
  return label.title;
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
