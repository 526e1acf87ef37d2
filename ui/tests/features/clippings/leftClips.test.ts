// @vitest-environment jsdom
import { beforeEach, expect, test } from "vitest";

import { emptyDraft } from "../../../src/features/clippings/clipDraft";
import { dropLeftClip, leaveClip, leftClip, type LeftClip } from "../../../src/features/clippings/leftClips.svelte";

const left = (start: number, end: number, comment: string): LeftClip => ({
  clipping: null,
  article: "a",
  span: { block: 1, start, end },
  lang: "en",
  parts: [],
  selected: "words",
  draft: { ...emptyDraft("yellow"), comment },
  into: "",
  box: { left: 0, right: 0, top: 0, bottom: 0 },
});

beforeEach(() => localStorage.clear());

test("what was begun on some of the words is found, and first what was begun on these", () => {
  leaveClip(left(0, 50, "first"));
  leaveClip(left(40, 60, "second"));
  expect(leftClip(left(0, 50, ""))?.draft.comment).toBe("first");
  expect(leftClip(left(45, 47, ""))?.draft.comment).toBe("second");
});

test("leaving and dropping one keeps what was begun on words that overlap", () => {
  leaveClip(left(0, 50, "first"));
  leaveClip(left(60, 100, "second"));
  leaveClip(left(0, 100, "both"));
  dropLeftClip(left(0, 100, ""));
  expect([leftClip(left(0, 50, ""))?.draft.comment, leftClip(left(60, 100, ""))?.draft.comment]).toEqual(["first", "second"]);
});
