// The field that is being typed in the search box, to be completed.

import type { QueryField } from "../../api/generated";

/** Fields with values to offer, by the names that they may be typed with. */
const FIELDS: Record<string, QueryField> = {
  in: "outlet",
  outlet: "outlet",
  lang: "lang",
  language: "lang",
  type: "type",
  tag: "tag",
  person: "person",
  org: "org",
  organisation: "org",
  organization: "org",
  place: "place",
  event: "event",
  is: "is",
  has: "has",
  before: "before",
  after: "after",
  on: "on",
};
const DATES: ReadonlySet<QueryField> = new Set(["before", "after", "on"]);
const OPENING = "\"“„«";
const CLOSING = "\"”»";

export type FieldPrompt = {
  field: QueryField;
  /** The name as it was typed, with the `-` before it. */
  written: string;
  typed: string;
  /** Where the field begins, and where what was typed ends, in UTF-16 units. */
  start: number;
  end: number;
};

/** The field whose value ends at `caret`; null when there is none. */
export function fieldPrompt(words: string, caret: number): FieldPrompt | null {
  const after = words[caret];
  if (after !== undefined && !/\s/u.test(after)) return null;
  const before = words.slice(0, caret);
  const found = [...before.matchAll(/(^|[\s(])(-?)(\p{L}+):/gu)].at(-1);
  const field = FIELDS[found?.[3]?.toLowerCase() ?? ""];
  if (!found || !field) return null;
  const start = found.index + (found[1] ?? "").length;
  const value = before.slice(found.index + found[0].length);
  const quoted = value !== "" && OPENING.includes(value[0] ?? "");
  const typed = quoted ? value.slice(1) : value;
  // Closed: the value is whole. Only a date has blanks without quotation marks.
  if ([...CLOSING].some((mark) => typed.includes(mark))) return null;
  if (!quoted && /\s/u.test(typed) && !(DATES.has(field) && /^(last|this|past|\d+)\s\p{L}*$/iu.test(typed))) return null;
  return { field, written: `${found[2] ?? ""}${found[3] ?? ""}:`, typed, start, end: caret };
}

/** The words with the field's value put in, and a blank after it. */
export function withValue(words: string, prompt: FieldPrompt, value: string): string {
  const rest = words.slice(prompt.end).trimStart();
  return `${words.slice(0, prompt.start)}${prompt.written}${value} ${rest}`;
}
