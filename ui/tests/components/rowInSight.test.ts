// @vitest-environment jsdom
import { beforeEach, expect, test } from "vitest";

import { Heights } from "../../src/components/heights";
import { RowInSight } from "../../src/components/rowInSight";

let heights: Heights;
let box: HTMLElement;
let sight: RowInSight;
let top = 0;

beforeEach(() => {
  heights = new Heights(20, 100);
  box = document.createElement("div");
  top = 0;
  Object.defineProperty(box, "clientHeight", { value: 200, configurable: true });
  Object.defineProperty(box, "scrollTop", { get: () => top, set: (to: number) => (top = Math.max(0, to)) });
  sight = new RowInSight(heights, () => box);
});

const drawn = (from: number, to: number, height: number): void => {
  for (let at = from; at < to; at += 1) heights.measure(at, height);
  sight.again();
};

test("a row that was gone to stays in sight while those around it turn out higher", () => {
  sight.reveal(50);
  expect(sight.sees(50)).toBe(true);
  // All that is in view, and the row itself, are half as high again.
  drawn(40, 52, 30);
  expect(top + 200).toBe(heights.offsetOf(51));
  expect(sight.sees(50)).toBe(true);
});

test("it is in sight in a list that turns out less high than it was thought", () => {
  sight.reveal(50);
  Object.defineProperty(box, "clientHeight", { value: 100 });
  sight.again();
  expect(top).toBe(51 * 20 - 100);
});

test("who scrolls on is not brought back", () => {
  sight.reveal(50);
  sight.scrolled();
  drawn(50, 51, 30);
  expect(sight.sees(50)).toBe(true);
  top = 0;
  sight.scrolled();
  drawn(40, 49, 30);
  expect(top).toBe(0);
});

test("rows that grow above what is in view are no scrolling", () => {
  sight.reveal(50);
  for (let at = 0; at < 10; at += 1) sight.shift(heights.measure(at, 30));
  sight.scrolled();
  drawn(40, 51, 30);
  expect(top + 200).toBe(heights.offsetOf(51));
});
