// Cuts a block's text where mentions, marks and clippings begin and end.

import type { Clipping, ClippingColour, ClippingId, Mention } from "../../api/generated";
import { shaped } from "../../text/joining";
import { toUnits } from "../../text/offsets";
import { isProposed } from "../proposals/proposed";

/** A stretch to be marked, in scalar values of the block. */
export type Mark = { start: number; end: number; look: "hit" | "at" | "tagging" };

/** A stretch that a person marked for good, in scalar values of the block. */
export type Painted = { id: ClippingId; start: number; end: number; colour: ClippingColour; quote: boolean; comment: string };

export type Run = { text: string; look: Mark["look"] | null; clip: Painted | null };
/**
 * A stretch with one mention or none, cut further where marks and clippings begin and end. The
 * key is its mention's, or that of the one behind it: what is drawn of a name stays that name's.
 */
export type Segment = { key: string; mention: Mention | null; runs: Run[] };

type Stretch = { from: number; to: number };

/**
 * Mentions that are drawn: those still in place and not rejected, the surer and longer first where two
 * overlap. A name that is proposed comes before all: what was found by a name in a part of it is not who
 * is named there until that is decided.
 */
export function drawn(mentions: readonly Mention[]): Mention[] {
  const rank = ({ id, status }: Mention): number => (isProposed(id) ? 0 : status === "confirmed" ? 1 : 2);
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

/** The clippings of a block that are drawn: those whose words are there. */
export function paintedIn(clippings: readonly Clipping[], block: number): Painted[] {
  const there = clippings.filter(({ passage, anchor }) => passage === "there" && anchor.span.block === block);
  return there.map(({ id, anchor, colour, quote, comment }) => ({
    id,
    start: anchor.span.start,
    end: anchor.span.end,
    colour,
    quote: quote !== null,
    comment,
  }));
}

type PaintedStretch = Stretch & { clip: Painted };

/** Of clippings over each other the innermost is drawn: it can be got at no other way. */
function innermost(clips: readonly PaintedStretch[], edge: number): Painted | null {
  const covering = clips.filter(({ from, to }) => from <= edge && edge < to);
  covering.sort((a, b) => a.to - a.from - (b.to - b.from));
  return covering[0]?.clip ?? null;
}

function runsOf(text: string, { from, to }: Stretch, marks: (Stretch & { look: Mark["look"] })[], clips: readonly PaintedStretch[]): Run[] {
  const cuts = new Set([from, to]);
  for (const mark of [...marks, ...clips]) for (const at of [mark.from, mark.to]) if (at > from && at < to) cuts.add(at);
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).map((edge, i) => {
    const covering = marks.filter((mark) => mark.from <= edge && edge < mark.to);
    covering.sort((a, b) => STRENGTH[b.look] - STRENGTH[a.look]);
    return { text: shaped(text, edge, edges[i + 1] ?? to), look: covering[0]?.look ?? null, clip: innermost(clips, edge) };
  });
}

/** The block's text as segments; their texts together are `text`, with joiners where a cut parts joined letters. */
export function segmentsOf(text: string, mentions: readonly Mention[], marks: readonly Mark[], painted: readonly Painted[] = []): Segment[] {
  const units = (scalar: number): number => toUnits(text, scalar);
  const marked = marks.map(({ start, end, look }) => ({ from: units(start), to: units(end), look }));
  const clips = painted.map((clip) => ({ from: units(clip.start), to: units(clip.end), clip }));
  const segments: Segment[] = [];
  let at = 0;
  const upTo = (to: number, mention: Mention | null, key: string): void => {
    if (to > at) segments.push({ key, mention, runs: runsOf(text, { from: at, to }, marked, clips) });
    at = Math.max(at, to);
  };
  for (const mention of drawn(mentions)) {
    const from = units(mention.anchor.span.start);
    if (from < at) continue;
    upTo(from, null, `before ${mention.id}`);
    upTo(units(mention.anchor.span.end), mention, mention.id);
  }
  upTo(text.length, null, "end");
  return segments;
}
