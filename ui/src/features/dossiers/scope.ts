// A dossier as a scope of search.

import { valueOf } from "../search/queryText";

/** `dossier:"Grain corridor"`: the token that keeps only what is in it. */
export function scopeOf(name: string): string {
  return `dossier:${valueOf(name)}`;
}
