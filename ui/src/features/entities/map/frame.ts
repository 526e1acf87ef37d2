// Which part of the world is drawn, and where names of places go on it.

import type { PlaceOnMap } from "../../../api/generated";

/** In tenths of degrees, east and south. */
export type Frame = { x: number; y: number; width: number; height: number };
export type Dot = { place: PlaceOnMap; x: number; y: number };
export type Label = Dot & { side: "start" | "end" };

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

/** How wide a letter is to the frame's width, and how high a line, at the size that labels have. */
const LETTER = 0.0115;
const LINE = 0.026;
const GAP = 0.011;

/** The places whose names have room, the most often named first. Names never lie over each other. */
export function labelsOf(dots: readonly Dot[], frame: Frame): Label[] {
  const taken: { left: number; right: number; top: number; bottom: number }[] = [];
  const labels: Label[] = [];
  const [gap, half] = [frame.width * GAP, (frame.width * LINE) / 2];
  // A name does not lie on a dot either.
  for (const { x, y } of dots) taken.push({ left: x - gap / 2, right: x + gap / 2, top: y - gap / 2, bottom: y + gap / 2 });
  for (const dot of dots) {
    const wide = [...dot.place.entity.name].length * frame.width * LETTER;
    for (const side of ["end", "start"] as const) {
      const left = side === "end" ? dot.x + gap : dot.x - gap - wide;
      const box = { left, right: left + wide, top: dot.y - half, bottom: dot.y + half };
      const inside = box.left >= frame.x && box.right <= frame.x + frame.width;
      const free = taken.every((other) => other.right <= box.left || box.right <= other.left || other.bottom <= box.top || box.bottom <= other.top);
      if (!inside || !free) continue;
      taken.push(box);
      labels.push({ ...dot, side });
      break;
    }
  }
  return labels;
}
