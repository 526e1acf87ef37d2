import { expect, test } from "vitest";

import { countWords } from "../../src/text/words";

// What the core's reader counts: unicode-segmentation's `unicode_words`.
test.each([
  ["Mr Jong Un’s message – praised", 5],
  ["A well-known 3,000-page text of 1.5 MB, said O'Neill.", 11],
  ["e.g. v1.2a x_y 12:30", 5],
  ["북한이 미사일을 발사했다", 3],
  ["قَالَ می‌روم", 2],
  ["हिन्दी में", 2],
  ["金正恩致电", 5],
  ["これはペンです", 6],
  ["ภาษาไทย", 7],
  ["中国 said 2022年", 5],
  ["— … “”", 0],
  ["", 0],
])("words of %s", (text, words) => {
  expect(countWords(text)).toBe(words);
});

test("are counted alike across paragraphs", () => {
  expect(countWords("one two\n\nthree")).toBe(3);
});
