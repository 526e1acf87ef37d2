// A note's Markdown as the plain blocks of a page: to be read, not written in.

import type { LinkLabel } from "../../api/generated";
import { labelMap, readableText } from "../notes/linkMarkup";

export type NotePart = { is: "heading" | "item" | "quote" | "paragraph" | "code"; text: string };

/** Marks around words; far apart they are none, which also bounds the time that a long line takes. */
const MARKS = /(\*\*|__|~~|`)(?=\S)(.{1,300}?)(?<=\S)\1/gu;

/** Blocks in their order; links are shown by what they lead to. */
export function noteParts(markdown: string, labels: readonly LinkLabel[]): NotePart[] {
  const parts: NotePart[] = [];
  let code = false;
  let open = false;
  for (const line of readableText(markdown, labelMap(labels)).split("\n")) {
    if (/^\s*(```|~~~)/u.test(line)) {
      code = !code;
      open = false;
      continue;
    }
    const last = parts.at(-1);
    if (code) {
      if (open && last) last.text += `\n${line}`;
      else parts.push({ is: "code", text: line });
      open = true;
      continue;
    }
    const [, mark = "", rest = ""] = /^\s*(#{1,6}\s|[-*+]\s(?:\[[ xX]\]\s)?|\d+[.)]\s|>\s?)?(.*)$/u.exec(line) ?? [];
    const text = rest.replace(MARKS, "$2").trim();
    const is = mark.startsWith("#") ? "heading" : mark.startsWith(">") ? "quote" : mark === "" ? "paragraph" : "item";
    if (text === "") open = false;
    else if (open && last && is === last.is && (is === "paragraph" || is === "quote")) last.text += ` ${text}`;
    else {
      parts.push({ is, text });
      open = true;
    }
  }
  return parts;
}
