import { describe, expect, it } from "vitest";

import { scalarLength, sliceScalars, toScalars, toUnits, trimRange } from "../../src/text/offsets";

const TEXT = "𝒜 rocket 🚀 and 김정은 e\u0301"; // astral letters, an emoji, Hangul, a combining accent

describe("offsets", () => {
  it("count scalar values, not UTF-16 units", () => {
    expect(scalarLength(TEXT)).toBe([...TEXT].length);
    expect(toScalars(TEXT, TEXT.indexOf("rocket"))).toBe(2);
    expect(toScalars(TEXT, TEXT.indexOf("and"))).toBe(11);
  });

  it("go back and forth for every scalar value", () => {
    for (let scalar = 0; scalar <= scalarLength(TEXT); scalar += 1) {
      expect(toScalars(TEXT, toUnits(TEXT, scalar))).toBe(scalar);
    }
  });

  it("take the middle of a surrogate pair as before it", () => {
    expect(toScalars("🚀x", 1)).toBe(0);
    expect(toScalars("🚀x", 2)).toBe(1);
  });

  it("stay inside the text", () => {
    expect(toUnits("ab", 9)).toBe(2);
    expect(toScalars("ab", 9)).toBe(2);
    expect(toUnits("", 0)).toBe(0);
  });

  it("cut out the words that were meant", () => {
    expect(sliceScalars(TEXT, 9, 10)).toBe("🚀");
    expect(sliceScalars(TEXT, 15, 18)).toBe("김정은");
  });

  it("leave white space outside a selection", () => {
    expect(trimRange("🚀 Mr Kim ", 1, 9)).toEqual({ start: 2, end: 8 });
    expect(trimRange("a   b", 1, 4)).toBeUndefined();
  });
});
