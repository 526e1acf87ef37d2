// What a drop or a paste inside the window brings: markup, text, or links.

import type { ImportSource } from "../../api/generated";

/** The part of DataTransfer that is read, so that tests can give one. */
export type Transfer = { getData(type: string): string };

function linkOf(line: string): string | undefined {
  const text = line.trim();
  if (!/^https?:\/\/\S+$/i.test(text)) return undefined;
  try {
    return new URL(text).href;
  } catch {
    return undefined;
  }
}

/** The links, when the text is nothing but links, one a line. */
export function linksIn(text: string): string[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const links = lines.map(linkOf);
  return links.length > 0 && links.every((link) => link !== undefined) ? (links as string[]) : [];
}

/** Where the markup was copied, as Windows' CF_HTML header says; null elsewhere. */
function sourceUrl(html: string): string | null {
  const header = /^Version:[\d.]+\s[\s\S]{0,2000}?\bSourceURL:(\S+)/.exec(html);
  return header ? (linkOf(header[1] ?? "") ?? null) : null;
}

/** Whether markup has any words; an image alone has none. */
function hasWords(html: string): boolean {
  const page = new DOMParser().parseFromString(html, "text/html");
  page.querySelectorAll("script, style, template").forEach((element) => element.remove());
  return (page.body.textContent ?? "").trim() !== "";
}

/** What to import: links before markup before text. Nothing when there is nothing to keep. */
export function sourcesOf(transfer: Transfer): ImportSource[] {
  const text = transfer.getData("text/plain");
  const html = transfer.getData("text/html");
  const list = transfer.getData("text/uri-list").split(/\r?\n/).filter((line) => !line.startsWith("#")).join("\n");
  const links = linksIn(text || list);
  // A dragged link also carries markup of itself; what is wanted is the page.
  if (links.length > 0) return links.map((url) => ({ from: "link", url }));
  const listed = linksIn(list);
  if (listed.length > 0 && text.trim() === "") return listed.map((url) => ({ from: "link", url }));
  if (html && hasWords(html)) return [{ from: "html", html, url: sourceUrl(html) }];
  return text.trim() ? [{ from: "text", text }] : [];
}

/** Characters up to which a line is no article yet. */
const SCRAP = 40;

/** The words of what is only a line of a few words, copied for something else perhaps; null of what can be an article. */
export function scrapOf(sources: readonly ImportSource[]): string | null {
  const [only, more] = sources;
  if (only === undefined || more !== undefined || only.from === "link") return null;
  if (only.from !== "text" && only.from !== "html") return null;
  const text = only.from === "text" ? only.text : (new DOMParser().parseFromString(only.html, "text/html").body.textContent ?? "");
  const words = text.trim();
  return words.includes("\n") || [...words].length > SCRAP ? null : words;
}
