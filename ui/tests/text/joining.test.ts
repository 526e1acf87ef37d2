import { describe, expect, it } from "vitest";

import { shaped, unshaped, unshapedLength } from "../../src/text/joining";

const J = "\u200d\u200d";

describe("joined letters", () => {
  it("keep their forms at both sides of a cut", () => {
    const text = "في بموسكو";
    expect(shaped(text, 0, 4)).toBe(`في ب${J}`);
    expect(shaped(text, 4, 9)).toBe(`${J}موسكو`);
  });

  it("are left alone where they are not joined", () => {
    // Waw, alif and hamza end what they stand in; so does a space.
    for (const [text, at] of [["وأوكرانيا", 1], ["الرياض", 1], ["ماءب", 3], ["في موسكو", 3], ["Kim Un", 2], ["보리스", 1]] as const) {
      expect(shaped(text, 0, at) + shaped(text, at, text.length)).toBe(text);
    }
  });

  it("are seen through vowel signs", () => {
    expect(shaped("بِموسكو", 2, 7)).toBe(`${J}موسكو`);
  });

  it("of a text with joiners of its own are drawn as they are", () => {
    const text = `بم${J}`;
    expect(shaped(text, 0, 1)).toBe("ب");
    expect(unshaped("ب\u200d")).toBe("ب\u200d");
  });

  it("are counted without what joins them", () => {
    const drawn = `ب${J}${J}م`;
    expect([0, 1, 2, 3, 4, 5, 6].map((at) => unshapedLength(drawn, at))).toEqual([0, 1, 1, 1, 1, 1, 2]);
  });
});
