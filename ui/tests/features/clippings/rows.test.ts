// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { expect, test } from "vitest";

import type { Clipping } from "../../../src/api/generated";
import { sizeOf } from "../../../src/features/clippings/clipSize";
import { quoteText } from "../../../src/features/clippings/copyQuote";
import { quotedWords } from "../../../src/features/clippings/quotedWords";
import QuoteRow from "../../../src/features/clippings/QuoteRow.svelte";

const clipping = (row: boolean): Clipping => ({
  id: "c", article: "a", colour: "yellow", comment: "", deleted: false, passage: "there", madeAt: "2024-06-21T08:00:00Z", editedAt: "2024-06-21T08:00:00Z",
  paragraph: row ? null : 3, row,
  quote: { type: "direct", speaker: null, via: null, original: null, said: null },
  anchor: { exact: "16 | 12 | a|b", prefix: "", suffix: "", span: { block: 1, start: 0, end: 11 } },
  source: { title: "Ships", byline: [], outlet: "Harbour Post", published: null, language: "en", url: null },
});

test("the cells of a clipped row are parted by lines, without bars or quotation marks", () => {
  const component = mount(QuoteRow, { target: document.body, props: { clipping: clipping(true) } });
  flushSync();
  const words = document.querySelector("p");
  expect(words?.textContent?.replace(/\s+/gu, " ")).toBe("16 12 a|b");
  expect(words?.querySelectorAll('[role="img"][aria-label="next cell"]')).toHaveLength(2);
  void unmount(component);
  expect(quotedWords(clipping(true))).toBe("16 \t 12 \t a|b");
  expect(quoteText(clipping(true))).toMatch(/^16\t12\ta\|b \(/u);
});

test("a bar in an ordinary paragraph stays", () => {
  const component = mount(QuoteRow, { target: document.body, props: { clipping: clipping(false) } });
  flushSync();
  expect(document.querySelector("p")?.textContent).toBe("16 | 12 | a|b");
  void unmount(component);
  expect(quotedWords(clipping(false))).toBe("“16 | 12 | a|b”");
});

test("rows are called rows", () => {
  const selected = { selected: "16 \t 12 \t 230\n17 \t 14 \t 388", paragraph: null, row: true, headline: false };
  expect(sizeOf({ ...selected, places: 2 })).toBe("2 rows, 6 words: a quote of each");
  expect(sizeOf({ ...selected, places: 1 })).toBe("Row of a table, 6 words");
  expect(sizeOf({ ...selected, places: 2, row: false })).toBe("2 paragraphs, 6 words: a quote of each");
});
