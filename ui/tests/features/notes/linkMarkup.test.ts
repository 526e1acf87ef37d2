import { describe, expect, test } from "vitest";
import {
  findLinks,
  labelMap,
  linkMarkup,
  linkWords,
  readableText,
  shownWords,
  targetKey,
} from "../../../src/features/notes/linkMarkup";

const KIM = "018f3c2a-0000-7000-8000-000000000001";
const ARTICLE = "018f3c2a-0000-7000-8000-000000000002";

describe("findLinks", () => {
  test("finds every kind of link with its offsets", () => {
    const text = `See [[entity:${KIM}|김정은]] and [[article:${ARTICLE}|A | B]].`;
    const links = findLinks(text, 10);
    expect(links.map((link) => [link.target.to, link.words])).toEqual([
      ["entity", "김정은"],
      ["article", "A | B"],
    ]);
    for (const link of links) {
      expect(text.slice(link.from - 10, link.to - 10)).toMatch(/^\[\[.*\]\]$/);
    }
  });

  test("leaves what is not a link alone", () => {
    for (const text of [
      "[[김정",
      "[[entity:no id|Kim]]",
      `[[person:${KIM}|Kim]]`,
      `[[entity:${KIM}|over\ntwo lines]]`,
    ]) {
      expect(findLinks(text)).toEqual([]);
    }
  });

  test("words may be missing or hold a bracket", () => {
    expect(findLinks(`[[entity:${KIM}]]`).map((link) => link.words)).toEqual([""]);
    expect(findLinks(`[[entity:${KIM}|a [b] c]]`).map((link) => link.words)).toEqual(["a [b] c"]);
  });

  test("the innermost opening is the link's, as in the core", () => {
    const inner = `[[entity:${KIM}|Kim]]`;
    expect(findLinks(`[[ ${inner}`).map((link) => link.from)).toEqual([3]);
    expect(findLinks(`[[x]] ![[note:${KIM}|K]] [[ ]]`)).toMatchObject([{ from: 6, embed: true, words: "K" }]);
  });

  // Looked through again for each of its openings, either takes minutes: the runner gives five seconds.
  test("a hostile line of openings ends", () => {
    for (const opening of [`[[note:a#`, `[[note:a|`, "[[", "]][["]) expect(findLinks(opening.repeat(50_000))).toEqual([]);
  });

  test("ids match whatever their case", () => {
    const [link] = findLinks(`[[note:${KIM.toUpperCase()}|x]]`);
    expect(link && targetKey(link.target)).toBe(`note:${KIM}`);
  });
});

describe("linkMarkup", () => {
  test("what is written is found again", () => {
    for (const title of ["Kim Jong Un", "a]] b [[c", "two\nlines", "زعيم كوريا", "pipe | in it", "end]", "C# #2", "zero\u200bwidth\u200d", "\u202eturned\u202c", "עברית", "one\u2028two", "]]", "|", "#^x"]) {
      const markup = linkMarkup({ to: "note", id: KIM }, title);
      expect(findLinks(markup)).toEqual([
        { from: 0, to: markup.length, anchor: "", embed: false, target: { to: "note", id: KIM }, words: linkWords(title) },
      ]);
    }
  });
});

describe("readableText", () => {
  const text = `Ask [[entity:${KIM}|Kim]] of [[article:${ARTICLE}|Old title]]`;

  test("shows titles as they are now", () => {
    const labels = labelMap([
      { target: { to: "entity", id: KIM }, title: "Kim Jong Un", kind: "person", gone: false },
    ]);
    expect(readableText(text, labels)).toBe("Ask Kim Jong Un of Old title");
  });

  test("a deleted target keeps its last words", () => {
    const label = { target: { to: "entity" as const, id: KIM }, title: "", kind: null, gone: true };
    expect(shownWords({ target: label.target, words: "Kim" }, labelMap([label]))).toBe("Kim");
  });
});

test("a link may name a passage, and be shown in its place", () => {
  const [link, embed] = findLinks("see [[note:n1#First talks|Geneva]] and ![[note:n1#^met|Geneva]]");
  expect(link).toMatchObject({ from: 4, anchor: "First talks", embed: false, words: "Geneva" });
  expect(embed).toMatchObject({ anchor: "^met", embed: true });
  const labels = labelMap([{ target: { to: "note", id: "n1" }, title: "Talks", kind: null, gone: false }]);
  expect(readableText("[[note:n1#First talks|Geneva]]", labels)).toBe("Talks › First talks");
});
