// Cuts a block's text where mentions and marks begin and end.

import type { Mention } from "../../api/generated";
import { toUnits } from "../../text/offsets";

/** A stretch to be marked, in scalar values of the block. */
export type Mark = { start: number; end: number; look: "hit" | "at" | "tagging" };

export type Run = { text: string; look: Mark["look"] | null };
/** A stretch with one mention or none, cut further where marks begin and end. */
export type Segment = { mention: Mention | null; runs: Run[] };

type Stretch = { from: number; to: number };

/** Mentions that are drawn: those still in place and not rejected, the surer and longer first where two overlap. */
export function drawn(mentions: readonly Mention[]): Mention[] {
  const rank = (mention: Mention): number => (mention.status === "confirmed" ? 0 : 1);
  const length = (mention: Mention): number => mention.anchor.span.end - mention.anchor.span.start;
  const kept: Mention[] = [];
  const wanted = mentions.filter((mention) => mention.status !== "rejected" && !mention.orphaned);
  for (const mention of wanted.sort((a, b) => rank(a) - rank(b) || length(b) - length(a))) {
    const { start, end } = mention.anchor.span;
    if (kept.every(({ anchor: { span } }) => end <= span.start || span.end <= start)) kept.push(mention);
  }
  return kept.sort((a, b) => a.anchor.span.start - b.anchor.span.start);
}

const STRENGTH = { tagging: 0, hit: 1, at: 2 } as const;

function runsOf(text: string, { from, to }: Stretch, marks: (Stretch & { look: Mark["look"] })[]): Run[] {
  const cuts = new Set([from, to]);
  for (const mark of marks) for (const at of [mark.from, mark.to]) if (at > from && at < to) cuts.add(at);
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).map((edge, i) => {
    const covering = marks.filter((mark) => mark.from <= edge && edge < mark.to);
    covering.sort((a, b) => STRENGTH[b.look] - STRENGTH[a.look]);
    return { text: text.slice(edge, edges[i + 1]), look: covering[0]?.look ?? null };
  });
}

/** The block's text as segments; their texts together are exactly `text`. */
export function segmentsOf(text: string, mentions: readonly Mention[], marks: readonly Mark[]): Segment[] {
  const units = (scalar: number): number => toUnits(text, scalar);
  const marked = marks.map(({ start, end, look }) => ({ from: units(start), to: units(end), look }));
  const segments: Segment[] = [];
  let at = 0;
  const upTo = (to: number, mention: Mention | null): void => {
    if (to > at) segments.push({ mention, runs: runsOf(text, { from: at, to }, marked) });
    at = Math.max(at, to);
  };
  for (const mention of drawn(mentions)) {
    const from = units(mention.anchor.span.start);
    if (from < at) continue;
    upTo(from, null);
    upTo(units(mention.anchor.span.end), mention);
  }
  upTo(text.length, null);
  return segments;
}
