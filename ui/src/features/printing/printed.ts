// What is printed of an article, a note or a dossier: lines in their order, all of them, with
// the addresses that a page on paper can't be led by.

import { articles, entities, notes } from "../../api/client";
import { clippings } from "../../api/clippings";
import { dossiers } from "../../api/dossiers";
import type { Article, ArticleId, Clipping, DossierId, DossierItem, Note, NoteId } from "../../api/generated";
import { dossierWords, statusWords } from "../../strings/dossiers";
import { count, entityWords, list, noteWords } from "../../strings/en";
import { printWords as words } from "../../strings/printing";
import { fullTime, localDate } from "../../text/time";
import { quoteText } from "../clippings/copyQuote";
import { namesToRead } from "../entities/names";
import { cellTexts } from "../articles/tableRows";
import { noteParts, type NotePart } from "../dossiers/noteParts";
import type { Run } from "../notes/richText";

export type Line = {
  is: "title" | "heading" | "stand" | "about" | "remark" | "paragraph" | "item" | "quote" | "code" | "caption" | "row";
  words: string;
  /** The words with their marks, where they have any. */
  runs?: readonly Run[];
  lang?: string | null;
  /** Of a numbered item: what it begins with. */
  number?: string;
  /** Of titles and headings, from 1. */
  level?: number;
};

/** What a page is called, for the name of a file, and what it says. */
export type Page = { name: string; lines: Line[] };

/** Items of a dossier that are printed. */
export const MOST_ITEMS = 500;
/** Articles that a note leads to whose addresses are printed. */
const MOST_ADDRESSES = 100;

const BLOCKS = { paragraph: "paragraph", heading: "heading", quote: "quote", listItem: "item", caption: "caption", code: "code", tableRow: "row" } as const;
const WEB_LINK = /\[([^\]\n]{1,300})\]\(<?(https?:\/\/[^)>\s]{1,2000})>?\)/gu;
const PICTURE = /!\[([^\]\n]{0,300})\]\(image:[0-9a-f]{64}\)/gu;

/** A row on one line: what has no words keeps its place. */
const rowWords = (text: string): string => cellTexts(text).map((cell) => cell || "–").join(" | ");

export function articleLines(article: Article, level = 1): Line[] {
  const { language: lang } = article;
  const about = [article.outlet, article.byline.join(", "), article.published ? fullTime(article.published) : ""];
  const lines: Line[] = [{ is: "title", words: article.title || list.untitled, lang, level }];
  if (article.standfirst) lines.push({ is: "stand", words: article.standfirst, lang });
  lines.push({ is: "about", words: about.filter(Boolean).join(", ") });
  if (article.canonicalUrl) lines.push({ is: "about", words: article.canonicalUrl });
  for (const { kind, text, lang: own } of article.blocks) lines.push({ is: BLOCKS[kind], words: kind === "tableRow" ? rowWords(text) : text, lang: own ?? lang, ...(kind === "heading" ? { level: level + 1 } : {}) });
  return lines.filter((line) => line.words !== "");
}

const runsOf = ({ runs }: NotePart): Pick<Line, "runs"> => (runs ? { runs } : {});

/** A task with its box. */
function ticked(part: NotePart): Line {
  const box = part.done ? "\u2611 " : "\u2610 ";
  return { is: "item", words: box + part.text, ...(part.runs ? { runs: [{ text: box }, ...part.runs] } : {}) };
}

/** A note's text; quotes that stand on their own line are printed with who said them, and links with their addresses. */
export function noteLines(note: Note, quotes: ReadonlyMap<string, Clipping>, addresses: readonly string[], level = 1): Line[] {
  const lines: Line[] = [{ is: "title", words: note.title || noteWords.untitled, level }];
  lines.push({ is: "about", words: noteWords.edited(localDate(note.editedAt)) });
  const written = note.body.replace(PICTURE, (_, said: string) => words.picture(said)).replace(WEB_LINK, "$1 ($2)");
  for (const part of noteParts(written, note.links)) {
    const card = part.quote === undefined ? undefined : quotes.get(part.quote);
    if (part.is === "card") lines.push(card ? { is: "quote", words: quoteText(card), lang: card.source.language } : { is: "quote", words: part.text });
    else if (part.is === "table") lines.push(...part.text.split("\n").map((row): Line => ({ is: "row", words: row })));
    else if (part.is === "footnote") lines.push({ is: "about", words: part.text, ...runsOf(part) });
    else if (part.done !== undefined) lines.push(ticked(part));
    else lines.push({ is: part.is, words: part.text, ...runsOf(part), ...(part.number ? { number: part.number } : {}), ...(part.is === "heading" ? { level: level + 1 } : {}) });
  }
  if (addresses.length > 0) {
    lines.push({ is: "heading", words: words.addresses, level: level + 1 });
    lines.push(...addresses.map((address): Line => ({ is: "item", words: address })));
  }
  return lines;
}

export async function printedArticle(id: ArticleId): Promise<Page> {
  const article = await articles.get(id);
  return { name: article.title, lines: articleLines(article) };
}

async function linesOfNote(id: NoteId, level: number): Promise<Line[]> {
  const note = await notes.get(id);
  const ids = note.links.flatMap(({ target }) => (target.to === "quote" ? [target.id] : []));
  const quotes = new Map((ids.length === 0 ? [] : await clippings.getSome(ids)).map((one) => [one.id, one]));
  const addresses: string[] = [];
  for (const { target, title } of note.links.filter((link) => link.target.to === "article" && !link.gone).slice(0, MOST_ADDRESSES)) {
    const { canonicalUrl } = await articles.get(target.id);
    if (canonicalUrl) addresses.push(`${title} (${canonicalUrl})`);
  }
  return noteLines(note, quotes, addresses, level);
}

export async function printedNote(id: NoteId): Promise<Page> {
  const lines = await linesOfNote(id, 1);
  return { name: lines[0]?.words ?? "", lines };
}

async function linesOfItem(item: DossierItem, level: number): Promise<Line[]> {
  const remark = [statusWords[item.status] ?? item.status, item.question].filter((part) => part !== "").join(" \u2013 ");
  const remarks: Line[] = remark === "" ? [] : [{ is: "remark", words: remark }];
  const { target } = item;
  if (target.is === "heading") return [{ is: "heading", words: item.title, level }, ...remarks];
  if (item.gone) return [{ is: "title", words: `${item.title} (${dossierWords.gone})`, level }, ...remarks];
  if (item.quote) return [{ is: "quote", words: quoteText(item.quote), lang: item.language }, ...remarks];
  if (target.is === "article") return [...articleLines(await articles.get(target.id), level), ...remarks];
  if (target.is === "note") return [...(await linesOfNote(target.id, level)), ...remarks];
  const entity = await entities.get(target.id);
  const { first, others } = namesToRead(entity.names);
  const called = first.map(({ text }) => text).concat(others.length > 0 ? [entityWords.moreNames(count(others.length))] : []);
  const names: Line[] = called.length === 0 ? [] : [{ is: "about", words: called.join(" \u00B7 ") }];
  const said: Line[] = entity.description === "" ? [] : [{ is: "paragraph", words: entity.description }];
  return [{ is: "title", words: entity.name, level }, ...names, ...said, ...remarks];
}

/** All of a dossier, folded or not, or what of it has the status that it is narrowed to. */
export async function printedDossier(id: DossierId, status: string | null): Promise<Page> {
  const page = status === null ? await dossiers.whole(id, 0, MOST_ITEMS) : await dossiers.page(id, status, 0, MOST_ITEMS);
  const lines: Line[] = [{ is: "title", words: page.dossier.name, level: 1 }];
  if (status !== null) lines.push({ is: "about", words: words.narrowed(statusWords[status] ?? status) });
  for (const item of page.rows) lines.push(...(await linesOfItem(item, Math.min(item.depth + 2, 6))));
  if (page.total > page.rows.length) lines.push({ is: "remark", words: words.cut(count(page.rows.length), count(page.total)) });
  return { name: page.dossier.name, lines };
}
