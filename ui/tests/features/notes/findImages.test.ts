// @vitest-environment jsdom
import { expect, test } from "vitest";
import { findImages } from "../../../src/features/notes/editor/embeds";

const SHA = "0123456789abcdef".repeat(4);

test("every kept picture is found where it stands, with its caption", () => {
  const text = `![a map](image:${SHA}) and ![](image:${SHA})`;
  const found = findImages(text, 5);
  expect(found.map(({ caption, sha256 }) => [caption, sha256])).toEqual([["a map", SHA], ["", SHA]]);
  for (const { from, to } of found) expect(text.slice(from - 5, to - 5)).toMatch(/^!\[.*\)$/);
});

test("what is no kept picture is left alone", () => {
  for (const text of [`[x](image:${SHA})`, `![two\nlines](image:${SHA})`, `![a] b](image:${SHA})`, "![x](image:12)", `![x](https://example.org)`]) {
    expect(findImages(text)).toEqual([]);
  }
});

// Looked through again for each of its openings, it takes minutes: the runner gives five seconds.
test("a hostile line of openings and ends is passed in bounded time", () => {
  expect(findImages("![".repeat(100_000))).toEqual([]);
  expect(findImages(`](image:${SHA})`.repeat(10_000))).toEqual([]);
});
