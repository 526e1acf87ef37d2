import { describe, expect, it } from "vitest";

import { Heights } from "../../src/components/heights";

describe("heights of a long list", () => {
  it("are the guess until they are measured", () => {
    const heights = new Heights(80, 100_000);
    expect(heights.total).toBe(8_000_000);
    expect(heights.offsetOf(500)).toBe(40_000);
    expect(heights.indexAt(40_000)).toBe(500);
    expect(heights.indexAt(39_999)).toBe(499);
  });

  it("agree with plain sums after any measuring", () => {
    const count = 1000;
    const heights = new Heights(50, count);
    const plain = Array.from({ length: count }, () => 50);
    let seed = 7;
    for (let i = 0; i < 3000; i += 1) {
      seed = (seed * 48271) % 2147483647;
      const index = seed % count;
      const height = 20 + (seed % 97);
      expect(heights.measure(index, height)).toBe(height - (plain[index] ?? 0));
      plain[index] = height;
    }
    let sum = 0;
    for (let i = 0; i < count; i += 1) {
      expect(heights.offsetOf(i)).toBe(sum);
      expect(heights.indexAt(sum)).toBe(i);
      expect(heights.indexAt(sum + (plain[i] ?? 0) - 1)).toBe(i);
      sum += plain[i] ?? 0;
    }
    expect(heights.total).toBe(sum);
  });

  it("stay for rows that stay when the list grows or shrinks", () => {
    const heights = new Heights(10, 5);
    heights.measure(1, 30);
    heights.measure(4, 99);
    heights.resize(3);
    expect(heights.total).toBe(50);
    heights.resize(6);
    expect(heights.total).toBe(80);
  });

  it("give the rows in view, and some more on each side", () => {
    const heights = new Heights(10, 100);
    expect(heights.window(200, 50, 2)).toEqual({ from: 18, to: 28 });
    expect(heights.window(0, 50, 2)).toEqual({ from: 0, to: 8 });
    expect(heights.window(5000, 50, 2)).toEqual({ from: 97, to: 100 });
    expect(new Heights(10, 0).window(0, 50, 2)).toEqual({ from: 0, to: 0 });
  });
});
