import { describe, expect, it } from "vitest";

import { scalarLength, sliceScalars, toScalars, toUnits, trimRange, wholeWords } from "../../src/text/offsets";

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

  it("take the whole of a word that a selection cut", () => {
    const words = (text: string, start: number, end: number) => {
      const kept = wholeWords(text, { start, end });
      return sliceScalars(text, kept.start, kept.end);
    };
    expect(words("leader Kim Jong Un has", 4, 17)).toBe("leader Kim Jong Un");
    expect(words("leader Kim Jong Un has", 7, 18)).toBe("Kim Jong Un");
    expect(words("🚀 Ким Чен Ын, Россия", 3, 11)).toBe("Ким Чен Ын");
    expect(words("Kim Jong-un’s", 0, 11)).toBe("Kim Jong-un");
  });

  it("leave scripts without spaces, or with particles at the name, as they were selected", () => {
    expect(wholeWords("朝鲜最高领导人金正恩9日致电", { start: 7, end: 10 })).toEqual({ start: 7, end: 10 });
    expect(wholeWords("김정은은 말했다", { start: 0, end: 3 })).toEqual({ start: 0, end: 3 });
    expect(wholeWords("وكيم قال", { start: 1, end: 4 })).toEqual({ start: 1, end: 4 });
  });
});
