import { describe, expect, it } from "vitest";

import type { Article, BlockKind } from "../../../src/api/generated";
import { findIn, findInArticle } from "../../../src/features/articles/find";

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

describe("finding in other scripts", () => {
  const words = (text: string, wanted: string): string[] => {
    const letters = [...text];
    return findIn(text, wanted).map(({ start, end }) => letters.slice(start, end).join(""));
  };

  it("reads Arabic letters alike that are written one for another, with or without vowels", () => {
    expect(words("وَصَلَتِ الوزيرةُ إلى الميناء", "وصلت الوزيره الي")).toEqual(["وَصَلَتِ الوزيرةُ إلى"]);
    expect(words("سیاست آمریکا", "سياست امريكا")).toEqual(["سیاست آمریکا"]);
    expect(words("مـــيناء", "ميناء")).toEqual(["مـــيناء"]);
  });

  it("takes a Korean syllable as one, however it is put together", () => {
    expect(words("항구에서 회담", "항구")).toEqual(["항구"]);
    expect(words("한국", "하")).toEqual([]);
    expect(words("한국의 장관".normalize("NFD"), "한국")).toEqual(["한국".normalize("NFD")]);
  });

  it("knows wide letters, half ones, and digits of other scripts", () => {
    expect(words("ＧＤＰ成長率は２％", "gdp成長率は2%")).toEqual(["ＧＤＰ成長率は２％"]);
    expect(words("ガス供給と", "ｶﾞｽ")).toEqual(["ガス"]);
    expect(words("في ٢٠٢٢ و۲۰۲۳", "2022")).toEqual(["٢٠٢٢"]);
  });

  it("leaves marks that are letters, and passes over what is not seen", () => {
    expect(words("हिन्दी", "हन्द")).toEqual([]);
    expect(words("Ver\u00adhand\u200blung", "verhandlung")).toEqual(["Ver\u00adhand\u200blung"]);
    expect(words("Straße, STRASSE", "strasse")).toEqual(["Straße", "STRASSE"]);
    expect(words("İstanbul Iğdır", "istanbul")).toEqual(["İstanbul"]);
  });
});

describe("finding in the rows of a table", () => {
  const article = (...texts: [BlockKind, string][]): Article =>
    ({ title: "Ships", standfirst: null, blocks: texts.map(([kind, text], line) => ({ kind, text, credit: null, line })) }) as unknown as Article;
  const ships = article(["tableRow", "| Ships | Crews | Owner"], ["tableRow", "16 | 12 | 230 | Müller"], ["tableRow", "17 | | 12 | Émile"], ["paragraph", "Either 12 | 230 or 12 230."]);
  const found = (of: Article, wanted: string): [number, string][] =>
    findInArticle(of, wanted).map(({ block, start, end }) => [block, [...(of.blocks[block]?.text ?? of.title)].slice(start, end).join("")]);

  it("finds words across cells with a space, as they are read", () => {
    expect(found(ships, "12 230")).toEqual([[1, "12 | 230"], [3, "12 230"]]);
    expect(found(ships, "230 muller")).toEqual([[1, "230 | Müller"]]);
    expect(found(ships, "17 12 emile")).toEqual([[2, "17 | | 12 | Émile"]]);
  });

  it("finds what is copied of a row, and what is written with its bars", () => {
    expect(found(ships, "16\t12\t230")).toEqual([[1, "16 | 12 | 230"]]);
    expect(found(ships, "17\t\t12")).toEqual([[2, "17 | | 12"]]);
    expect(found(ships, "12 | 230")).toEqual([[1, "12 | 230"], [3, "12 | 230"]]);
  });

  it("finds the words of a cell by the bar at their edge", () => {
    expect(found(ships, "12 |")).toEqual([[1, "12"], [2, "12"], [3, "12 |"]]);
    expect(found(ships, "| 230")).toEqual([[1, "230"], [3, "| 230"]]);
    expect(found(ships, "| 12 | 230 |")).toEqual([[1, "12 | 230"]]);
    expect(found(ships, "| 16")).toEqual([[1, "16"]]);
    expect(found(ships, "crew |")).toEqual([]);
  });

  it("finds no bar that is not shown, and every one that is", () => {
    expect(found(ships, "|")).toEqual([[3, "|"]]);
    expect(found(article(["tableRow", "2020 | 2021"], ["tableRow", "Oslo | 1 | 2"]), "|")).toHaveLength(3);
  });
});
