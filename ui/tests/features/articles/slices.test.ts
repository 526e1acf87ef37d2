import { expect, test } from "vitest";

import type { Block } from "../../../src/api/generated";
import { slicesOf, sliceWith } from "../../../src/features/articles/slices";

const blocks = (count: number, text = "words"): Block[] => Array.from({ length: count }, (_, line) => ({ kind: "paragraph", text, credit: null, line }));

test("slices have every block once, and are short in blocks and characters", () => {
  for (const all of [blocks(8_000), blocks(950, "x".repeat(9_000)), blocks(401)]) {
    const slices = slicesOf(all);
    expect(slices.length).toBeGreaterThan(1);
    expect(slices[0]?.first).toBe(0);
    expect(slices.at(-1)?.end).toBe(all.length);
    slices.forEach(({ first, end, height }, at) => {
      expect(end - first).toBeLessThanOrEqual(100);
      expect(height).toBeGreaterThan(0);
      if (at > 0) expect(first).toBe(slices[at - 1]?.end);
      expect(sliceWith(slices, first)).toBe(at);
      expect(sliceWith(slices, end - 1)).toBe(at);
    });
  }
});

test("a text of usual length is whole", () => {
  expect(slicesOf(blocks(300))).toHaveLength(1);
  expect(slicesOf([])).toEqual([]);
  expect(sliceWith(slicesOf(blocks(3)), -2)).toBe(-1);
});
