// What is to be put into a dossier, while it is asked which.

import type { NewItem, SearchQuery } from "../../api/generated";

export type Asked = { items: NewItem[] } | { query: SearchQuery; results: number };

let asked = $state.raw<Asked | null>(null);

export const adding = {
  get asked(): Asked | null {
    return asked;
  },
  /** Asks into which dossier these go. */
  items(items: NewItem[]): void {
    asked = { items };
  },
  /** Asks into which dossier all that is found goes. */
  results(query: SearchQuery, results: number): void {
    asked = { query, results };
  },
  end(): void {
    asked = null;
  },
};
