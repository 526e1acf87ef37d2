// A dossier as a scope of search.

/** `dossier:"Grain corridor"`: the token that keeps only what is in it. */
export function scopeOf(name: string): string {
  return /^[\p{L}\p{N}]+$/u.test(name) ? `dossier:${name}` : `dossier:"${name.replaceAll('"', " ")}"`;
}
