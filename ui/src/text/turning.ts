/**
 * Titles as they are shown. Characters that turn the direction of what follows (U+202A–202E,
 * U+2066–2069) make a title read as another: “evil” as “live”. Each is shown as a word joiner
 * (U+2060), which is as long and shows nothing, so that places in the title stay. What is kept
 * stays as it came, and so does what a person edits.
 */

const TURNS = /[\u202A-\u202E\u2066-\u2069]/g;
const SHOWN = new Set(["title", "subject"]);

export function unturned(title: string): string {
  return title.replace(TURNS, "\u2060");
}

/** An answer of the shell with its titles as they are shown; an article or a note that is open keeps its own. */
export function withTitlesShown<Answer>(answer: Answer): Answer {
  if (typeof answer !== "object" || answer === null) return answer;
  if (Array.isArray(answer)) {
    for (const one of answer) withTitlesShown(one);
    return answer;
  }
  const own = "blocks" in answer || "body" in answer;
  const fields = answer as Record<string, unknown>;
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === "object") withTitlesShown(value);
    else if (typeof value === "string" && !own && SHOWN.has(name) && value.search(TURNS) >= 0) fields[name] = unturned(value);
  }
  return answer;
}
