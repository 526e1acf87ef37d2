// Moving the ends of a span by whole words, in any script.

import type { Span } from "../../api/generated";
import { toScalars } from "../../text/offsets";

/** Where words begin and end, in scalar values. */
function edges(text: string, language: string | null): { begins: number[]; ends: number[] } {
  const begins: number[] = [];
  const ends: number[] = [];
  let locale: string | undefined;
  try {
    locale = language === null ? undefined : Intl.getCanonicalLocales(language)[0];
  } catch {
    locale = undefined;
  }
  for (const { index, segment, isWordLike } of new Intl.Segmenter(locale, { granularity: "word" }).segment(text)) {
    if (!isWordLike) continue;
    begins.push(toScalars(text, index));
    ends.push(toScalars(text, index + segment.length));
  }
  return { begins, ends };
}

/** The span with its beginning or its end moved by one word; the same where there is none. */
export function stepped(text: string, language: string | null, span: Span, side: "start" | "end", by: 1 | -1): Span {
  const { begins, ends } = edges(text, language);
  if (side === "start") {
    const start = by < 0 ? begins.findLast((at) => at < span.start) : begins.find((at) => at > span.start);
    return start === undefined || start >= span.end ? span : { ...span, start };
  }
  const end = by < 0 ? ends.findLast((at) => at < span.end) : ends.find((at) => at > span.end);
  return end === undefined || end <= span.start ? span : { ...span, end };
}
