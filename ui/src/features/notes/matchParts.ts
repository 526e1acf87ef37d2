/** A name cut into before, match and after, to show what was matched. */
export type MatchParts = [before: string, match: string, after: string];

// Not the system's locale: POSIX's own collation tells capitals apart.
const BASE = new Intl.Collator("en", { sensitivity: "base" });

/**
 * Finds `typed` in `shown` as a person reads it: case and accents apart.
 * The lengths of match and typed text may differ ("é" may be two characters),
 * so graphemes are compared one to one.
 */
export function matchParts(shown: string, typed: string): MatchParts {
  const wanted = [...typed.trim().normalize("NFC")];
  const letters = [...shown.normalize("NFC")];
  if (wanted.length === 0) return [shown, "", ""];
  for (let at = 0; at + wanted.length <= letters.length; at += 1) {
    if (wanted.every((letter, index) => BASE.compare(letter, letters[at + index] ?? "") === 0)) {
      const end = at + wanted.length;
      return [letters.slice(0, at).join(""), letters.slice(at, end).join(""), letters.slice(end).join("")];
    }
  }
  return [shown, "", ""];
}
