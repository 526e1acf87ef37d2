import { expect, test } from "vitest";

import { PickTree } from "../../../src/features/texts/pickTree";

// 1 holds 2 (with 3, 4, 5) and 6 (with 7).
const tree = new PickTree([
  [1, null],
  [2, 1],
  [3, 2],
  [4, 2],
  [5, 2],
  [6, 1],
  [7, 6],
]);

test("arrows walk the blocks", () => {
  expect(tree.wider(3)).toBe(2);
  expect(tree.wider(1)).toBeNull();
  expect(tree.narrower(2)).toBe(3);
  expect(tree.narrower(3)).toBeNull();
  expect(tree.next(3)).toBe(4);
  expect(tree.next(5)).toBe(6);
  expect(tree.next(7)).toBeNull();
  expect(tree.previous(4)).toBe(3);
  expect(tree.previous(6)).toBe(2);
  expect(tree.previous(7)).toBe(2);
  expect(tree.previous(1)).toBeNull();
});

test("clicks add blocks and take them out", () => {
  expect(tree.toggle([], 4)).toEqual([4]);
  expect(tree.toggle([4], 3)).toEqual([3, 4]);
  expect(tree.toggle([3, 4], 4)).toEqual([3]);
});

test("a block takes the place of those inside it", () => {
  expect(tree.toggle([3, 7], 2)).toEqual([2, 7]);
});

test("a block inside a picked one is taken out of it", () => {
  expect(tree.toggle([2], 4)).toEqual([3, 5]);
  expect(tree.toggle([1], 4)).toEqual([3, 5, 6]);
});

test("a pick says where articles stand when it is one block around others, or three alike", () => {
  const page = new PickTree([
    [1, null, "DIV"],
    [2, 1, "H1"],
    [3, 1, "P"],
    [4, 1, "P"],
    [5, 1, "P"],
    [6, null, "P"],
  ]);
  expect(page.isPlace([1])).toBe(true);
  expect(page.isPlace([3, 4, 5])).toBe(true);
  for (const few of [[], [3], [3, 4], [2, 3, 4], [3, 4, 6]]) expect(page.isPlace(few)).toBe(false);
});
