// Results as a list of sources: title, outlet, date, link.

import type { Citation } from "../../api/generated";
import { list } from "../../strings/en";
import { dateOf } from "../../text/time";

/** Letters that Markdown would read as markup. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>]/gu, "\\$&");

function facts({ byline, outlet, published }: Citation): string[] {
  return [byline.join(", "), outlet ?? "", published ? dateOf(published) : list.undated].filter((fact) => fact !== "");
}

function asText(source: Citation): string {
  return [source.title || list.untitled, ...facts(source), ...(source.url ? [source.url] : [])].join(". ");
}

function asMarkdown(source: Citation): string {
  const title = plain(source.title || list.untitled);
  // A link with a blank or a bracket would end before its end.
  const link = source.url ? `[${title}](<${source.url.replace(/[<>\s]/gu, encodeURIComponent)}>)` : title;
  return `- ${[link, ...facts(source).map(plain)].join(", ")}`;
}

export function citationList(sources: readonly Citation[], form: "plain" | "markdown"): string {
  return `${sources.map(form === "plain" ? asText : asMarkdown).join("\n")}\n`;
}
