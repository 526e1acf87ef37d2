// Which part of the world is drawn, and where names of places go on it.

import type { PlaceOnMap } from "../../../api/generated";

/** In tenths of degrees, east and south. */
export type Frame = { x: number; y: number; width: number; height: number };
export type Dot = { place: PlaceOnMap; x: number; y: number };
/** A name, where its line begins, ends or has its middle. */
export type Label = Dot & { textX: number; textY: number; anchor: "start" | "middle" | "end" };

/** Width to height. */
const SHAPE = 2;
const WORLD: Frame = { x: -1800, y: -850, width: 3600, height: 1450 };
/** The least that is drawn: a country of middling size, so that one place is seen among others. */
const LEAST = 420;
const AROUND = 0.18;

export function dotsOf(places: readonly PlaceOnMap[]): Dot[] {
  return places.map((place) => ({ place, x: place.longitude * 10, y: -place.latitude * 10 }));
}

/** The stretch of the world that has all dots, with some room around them. */
export function frameOf(dots: readonly Dot[]): Frame {
  if (dots.length === 0) return WORLD;
  const [xs, ys] = [dots.map(({ x }) => x), dots.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const room = 1 + 2 * AROUND;
  const width = Math.min(WORLD.width, Math.max((right - left) * room, (bottom - top) * room * SHAPE, LEAST));
  const height = width / SHAPE;
  const clamp = (at: number, least: number, most: number): number => Math.min(Math.max(at, least), Math.max(least, most));
  return {
    x: clamp((left + right - width) / 2, WORLD.x, WORLD.x + WORLD.width - width),
    y: (top + bottom - height) / 2,
    width,
    height,
  };
}

/** Half a dot's width to the frame's: by area, so that twice as often looks twice as much. */
export function radiusOf(shared: number, most: number): number {
  return 0.003 + 0.006 * Math.sqrt(shared / Math.max(1, most));
}

/** How wide a letter is to the frame's width, and how high a line, at the size that labels have. */
const LETTER = 0.0115;
const LINE = 0.026;
/** Between a dot and its name. */
const GAP = 0.005;
/** So near another dot a name would be taken for that one's. */
const CLEAR = 0.006;

type Box = { left: number; right: number; top: number; bottom: number };

const apart = (one: Box, other: Box): boolean => other.right <= one.left || one.right <= other.left || other.bottom <= one.top || one.bottom <= other.top;

/**
 * The places whose names have room, the most often named first: beside the dot, else below or
 * above it. Names never lie over each other, nor on or next to another's dot.
 */
export function labelsOf(dots: readonly Dot[], frame: Frame): Label[] {
  const most = Math.max(1, ...dots.map(({ place }) => place.shared));
  const half = (frame.width * LINE) / 2;
  const taken: Box[] = [];
  const labels: Label[] = [];
  for (const dot of dots) {
    const wide = [...dot.place.entity.name].length * frame.width * LETTER;
    const away = frame.width * (radiusOf(dot.place.shared, most) + GAP);
    const places = [
      { anchor: "start", left: dot.x + away, middle: dot.y, textX: dot.x + away },
      { anchor: "end", left: dot.x - away - wide, middle: dot.y, textX: dot.x - away },
      { anchor: "middle", left: dot.x - wide / 2, middle: dot.y + away + half, textX: dot.x },
      { anchor: "middle", left: dot.x - wide / 2, middle: dot.y - away - half, textX: dot.x },
    ] as const;
    for (const { anchor, left, middle, textX } of places) {
      const box = { left, right: left + wide, top: middle - half, bottom: middle + half };
      const inside = left >= frame.x && box.right <= frame.x + frame.width && box.top >= frame.y && box.bottom <= frame.y + frame.height;
      if (!inside || !taken.every((other) => apart(box, other)) || !dots.every((other) => other === dot || isOutside(other, dot, box))) continue;
      taken.push(box);
      labels.push({ ...dot, textX, textY: middle, anchor });
      break;
    }
  }
  return labels;

  /** Farther from a dot than the name is from its own. */
  function isOutside({ place, x, y }: Dot, own: Dot, box: Box): boolean {
    const room = frame.width * (radiusOf(Math.max(place.shared, own.place.shared), most) + CLEAR);
    return apart(box, { left: x - room, right: x + room, top: y - room, bottom: y + room });
  }
}
