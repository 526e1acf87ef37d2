import { expect, test } from "vitest";
import { countNoteWords } from "../../../src/features/notes/wordCount";

test("counts words, not marks", () => {
  expect(countNoteWords("## What the *message* says\n\n- one\n- two")).toBe(6);
});

test("a link counts by its words", () => {
  expect(countNoteWords("See [[entity:018f3c2a-0000-7000-8000-000000000001|Kim Jong Un]].")).toBe(4);
});

test("an empty note has none", () => {
  expect(countNoteWords("")).toBe(0);
});
