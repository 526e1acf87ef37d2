import { readableText } from "./linkMarkup";

const segmenter =
  typeof Intl.Segmenter === "function" ? new Intl.Segmenter(undefined, { granularity: "word" }) : null;

/** Words of a note as read: links count by what they show, marks don't count. */
export function countWords(markdown: string): number {
  const text = readableText(markdown);
  if (segmenter === null) {
    return (text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu) ?? []).length;
  }
  let words = 0;
  for (const segment of segmenter.segment(text)) {
    if (segment.isWordLike === true) words += 1;
  }
  return words;
}
