// Quotes that were begun and left: a press outside the popover, or another place that is gone
// to, costs nothing that was typed. They go when they are clipped or begun anew.

import type { ArticleId, ClippingId, Span, WordsToClip } from "../../api/generated";
import { openArticle } from "../../state/navigation.svelte";
import { dropLocally, keepLocally, keptLocally } from "../../state/keptLocally";
import type { ClipDraft } from "./clipDraft";
import type { InsertInto } from "./insertQuote";

/** Which words: those of a quote that is kept, or of an article. */
export type ClipOf = { clipping: ClippingId | null; article: ArticleId | null; span: Span | null };

export type LeftClip = ClipOf & {
  lang: string | null;
  parts: WordsToClip[];
  selected: string;
  draft: ClipDraft;
  into: InsertInto;
  /** Where the popover stood. */
  box: { left: number; right: number; top: number; bottom: number };
};

const KEY = "left-clips";
/** The oldest of more have long been forgotten. */
const KEPT = 50;

/** Some of the same words: who selects a passage again seldom takes the very same letters. */
function same(one: ClipOf, other: ClipOf): boolean {
  if (one.clipping !== null || other.clipping !== null) return one.clipping === other.clipping;
  const [a, b] = [one.span, other.span];
  return one.article === other.article && a !== null && b !== null && a.block === b.block && a.start < b.end && b.start < a.end;
}

/** The very same words. */
function exact(one: ClipOf, other: ClipOf): boolean {
  if (one.clipping !== null || other.clipping !== null) return one.clipping === other.clipping;
  return same(one, other) && one.span?.start === other.span?.start && one.span?.end === other.span?.end;
}

function all(): LeftClip[] {
  const kept = keptLocally(KEY);
  const whole = (one: unknown): one is LeftClip =>
    typeof one === "object" && one !== null && ["clipping", "article", "span", "parts", "selected", "draft", "into", "box"].every((part) => part in one);
  return Array.isArray(kept) ? kept.filter(whole) : [];
}

export function leaveClip(left: LeftClip): void {
  keepLocally(KEY, [left, ...all().filter((one) => !exact(one, left))].slice(0, KEPT));
}

/** What was typed for these words, or else the latest for some of them. */
export function leftClip(of: ClipOf): LeftClip | null {
  const kept = all();
  return kept.find((one) => exact(one, of)) ?? kept.find((one) => same(one, of)) ?? null;
}

/** Only what was left of these very words: what else was begun on some of them stays. */
export function dropLeftClip(of: ClipOf): void {
  const rest = all().filter((one) => !exact(one, of));
  if (rest.length > 0) keepLocally(KEY, rest);
  else dropLocally(KEY);
}

let wanted = $state.raw<LeftClip | null>(null);

/** Opens the article of a quote that was left, and the quote in it. */
export function goOnWith(left: LeftClip): void {
  if (left.article === null) return;
  wanted = left;
  openArticle(left.article, left.span ? { at: left.span } : {});
}

/** The highlight that is to be gone on with in this article. */
export function wantedHighlight(article: ArticleId): ClippingId | null {
  return wanted?.article === article ? wanted.clipping : null;
}

/** What is to be gone on with in this article, told to one reader of it. */
export function takeWanted(article: ArticleId): LeftClip | null {
  if (wanted?.article !== article) return null;
  const taken = wanted;
  wanted = null;
  return taken;
}
