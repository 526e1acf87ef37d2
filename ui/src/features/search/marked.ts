/** Text in which every second run, from the second on, is a match. */
export type Run = { text: string; hit: boolean };

export function runsOf(marked: readonly string[]): Run[] {
  return marked
    .map((text, at) => ({ text, hit: at % 2 === 1 }))
    .filter((run) => run.text !== "");
}

/** The words alone. */
export function plainText(marked: readonly string[]): string {
  return marked.join("");
}
