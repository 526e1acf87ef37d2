import { expect, test } from "vitest";

import type { PlaceOnMap } from "../../../src/api/generated";
import { dotsOf, frameOf, labelsOf } from "../../../src/features/entities/map/frame";

const place = (name: string, latitude: number, longitude: number, shared = 1): PlaceOnMap => ({
  entity: { id: name, kind: "place", name, articles: shared },
  shared,
  latitude,
  longitude,
  country: false,
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

test("a name stands at its own dot, and next to no other", () => {
  const dots = dotsOf([
    place("Moscow", 55.75, 37.62, 9),
    place("Russia", 55.75, 37.7, 8),
    place("North Korea", 40, 127, 7),
    place("Ukraine", 49, 32, 2),
    place("Kyiv", 50.45, 30.52, 2),
    place("Belarus", 53, 28, 1),
    place("Warsaw", 52.23, 21.01, 1),
  ]);
  const frame = frameOf(dots);
  const labels = labelsOf(dots, frame);
  expect(labels.map(({ place: { entity } }) => entity.name)).toContain("North Korea");
  for (const label of labels) {
    const wide = [...label.place.entity.name].length * frame.width * 0.0115;
    const left = { start: label.textX, middle: label.textX - wide / 2, end: label.textX - wide }[label.anchor];
    const away = (dot: { x: number; y: number }): number =>
      Math.hypot(Math.max(left - dot.x, 0, dot.x - left - wide), Math.max(Math.abs(label.textY - dot.y) - frame.width * 0.013, 0));
    const nearest = dots.toSorted((one, other) => away(one) - away(other))[0];
    expect(nearest?.place.entity.name).toBe(label.place.entity.name);
  }
});

test("a name that has no room beside its dot stands below or above it", () => {
  const dots = dotsOf([place("Nampo", 38.73, 125.4, 9), place("West", 38.73, 122.8, 1), place("East", 38.73, 128, 1), place("Far", 20, 100, 1)]);
  const nampo = labelsOf(dots, frameOf(dots)).find(({ place: { entity } }) => entity.name === "Nampo");
  expect(nampo?.anchor).toBe("middle");
});
