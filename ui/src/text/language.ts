/** "EN" for en-GB; nothing when the language is not known. */
export function languageLabel(tag: string | null): string {
  return tag ? (tag.split("-")[0] ?? "").toUpperCase() : "";
}

const names = new Intl.DisplayNames("en-GB", { type: "language" });

/** "Korean" for ko; the tag itself when it names no language. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** "한국어" for ko: the language's own name for itself. */
export function ownLanguageName(tag: string): string {
  try {
    const own = new Intl.DisplayNames(tag, { type: "language" }).of(tag) ?? tag;
    return own.charAt(0).toLocaleUpperCase(tag) + own.slice(1);
  } catch {
    return tag;
  }
}

const RTL = /^(ar|fa|he|ur|ps|sd|ug|yi|dv|ckb)\b/;

/** Whether text in this language is written from right to left. */
export function isRightToLeft(tag: string | null): boolean {
  return tag !== null && RTL.test(tag);
}
