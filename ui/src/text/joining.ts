// Letters that are written joined and stand in two elements: WebKit shapes each element's text
// by itself, so that a name marked behind an Arabic prefix would fall apart (bug 6148).
// Joiners (U+200D) at both sides of such an edge keep the letters' forms.

/** Letters that join to the one before them alone (Unicode 17, ArabicShaping.txt: R). */
const ENDS =
  /[\u0622-\u0625\u0627\u0629\u062f-\u0632\u0648\u0671-\u0673\u0675-\u0677\u0688-\u0699\u06c0\u06c3-\u06cb\u06cd\u06cf\u06d2\u06d3\u06d5\u06ee\u06ef\u0759-\u075b\u076b\u076c\u0771\u0773\u0774\u0778\u0779]/;
/** Letters that join to none (U). */
const ALONE = /[\u0621\u0674\u06dd]/;
const ARABIC = /[\p{L}\u0640]/u;
const MARK = /\p{M}/u;

/** Two, so that they are told from one that the text has itself. */
const JOINER = "\u200d\u200d";

const isArabic = (letter: string): boolean => /[\u0600-\u077f]/.test(letter) && ARABIC.test(letter) && !ALONE.test(letter);

/** The letter before `at`, and whether the one behind it would be joined to it. */
function joinedAt(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && MARK.test(text.charAt(before))) before -= 1;
  const [left, right] = [text.charAt(before), text.charAt(at)];
  return isArabic(left) && !ENDS.test(left) && isArabic(right);
}

/** The letters from `from` to `to`, with joiners where they are joined to what stands beside them. */
export function shaped(text: string, from: number, to: number): string {
  const words = text.slice(from, to);
  if (words === "" || text.includes(JOINER)) return words;
  return (joinedAt(text, from) ? JOINER : "") + words + (joinedAt(text, to) ? JOINER : "");
}

/** Parts of one text that are drawn apart, one behind the other. */
export function shapedParts(...parts: readonly string[]): string[] {
  const text = parts.join("");
  let at = 0;
  return parts.map((part) => {
    at += part.length;
    return shaped(text, at - part.length, at);
  });
}

/** A text as it is, of what `shaped` drew. */
export function unshaped(drawn: string): string {
  return drawn.replaceAll(JOINER, "");
}

/** How long the text is before a place in what was drawn of it. */
export function unshapedLength(drawn: string, at: number): number {
  // A place between two joiners is behind both.
  const inside = drawn.slice(at - 1, at + 1) === JOINER && unshaped(drawn.slice(0, at)).endsWith("\u200d");
  return unshaped(drawn.slice(0, inside ? at + 1 : at)).length;
}

/** Puts into the clipboard what is selected, without joiners; true when there were any. */
export function copyUnshaped(selection: Selection | null, data: DataTransfer | null): boolean {
  const words = selection?.toString() ?? "";
  if (!data || !selection || unshaped(words) === words) return false;
  const box = document.createElement("div");
  for (let range = 0; range < selection.rangeCount; range += 1) box.append(selection.getRangeAt(range).cloneContents());
  data.setData("text/plain", unshaped(words));
  data.setData("text/html", unshaped(box.innerHTML));
  return true;
}
