// Quotes that were begun and left: a press outside the popover, or another place that is gone
// to, costs nothing that was typed. They go when they are clipped or begun anew.

import type { ArticleId, ClippingId, NoteId, Span, WordsToClip } from "../../api/generated";
import { openArticle } from "../../state/navigation.svelte";
import { dropLocally, keepLocally, keptLocally } from "../../state/keptLocally";
import type { ClipDraft } from "./clipDraft";

/** Which words: those of a quote that is kept, or of an article. */
export type ClipOf = { clipping: ClippingId | null; article: ArticleId | null; span: Span | null };

export type LeftClip = ClipOf & {
  lang: string | null;
  parts: WordsToClip[];
  selected: string;
  draft: ClipDraft;
  into: NoteId | "new" | "";
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

function all(): LeftClip[] {
  const kept = keptLocally(KEY);
  const whole = (one: unknown): one is LeftClip =>
    typeof one === "object" && one !== null && ["clipping", "article", "span", "parts", "selected", "draft", "into", "box"].every((part) => part in one);
  return Array.isArray(kept) ? kept.filter(whole) : [];
}

export function leaveClip(left: LeftClip): void {
  keepLocally(KEY, [left, ...all().filter((one) => !same(one, left))].slice(0, KEPT));
}

/** What was typed for some of these words. */
export function leftClip(of: ClipOf): LeftClip | null {
  return all().find((one) => same(one, of)) ?? null;
}

export function dropLeftClip(of: ClipOf): void {
  const rest = all().filter((one) => !same(one, of));
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

/** What is to be gone on with in this article, told to one reader of it. */
export function takeWanted(article: ArticleId): LeftClip | null {
  if (wanted?.article !== article) return null;
  const taken = wanted;
  wanted = null;
  return taken;
}
