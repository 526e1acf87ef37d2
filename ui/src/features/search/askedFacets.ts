// What is asked to count what a search finds, beside its results.

import { search as client } from "../../api/client";
import type { NameChoice, SearchFacets } from "../../api/generated";
import { rangeOf, setRange } from "./queryText";
import { withoutValues } from "./tickedValues";

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
    ...(anywhere && { outlets: anywhere.outlets, moreOutlets: anywhere.moreOutlets }),
    ...(any && { languages: any.languages }),
  };
}
