// Which article a person wants read again, and in which encodings it can be.

import type { ArticleId } from "../../api/generated";

/** WHATWG names of encodings, those of one script together, the likeliest first. */
export const ENCODINGS: readonly string[] = [
  "UTF-8", "UTF-16LE", "UTF-16BE",
  "windows-1251", "KOI8-R", "KOI8-U", "IBM866", "ISO-8859-5",
  "windows-1256", "ISO-8859-6", "windows-1255", "ISO-8859-8",
  "GB18030", "Big5", "EUC-KR", "Shift_JIS", "EUC-JP", "ISO-2022-JP",
  "windows-1252", "windows-1250", "ISO-8859-2", "windows-1254", "windows-1257", "windows-1253", "ISO-8859-7",
  "windows-1258", "windows-874", "macintosh", "x-mac-cyrillic",
];

let asked = $state.raw<ArticleId | null>(null);

export const reread = {
  /** The article that is asked about. */
  get asked(): ArticleId | null {
    return asked;
  },
};

export function askReread(article: ArticleId): void {
  asked = article;
}

/** Ends what was asked about this article; a question that was asked meanwhile stays. */
export function endReread(article: ArticleId | null): void {
  if (asked === article) asked = null;
}
