// What is asked to count what a search finds, beside its results.

import { search as client } from "../../api/client";
import type { FacetCount, NameChoice, SearchFacets } from "../../api/generated";
import { chipOf, rangeOf, setRange } from "./queryText";
import { hasValue, valuesOf, withoutValues, type OneOf } from "./tickedValues";

export type Counted = { text: string; names: NameChoice | undefined };

/**
 * Counts of what is found, each of an article's one value without what was ticked of the same
 * kind, so that another can be ticked beside it: the months without the dates, the outlets
 * without the outlets, the languages without the languages.
 */
export async function askFacets({ text, names }: Counted, asker: string): Promise<SearchFacets> {
  const { from, until } = rangeOf(text);
  const of = (counted: string, part: string): Promise<SearchFacets> => client.facets(counted, names, `${asker}/${part}`);
  const without = async (counted: string, part: string): Promise<SearchFacets | null> => (counted === text ? null : of(counted, part));
  const [facets, ever, anywhere, any] = await Promise.all([
    of(text, "all"),
    from === null && until === null ? null : of(setRange(text, { from: null, until: null }), "ever"),
    without(withoutValues(text, "outlet"), "anywhere"),
    without(withoutValues(text, "language"), "any"),
  ]);
  return {
    ...facets,
    ...(ever && { months: ever.months }),
    ...(anywhere && withOutlets(anywhere, tickedBeside(anywhere.outlets, facets.outlets, text, "outlet"))),
    ...(any && { languages: [...any.languages, ...tickedBeside(any.languages, facets.languages, text, "language")] }),
  };
}

function withOutlets({ outlets, moreOutlets }: SearchFacets, ticked: readonly FacetCount[]): Pick<SearchFacets, "outlets" | "moreOutlets"> {
  const found = ticked.filter(({ count }) => count > 0).length;
  return { outlets: [...outlets, ...ticked], moreOutlets: Math.max(0, moreOutlets - found) };
}

const folded = (value: string): string => value.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const CODE = /^[a-z]{2,3}$/iu;

/** What is ticked and not among the most frequent, `listed`: with its count, if any is `found`. */
function tickedBeside(listed: readonly FacetCount[], found: readonly FacetCount[], text: string, of: OneOf): FacetCount[] {
  const isIn = (counts: readonly FacetCount[], token: string): boolean => counts.some((one) => folded(one.token) === folded(token));
  const counted = found.filter(({ token }) => hasValue(text, of, token) && !isIn(listed, token));
  const rest = [...new Set(valuesOf(text, of))].filter((token) => !isIn([...listed, ...counted], token));
  const none = rest.flatMap((token) => {
    const value = chipOf(token)?.value;
    if (value === undefined || (of === "language" && !CODE.test(value))) return [];
    // A part of an outlet's name, and a language's name, find more than what has them as value.
    return found.some((one) => folded(one.value).includes(folded(value))) ? [] : [{ value, count: 0, token }];
  });
  return [...counted, ...none];
}
