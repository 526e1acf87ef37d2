import { expect, test } from "vitest";

import type { PlaceOnMap } from "../../../src/api/generated";
import { dotsOf, frameOf, labelsOf } from "../../../src/features/entities/map/frame";

const place = (name: string, latitude: number, longitude: number, shared = 1): PlaceOnMap => ({
  entity: { id: name, kind: "place", name, articles: shared },
  shared,
  latitude,
  longitude,
});

test("the map shows all places, north up, and not only the one", () => {
  const dots = dotsOf([place("Moscow", 55.75, 37.62, 9), place("Pyongyang", 39.03, 125.75, 4), place("Vienna", 48.21, 16.37)]);
  const frame = frameOf(dots);
  for (const { x, y } of dots) {
    expect(x).toBeGreaterThan(frame.x);
    expect(x).toBeLessThan(frame.x + frame.width);
    expect(y).toBeGreaterThan(frame.y);
    expect(y).toBeLessThan(frame.y + frame.height);
  }
  expect(dots[0]!.y).toBeLessThan(dots[1]!.y);
  const alone = frameOf(dots.slice(2));
  expect(alone.width).toBeGreaterThan(300);
  expect(alone.width).toBeLessThan(frame.width);
});

test("it never reaches beyond the date line", () => {
  const frame = frameOf(dotsOf([place("Suva", -18.14, 178.44)]));
  expect(frame.x + frame.width).toBeLessThanOrEqual(1800);
});

test("names never lie over each other, and the most often named have theirs", () => {
  const dots = dotsOf([place("Pyongyang", 39.03, 125.75, 9), place("Nampo", 38.73, 125.4, 3), place("Seoul", 37.57, 126.98, 2), place("Tokyo", 35.68, 139.69)]);
  const names = labelsOf(dots, frameOf([...dots, ...dotsOf([place("Moscow", 55.75, 37.62)])])).map(({ place: { entity } }) => entity.name);
  expect(names).toContain("Pyongyang");
  expect(names.length).toBeLessThan(4);
});
