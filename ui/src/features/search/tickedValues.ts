// Values that are ticked beside the results, of what an article has one of: its outlet, its
// language. Several are joined by OR: what is in any of these outlets.

import { shapeOf, type Clause } from "./queryParts";
import { narrowed, ungrouped, without } from "./queryText";

/** What an article has one value of. */
export type OneOf = "outlet" | "language";

const OF: Readonly<Record<OneOf, RegExp>> = { outlet: /^(in|outlet)[:：]/iu, language: /^lang(uage)?[:：]/iu };

type Chain = {
  start: number;
  end: number;
  values: readonly string[];
  /** Its last value stays open, or no blank parts it from what follows: nothing is put after it. */
  runsOn: boolean;
};

/** What goes on without a blank. */
const GLUED = /^[^\s()（）]/u;

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Clauses that belong together: those that OR joins, or one. */
function chainsOf(clauses: readonly Clause[]): Clause[][] {
  const chains: Clause[][] = [];
  for (const clause of clauses) {
    if (clause.joined) chains.at(-1)?.push(clause);
    else chains.push([clause]);
  }
  return chains;
}

/** The lists of values of this kind to any of which the whole query is narrowed: mostly one. */
function chainsIn(query: string, of: OneOf): Chain[] {
  const shape = shapeOf(query);
  return chainsOf(shape.clauses).flatMap((chain) => {
    const [first, last] = [chain[0], chain.at(-1)];
    const narrows = first && last && last.end <= shape.end && (chain.length > 1 || first.alone);
    if (!narrows || !chain.every(({ text }) => OF[of].test(text))) return [];
    const open = shape.unclosed && last.end === query.length;
    return { start: first.start, end: last.end, values: chain.map(({ text }) => text), runsOn: open || GLUED.test(query.slice(last.end)) };
  });
}

const has = ({ values }: Chain, token: string): boolean => values.some((value) => same(value, token));

/** Whether this value is one of those ticked. */
export function hasValue(query: string, of: OneOf, token: string): boolean {
  return chainsIn(query, of).some((chain) => has(chain, token));
}

/** Ticks a value beside others of its kind, or no longer. */
export function toggleValue(query: string, of: OneOf, token: string): string {
  const chains = chainsIn(query, of);
  const ticked = chains.find((chain) => has(chain, token));
  if (ticked) return withValues(query, ticked, ticked.values.filter((value) => !same(value, token)));
  const [first] = chains;
  if (!first) return narrowed(query, token);
  return withValues(query, first, first.runsOn ? [token, ...first.values] : [...first.values, token]);
}

/** The values of this kind that are ticked, as they stand. */
export function valuesOf(query: string, of: OneOf): readonly string[] {
  return chainsIn(query, of).flatMap(({ values }) => values);
}

/** The query for all values of this kind. */
export function withoutValues(query: string, of: OneOf): string {
  let rest = query;
  for (let [chain] = chainsIn(rest, of); chain; [chain] = chainsIn(rest, of)) rest = withValues(rest, chain, []);
  return rest;
}

function withValues(query: string, { start, end, values }: Chain, now: readonly string[]): string {
  if (now.length > 0) {
    const rest = query.slice(end);
    const blank = now.at(-1) !== values.at(-1) && GLUED.test(rest) ? " " : "";
    return query.slice(0, start) + now.join(" OR ") + blank + rest;
  }
  if (values.length === 1) return without(query, (text) => same(text, values[0] ?? ""));
  const before = query.slice(0, start);
  const rest = query.slice(end).replace(/^\s/u, "");
  const kept = rest === "" ? before.trimEnd() : before + rest;
  return ungrouped(kept) ?? kept;
}
