import { describe, expect, it } from "vitest";

import { findIn } from "../../../src/features/articles/find";

describe("find in article", () => {
  it("disregards case, accents and the shape of quotation marks", () => {
    expect(findIn("Défilé, défilé", "defile")).toEqual([{ start: 0, end: 6 }, { start: 8, end: 14 }]);
    expect(findIn("Russia’s right", "russia's")).toEqual([{ start: 0, end: 8 }]);
    expect(findIn("ДЕНЬ Победы", "победы")).toEqual([{ start: 5, end: 11 }]);
  });

  it("counts in scalar values", () => {
    expect(findIn("🚀🚀 missile", "missile")).toEqual([{ start: 3, end: 10 }]);
    expect(findIn("북한 김정은", "김정은")).toEqual([{ start: 3, end: 6 }]);
  });

  it("takes a letter that stands for two as a whole", () => {
    expect(findIn("ﬁnal", "fi")).toEqual([{ start: 0, end: 1 }]);
  });

  it("finds nothing for nothing", () => {
    expect(findIn("text", "")).toEqual([]);
    expect(findIn("te xt", " ")).toEqual([]);
  });
});
