// A query cut into what it asks for side by side, as the core cuts it (`search/query/lexer`
// and `parser`): words, phrases and fields, parted by blanks, joined by OR, in parentheses.

type Part = {
  is: "open" | "close" | "or" | "word" | "text";
  start: number;
  end: number;
  negated: boolean;
  /** Quotation marks or parentheses that stay open to the end of the query. */
  unclosed: boolean;
};

export type Clause = {
  start: number;
  end: number;
  text: string;
  /** Joined to no other by OR, so that it narrows all the rest. */
  alone: boolean;
  /** It is joined by OR to the one before it. */
  joined: boolean;
};

/** The outermost parts of a query. */
export type Shape = {
  clauses: readonly Clause[];
  /** An OR stands before anything that it could join: what is put before it would be joined. */
  bound: boolean;
  /** Where what belongs together ends: at a closing parenthesis too many, or the query's end. */
  end: number;
  /** A parenthesis or quotation mark stays open. */
  unclosed: boolean;
  /** There are operators, so that the order means something. */
  nested: boolean;
};

export const FIELD =
  /^(title|by|in|outlet|lang|language|type|tag|dossier|person|org|organisation|organization|place|event|speaker|before|after|on|has|is)[:：]/iu;

const DOUBLE = "\"＂“”„";
const CLOSING: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...DOUBLE].map((mark) => [mark, DOUBLE])),
  "«": "»",
  "「": "」",
  "『": "』",
  "《": "》",
};

const BLANK = /\s/u;
const INVISIBLE = /[\u200B\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069\uFEFF\p{Cc}]/u;
const ALNUM = /[\p{L}\p{N}]/u;
const UNIT = /^(days?|weeks?|months?|years?)$/iu;
const COUNT = /^\d{1,4}$/;

/** Where the phrase ends whose opening mark is before `from`. */
function phraseEnd(query: string, from: number, closing: string): { end: number; unclosed: boolean } {
  for (let at = from; at < query.length; at += 1) {
    if (closing.includes(query[at] ?? "")) return { end: at + 1, unclosed: false };
  }
  return { end: query.length, unclosed: true };
}

function runEnd(query: string, from: number): number {
  const length = query.slice(from).search(/[\s()（）]/u);
  return length < 0 ? query.length : from + length;
}

/** The part that begins at `at`, and whether what follows it begins anew. */
function partAt(query: string, at: number, fresh: boolean): [Omit<Part, "start" | "negated">, boolean] {
  const c = query[at] ?? "";
  if (c === "(" || c === "（") return [{ is: "open", end: at + 1, unclosed: false }, true];
  if (c === ")" || c === "）") return [{ is: "close", end: at + 1, unclosed: false }, false];
  const closing = CLOSING[c];
  if (closing !== undefined && (fresh || c === '"')) {
    const { end, unclosed } = phraseEnd(query, at + 1, closing);
    const near = /^~\d{1,9}/.exec(query.slice(end));
    return [{ is: "text", end: end + (near?.[0].length ?? 0), unclosed }, true];
  }
  const end = runEnd(query, at);
  const field = fresh ? FIELD.exec(query.slice(at, end)) : null;
  if (field) {
    const from = at + field[0].length;
    const quote = CLOSING[query[from] ?? ""];
    return [{ is: "text", ...(quote === undefined ? { end, unclosed: false } : phraseEnd(query, from + 1, quote)) }, false];
  }
  return [{ is: query.slice(at, end) === "OR" ? "or" : "word", end, unclosed: false }, false];
}

function partsOf(query: string): Part[] {
  const parts: Part[] = [];
  let fresh = true;
  for (let at = 0; at < query.length; ) {
    const start = at;
    const c = query[at] ?? "";
    if (BLANK.test(c) || INVISIBLE.test(c)) {
      at += 1;
      fresh ||= BLANK.test(c);
      continue;
    }
    const next = String.fromCodePoint(query.codePointAt(at + 1) ?? 32);
    const negated = (c === "-" || c === "−") && fresh && (ALNUM.test(next) || next === "(" || next in CLOSING);
    const needed = c === "+" && fresh && ALNUM.test(next);
    const [part, anew] = partAt(query, negated || needed ? at + 1 : at, fresh);
    parts.push({ ...part, start, negated });
    at = part.end;
    fresh = anew;
  }
  return withDates(query, parts);
}

/** Dates of several words are one part: `after:last 3 weeks`. */
function withDates(query: string, parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at];
    if (!part) break;
    const first = /^[-−]?(?:before|after|on)[:：](\S+)$/iu.exec(query.slice(part.start, part.end))?.[1]?.toLowerCase() ?? "";
    const [one = "", two = ""] = parts.slice(at + 1, at + 3).map((next) => (next.is === "word" && !next.negated ? query.slice(next.start, next.end) : ""));
    let words = 0;
    if (/^(this|last|past)$/.test(first) && UNIT.test(one)) words = 1;
    else if (/^(last|past)$/.test(first) && COUNT.test(one) && UNIT.test(two)) words = 2;
    else if (COUNT.test(first) && UNIT.test(one) && two.toLowerCase() === "ago") words = 2;
    joined.push({ ...part, end: parts[at + words]?.end ?? part.end });
    at += words;
  }
  return joined;
}

/** Takes a query apart at its outermost level. */
export function shapeOf(query: string): Shape {
  const clauses: Clause[] = [];
  let bound = false;
  let unclosed = false;
  let nested = false;
  let end: number | null = null;
  let depth = 0;
  let group: { start: number; negated: boolean; empty: boolean } = { start: 0, negated: false, empty: true };
  // What one sequence remembers from part to part.
  let before: Clause | null = null;
  let afterOr = false;
  let negated = false;

  const place = (start: number, until: number, isNegated: boolean, isEmpty: boolean): void => {
    const joined = afterOr;
    // A minus of its own text is taken away with it; one that stands before an OR is not.
    const clause: Clause = { start, end: until, text: query.slice(start, until), alone: !negated, joined: false };
    afterOr = false;
    negated = false;
    if (isEmpty) return;
    clauses.push(clause);
    if (isNegated) return;
    clause.joined = joined && before !== null;
    if (joined && before) before.alone = clause.alone = false;
    else if (joined && end === null) bound = true;
    before = clause;
  };

  for (const part of partsOf(query)) {
    nested ||= part.is === "open" || part.is === "close" || part.is === "or";
    unclosed ||= part.unclosed;
    if (part.is === "close") {
      if (depth === 0) {
        end ??= part.start;
        before = null;
        afterOr = negated = false;
      } else if ((depth -= 1) === 0) place(group.start, part.end, group.negated, group.empty);
      continue;
    }
    const text = query.slice(part.start, part.end).replace(/^[-−]/u, "");
    const field = FIELD.exec(text);
    const empty = !ALNUM.test(field ? text.slice(field[0].length) : text);
    if (depth > 0) {
      if (part.is === "open") depth += 1;
      else group.empty &&= part.is === "or" || empty;
    } else if (part.is === "open") {
      depth = 1;
      group = { start: part.start, negated: negated || part.negated, empty: true };
    } else if (part.is === "or" || (field !== null && empty)) {
      afterOr ||= part.is === "or";
      negated ||= part.negated;
    } else place(part.start, part.end, negated || part.negated, empty);
  }
  if (depth > 0) place(group.start, query.length, group.negated, group.empty);
  return { clauses, bound, end: end ?? query.length, unclosed: unclosed || depth > 0, nested };
}
