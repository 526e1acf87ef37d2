/** What the palette's field asks for: the first characters say where to look. */
export type PaletteMode = "all" | "commands" | "entities" | "notes";

export type PalettePrompt = { mode: PaletteMode; query: string };

const PREFIXES: readonly [prefix: string, mode: PaletteMode][] = [
  [">", "commands"],
  ["@", "entities"],
  ["[[", "notes"],
];

export function readPrompt(text: string): PalettePrompt {
  const typed = text.trimStart();
  for (const [prefix, mode] of PREFIXES) {
    if (typed.startsWith(prefix)) return { mode, query: typed.slice(prefix.length).trim() };
  }
  return { mode: "all", query: typed.trim() };
}

/** True when every word typed starts a word of the label. */
export function labelMatches(label: string, query: string): boolean {
  const words = label.toLowerCase().split(/[\s/–-]+/);
  return query
    .toLowerCase()
    .split(/\s+/)
    .filter((typed) => typed !== "")
    .every((typed) => words.some((word) => word.startsWith(typed)));
}
