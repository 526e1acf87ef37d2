/**
 * Where the neighbours of an entity stand around it: two columns bent like an ellipse, each
 * name on the outer side of its mark and in a row of its own, so that no two names overlap.
 */
import type { EntityId, Neighbourhood, NeighbourLink } from "../../../api/generated";

/** Pixels from one name to the next. */
export const ROW = 24;
/** More names than these nobody looks through. */
export const MOST = 30;
/** Pixels below the drawing, for the lines of a chosen name. */
export const LISTED = 132;
/** Pixels that stay free above the first name and below the last. */
const EDGE = 14;
/** Pixels between a mark and its name. */
const GAP = 10;

export interface Placed {
  id: EntityId;
  x: number;
  y: number;
  side: "left" | "right";
  /** Pixels that the name may take, to the edge of the drawing. */
  room: number;
}

/** How many names a drawing of this height has room for. */
export function capacity(height: number): number {
  return Math.max(2, Math.min(MOST, 2 * Math.floor((height - 2 * EDGE) / ROW)));
}

/**
 * The neighbours in an order in which those that are often named together stand side by side:
 * beginning with the first, always the one with most articles shared with the one before.
 */
export function sideBySide(ids: readonly EntityId[], links: readonly NeighbourLink[]): EntityId[] {
  const shared = new Map<string, number>();
  for (const { one, other, shared: articles } of links) {
    shared.set(`${one} ${other}`, articles);
    shared.set(`${other} ${one}`, articles);
  }
  const left = [...ids];
  const ordered: EntityId[] = [];
  while (left.length > 0) {
    const last = ordered.at(-1);
    let next = 0;
    if (last !== undefined) {
      let most = 0;
      left.forEach((id, at) => {
        const articles = shared.get(`${last} ${id}`) ?? 0;
        if (articles > most) [next, most] = [at, articles];
      });
    }
    ordered.push(...left.splice(next, 1));
  }
  return ordered;
}

/** Places the neighbours, clockwise from the top of the right side. */
export function place(around: Pick<Neighbourhood, "neighbours" | "links">, width: number, height: number): Placed[] {
  const ids = around.neighbours.map(({ entity }) => entity.id);
  const ordered = sideBySide(ids, around.links);
  const onRight = Math.ceil(ordered.length / 2);
  const [cx, cy] = [width / 2, height / 2];
  const reach = Math.min(width * 0.24, 190);
  const column = (many: number, at: number): { y: number; out: number } => {
    const step = many > 1 ? Math.max(ROW, (height - 2 * EDGE) / many) : 0;
    const y = cy + (at - (many - 1) / 2) * step;
    const share = (y - cy) / (cy * 1.15);
    return { y, out: reach * Math.sqrt(Math.max(0.1, 1 - share * share)) };
  };
  return ordered.map((id, at) => {
    const right = at < onRight;
    const many = right ? onRight : ordered.length - onRight;
    const { y, out } = column(many, right ? at : many - 1 - (at - onRight));
    const x = right ? cx + out : cx - out;
    const room = (right ? width - x : x) - GAP;
    return { id, x, y, side: right ? "right" : "left", room };
  });
}

/** A curve from one place to another that bends towards the middle, for an SVG path. */
export function curve(from: { x: number; y: number }, to: { x: number; y: number }, middle: { x: number; y: number }): string {
  const towards = (a: number, b: number, centre: number): number => ((a + b) / 2 + centre) / 2;
  const [x, y] = [towards(from.x, to.x, middle.x), towards(from.y, to.y, middle.y)];
  const short = (value: number): string => value.toFixed(1);
  return `M${short(from.x)} ${short(from.y)}Q${short(x)} ${short(y)} ${short(to.x)} ${short(to.y)}`;
}
