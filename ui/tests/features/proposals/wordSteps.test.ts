import { describe, expect, it } from "vitest";

import { stepped } from "../../../src/features/proposals/wordSteps";
import { sliceScalars } from "../../../src/text/offsets";

const span = (text: string, words: string) => {
  const start = [...text.slice(0, text.indexOf(words))].length;
  return { block: 0, start, end: start + [...words].length };
};
const move = (text: string, words: string, side: "start" | "end", by: 1 | -1, language: string | null = "en"): string => {
  const { start, end } = stepped(text, language, span(text, words), side, by);
  return sliceScalars(text, start, end);
};

describe("the ends of a span", () => {
  it("move by whole words", () => {
    const text = "The Central News Agency said";
    expect(move(text, "Central News", "end", 1)).toBe("Central News Agency");
    expect(move(text, "Central News", "end", -1)).toBe("Central");
    expect(move(text, "Central News", "start", -1)).toBe("The Central News");
    expect(move(text, "Central News", "start", 1)).toBe("News");
  });

  it("leave at least one word, and stay in the text", () => {
    expect(move("Kim spoke", "Kim", "start", 1)).toBe("Kim");
    expect(move("Kim spoke", "Kim", "end", -1)).toBe("Kim");
    expect(move("Kim spoke", "Kim", "start", -1)).toBe("Kim");
  });

  it("count scalar values, in scripts with and without spaces", () => {
    expect(move("😀 قال كيم جونغ أون اليوم", "كيم جونغ", "end", 1, "ar")).toBe("كيم جونغ أون");
    expect(move("𝒜 金正恩 访问", "金正恩", "end", 1, "no-language-at-all")).toContain("访问");
  });
});
