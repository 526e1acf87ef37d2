// The text of a query, taken apart for the search box: what narrows stands as chips
// before the words. The core reads the whole text; nothing here decides what is found.

/** The fields that a chip may name, as the query language has them. */
const FIELDS =
  /^-?(title|by|in|outlet|lang|language|type|tag|dossier|person|org|organisation|organization|place|event|speaker|before|after|on|has|is):(.+)$/iu;
/** Dates of several words, such as `after:last month`: no chip can hold them. */
const OPEN_DATE = /^-?(before|after|on):(last|past|this|\d{1,3})$/iu;
const QUOTES = "\"“”„«»";

export type Chip = {
  /** As it stands in the query: `-in:"Le Monde"`. */
  text: string;
  negated: boolean;
  field: string;
  value: string;
};

/** The query as chips and the words after them. */
export type Query = { chips: readonly Chip[]; words: string };

/** Stretches between blanks; what stands in quotation marks stays whole. */
function stretches(query: string): { text: string; end: number }[] {
  const pattern = new RegExp(`(?:[${QUOTES}][^${QUOTES}]*(?:[${QUOTES}]|$)|[^\\s${QUOTES}])+`, "gu");
  return [...query.matchAll(pattern)].map(({ 0: text, index }) => ({ text, end: index + text.length }));
}

function unquoted(text: string): string {
  return text.replace(new RegExp(`^[${QUOTES}]|[${QUOTES}]$`, "gu"), "");
}

/** The chip that a stretch is; undefined when it is none. */
export function chipOf(text: string): Chip | undefined {
  const [, field, value] = FIELDS.exec(text) ?? [];
  if (field === undefined || value === undefined || OPEN_DATE.test(text) || unquoted(value) === "") return undefined;
  return { text, negated: text.startsWith("-"), field: field.toLowerCase(), value: unquoted(value) };
}

/** Whether order means something in it, so that nothing may be moved. */
function isNested(query: string): boolean {
  return stretches(query).some(({ text }) => text === "OR" || /^-?\(|\)$/u.test(text));
}

/** Takes a query apart. The stretch that is still being typed is no chip yet. */
export function takeApart(query: string): Query {
  if (isNested(query)) return { chips: [], words: query };
  const chips: Chip[] = [];
  let words = "";
  let from = 0;
  for (const { text, end } of stretches(query)) {
    const chip = end < query.length ? chipOf(text) : undefined;
    if (chip) chips.push(chip);
    else words += query.slice(from, end);
    from = end;
  }
  words += query.slice(from);
  return { chips, words: words.trimStart() };
}

/** Puts a query together again. */
export function putTogether({ chips, words }: Query): string {
  return chips.map(({ text }) => `${text} `).join("") + words;
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

export function hasToken(query: string, token: string): boolean {
  return stretches(query).some(({ text }) => same(text, token));
}

/** Narrows a query by `token`, or no longer. */
export function toggleToken(query: string, token: string): string {
  if (hasToken(query, token)) return withoutTokens(query, (text) => same(text, token));
  if (isNested(query)) return `(${query.trim()}) ${token} `;
  const { chips, words } = takeApart(`${query} `);
  return `${putTogether({ chips, words: "" })}${token} ${words.trimEnd()}`;
}

function withoutTokens(query: string, gone: (text: string) => boolean): string {
  let kept = "";
  let from = 0;
  for (const { text, end } of stretches(query)) {
    if (!gone(text)) kept += query.slice(from, end);
    from = end;
  }
  return (kept + query.slice(from)).trimStart();
}

/** Months between which a query asks, as `2022-05`: the first that counts and the first that does not. */
export type Range = { from: string | null; until: string | null };

const DATE = /^(before|after|on):/iu;

export function rangeOf(query: string): Range {
  const found: Range = { from: null, until: null };
  for (const { text } of stretches(query)) {
    const [, field, month] = /^(before|after):(\d{4}-\d{2})(?:-\d{2})?$/iu.exec(text) ?? [];
    if (!field || !month) continue;
    if (field.toLowerCase() === "after") found.from = month;
    else found.until = month;
  }
  return found;
}

export function setRange(query: string, { from, until }: Range): string {
  const rest = withoutTokens(query, (text) => DATE.test(text));
  const tokens = [...(from ? [`after:${from}`] : []), ...(until ? [`before:${until}`] : [])];
  return tokens.reduce((text, token) => toggleToken(text, token), rest);
}
