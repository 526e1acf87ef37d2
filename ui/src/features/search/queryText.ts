// The text of a query, taken apart for the search box: what narrows stands as chips
// before the words. The core reads the whole text; nothing here decides what is found.

import { languageName } from "../../text/language";
import { FIELD, shapeOf, type Clause, type Shape } from "./queryParts";

/** Dates of several words, such as `after:last month`, and their beginnings: no chip holds them. */
const OPEN_DATE = /^-?(before|after|on):((last|past|this|\d{1,3})$|[^\s"“”„«»]+\s)/iu;
const ENTITY = /^(person|org|organisation|organization|place|event)$/u;
const QUOTES = "\"“”„«»";
/** Parentheses deeper than these the core does not read. */
const DEEPEST = 16;

export type Chip = {
  /** As it stands in the query: `-in:"Le Monde"`. */
  text: string;
  negated: boolean;
  field: string;
  value: string;
};

/** The query as chips and the words after them. */
export type Query = { chips: readonly Chip[]; words: string };

function unquoted(text: string): string {
  return text.replace(new RegExp(`^[${QUOTES}]|[${QUOTES}]$`, "gu"), "");
}

/** Marks that end a phrase begun with a straight one, as the query's reader has it. */
const CLOSING = /["＂“”„]/gu;

/** Words between straight marks. */
export function phraseOf(words: string): string {
  return `"${words.replace(CLOSING, " ")}"`;
}

/** A value as it is written after a field's name. */
export function valueOf(value: string): string {
  return /^[\p{L}\p{N}]+$/u.test(value) ? value : phraseOf(value);
}

/** The chip that a clause is; undefined when it is none. */
export function chipOf(text: string): Chip | undefined {
  const negated = text.startsWith("-");
  const [whole, field] = FIELD.exec(negated ? text.slice(1) : text) ?? [];
  if (whole === undefined || field === undefined || OPEN_DATE.test(text)) return undefined;
  const value = unquoted(text.slice(whole.length + (negated ? 1 : 0)));
  return value === "" ? undefined : { text, negated, field: field.toLowerCase(), value };
}

/** The clause that is still being typed, or that something is written on to, is no chip yet. */
const isChip = (query: string, { text, start, end }: Clause): boolean =>
  /\s/u.test(query[start - 1] ?? " ") && /\s/u.test(query[end] ?? "") && chipOf(text) !== undefined;

/** A language's code is said by its name: "Russian" for `lang:ru`; `=`, for what is tagged so, is not said. */
export function shownValue({ field, value }: Chip): string {
  if (ENTITY.test(field) && value.startsWith("=")) return value.slice(1).trimStart();
  return /^lang(uage)?$/u.test(field) && /^[a-z]{2,3}$/iu.test(value) ? languageName(value.toLowerCase()) : value;
}

/** Where the chips end that stand before everything else and narrow all of it. */
function headEnd(query: string, shape: Shape): number {
  let end = query.length - query.trimStart().length;
  if (shape.bound) return end;
  for (const clause of shape.clauses) {
    if (clause.start !== end || !clause.alone || !isChip(query, clause)) break;
    end = query.length - query.slice(clause.end).trimStart().length;
  }
  return end;
}

/**
 * Takes a query apart. Where the order means something, nothing is moved. What is written as a
 * field and searched `asWords`, since its value means nothing to the field, stays among the words.
 */
export function takeApart(query: string, asWords: (text: string) => boolean = () => false): Query {
  const shape = shapeOf(query);
  const until = shape.nested ? headEnd(query, shape) : query.length;
  const chips: Chip[] = [];
  let words = "";
  let from = 0;
  for (const clause of shape.clauses) {
    const isIn = clause.end <= until && isChip(query, clause) && !asWords(clause.text.replace(/^-/u, ""));
    const chip = isIn ? chipOf(clause.text) : undefined;
    if (chip) chips.push(chip);
    words += chip ? query.slice(from, clause.start).trimEnd() : query.slice(from, clause.end);
    from = clause.end;
  }
  words += query.slice(from);
  return { chips, words: chips.length === 0 && shape.nested ? words : words.trimStart() };
}

/** Puts a query together again. */
export function putTogether({ chips, words }: Query): string {
  return chips.map(({ text }) => `${text} `).join("") + words;
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Whether `token` narrows the whole query. */
export function hasToken(query: string, token: string): boolean {
  return shapeOf(query).clauses.some(({ text, alone }) => alone && same(text, token));
}

/** Narrows a query by `token`, or no longer. */
export function toggleToken(query: string, token: string): string {
  return hasToken(query, token) ? without(query, (text) => same(text, token)) : narrowed(query, token);
}

/**
 * The query narrowed by `token`, after the chips that narrow it already. An OR joins only
 * what stands beside it, so that most queries need no parentheses for that.
 */
export function narrowed(query: string, token: string): string {
  const shape = shapeOf(query);
  if (needsGroup(query, shape)) {
    const close = shape.unclosed && shape.end === query.length ? "" : ")";
    return `${token} (${query.slice(0, shape.end)}${close}${query.slice(shape.end)}`;
  }
  const at = headEnd(query, shape);
  return `${query.slice(0, at)}${token} ${query.slice(at)}`;
}

/** Whether a token put before it would be joined to it, or be taken for one that was. */
const needsGroup = (query: string, shape: Shape, deepest = DEEPEST): boolean =>
  shape.bound || (deepest > 0 && ungrouped(query, deepest - 1) !== null);

/** The query in the parentheses that `narrowed` has put; null where it has put none. */
export function ungrouped(query: string, deepest = DEEPEST): string | null {
  if (!query.startsWith("(")) return null;
  const { end } = shapeOf(query);
  for (const first of [query.slice(1, end - 1), query.slice(1, end)]) {
    const shape = shapeOf(first);
    const closed = query.slice(1 + first.length, end) === ")";
    const meant = shape.end === first.length && shape.unclosed !== closed;
    if (meant && (closed || 1 + first.length === end) && needsGroup(first, shape, deepest)) return first + query.slice(end);
  }
  return null;
}

/** The query without the clauses that narrow all of it and are `gone`. */
export function without(query: string, gone: (text: string) => boolean): string {
  let kept = "";
  let from = 0;
  for (const { text, start, end, alone } of shapeOf(query).clauses) {
    if (!alone || !gone(text)) continue;
    kept += query.slice(from, start);
    // The blank after it goes with it; the one before it, when nothing follows.
    if (end === query.length) kept = kept.trimEnd();
    from = end + (/\s/u.test(query[end] ?? "") ? 1 : 0);
  }
  if (from === 0) return query;
  kept += query.slice(from);
  const bare = ungrouped(kept);
  return bare === null ? kept : without(bare, gone);
}

/** Months between which a query asks, as `2022-05`: the first that counts and the first that does not. */
export type Range = { from: string | null; until: string | null };

const DATE = /^(before|after|on)[:：]/iu;

export function rangeOf(query: string): Range {
  const found: Range = { from: null, until: null };
  for (const { text, alone } of shapeOf(query).clauses) {
    const [, field, month] = /^(before|after)[:：](\d{4}-\d{2})(?:-\d{2})?$/iu.exec(text) ?? [];
    if (!alone || !field || !month) continue;
    if (field.toLowerCase() === "after") found.from = month;
    else found.until = month;
  }
  return found;
}

/** The query with this range in the place of the dates that narrow all of it. */
export function setRange(query: string, { from, until }: Range): string {
  const rest = without(query, (text) => DATE.test(text));
  const tokens = [...(from ? [`after:${from}`] : []), ...(until ? [`before:${until}`] : [])];
  return tokens.reduce(narrowed, rest);
}

/** Whether what stands before `end`, in characters, is as it was when the query was read. */
export function isAsRead(read: string, now: string, end: number): boolean {
  const [was, is] = [[...read], [...now]];
  const goesOn = /[\p{L}\p{M}\p{N}]/u.test(is[end] ?? "");
  return was.slice(0, end).join("") === is.slice(0, end).join("") && (!goesOn || is[end] === was[end]);
}
