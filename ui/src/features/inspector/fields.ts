// Which fields the inspector shows, and how their values are written and read.

import type { Article, Candidate, Field } from "../../api/generated";
import { languageName } from "../../text/language";
import { dateAndTime, readTime, writeTime } from "../../text/time";

/** Shown always, even when nothing was found. */
const ALWAYS: readonly Field[] = ["outlet", "byline", "published"];
/** Shown when there is a value. */
const WITH_VALUE: readonly Field[] = ["updated", "place", "agencies", "language", "section", "canonicalUrl"];
/** Shown while editing. */
export const EDITABLE: readonly Field[] = [
  "title",
  "standfirst",
  "outlet",
  "byline",
  "published",
  "updated",
  "language",
  "section",
  "place",
  "agencies",
  "canonicalUrl",
];

export const isTime = (field: Field): boolean => field === "published" || field === "updated";

/** The field's value as text; times as they are typed. Nothing when it has none. */
export function valueOf(article: Article, field: Field): string {
  const value = article[field];
  if (value === null) return "";
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "string" ? value : writeTime(value);
}

/** The field's value as the inspector shows it. */
export function shownValue(article: Article, field: Field): string {
  const value = article[field];
  if (value !== null && typeof value === "object" && !Array.isArray(value)) return dateAndTime(value);
  if (field === "language" && article.language) return languageName(article.language);
  return valueOf(article, field);
}

/** A candidate's value as it would be shown. */
export function shownCandidate(field: Field, candidate: Candidate): string {
  if (isTime(field)) return dateAndTime({ iso: candidate.value, zone: candidate.zone });
  return field === "language" ? languageName(candidate.value) : candidate.value;
}

export function candidatesOf(article: Article, field: Field): Candidate[] {
  return article.provenance.find((entry) => entry.field === field)?.candidates ?? [];
}

export function shownFields(article: Article): Field[] {
  return [...ALWAYS, ...WITH_VALUE.filter((field) => valueOf(article, field) !== "")];
}

/** What typed text means for a field; undefined when it cannot be its value. */
export function readValue(field: Field, text: string): { value: string | null; zone: string | null } | undefined {
  const typed = text.trim();
  if (typed === "") return field === "title" ? undefined : { value: null, zone: null };
  if (!isTime(field)) return { value: typed, zone: null };
  const time = readTime(typed);
  return time && { value: time.iso, zone: time.zone };
}
