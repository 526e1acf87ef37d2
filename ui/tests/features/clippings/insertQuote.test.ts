import { expect, it } from "vitest";

import type { Clipping } from "../../../src/api/generated";
import { quoteText } from "../../../src/features/clippings/copyQuote";
import { cardMarkup, withParagraphs } from "../../../src/features/clippings/insertQuote";
import { findLinks } from "../../../src/features/notes/linkMarkup";

const clipping = {
  id: "01890000-0000-7000-8000-000000000001",
  anchor: { span: { block: 4, start: 0, end: 4 }, exact: "a [b]\n| c", prefix: "", suffix: "" },
  source: { title: "Headline", byline: [], outlet: "The Gazette", published: { iso: "2022-05-10", zone: null }, url: null, language: "en" },
  quote: { type: "partial", speaker: { entity: null, kind: null, name: "Ann Poe", words: "", gone: false }, via: null, original: null, said: null },
} as unknown as Clipping;

it("writes a card that reads as a link again", () => {
  const [link] = findLinks(cardMarkup(clipping));
  expect(link?.target).toEqual({ to: "quote", id: clipping.id });
  expect(link?.words).toBe("a (b) | c");
});

it("puts a card on a line of its own", () => {
  expect(withParagraphs("", ["x"])).toBe("x\n");
  expect(withParagraphs("Text.\n", ["x", "y"])).toBe("Text.\n\nx\n\ny\n");
});

it("copies words with who said them and where", () => {
  expect(quoteText(clipping)).toMatch(/^“a \[b\]\n\| c” \(Ann Poe; The Gazette, .*2022\)$/);
});
