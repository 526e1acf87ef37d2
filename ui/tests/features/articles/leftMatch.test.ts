// @vitest-environment jsdom
import { beforeEach, expect, test } from "vitest";

import type { Span } from "../../../src/api/generated";
import type { ArticleModel } from "../../../src/features/articles/articleModel.svelte";
import { LeftMatch } from "../../../src/features/articles/leftMatch";

const hit: Span = { block: 0, start: 4, end: 7 };
const model = (hits: Span[]): ArticleModel => ({ hits, at: hit, find: { open: true, words: "ton", current: 0, given: null } }) as unknown as ArticleModel;

beforeEach(() => {
  document.body.innerHTML = '<main><p data-block="0">The tonnage of ships</p></main>';
  Range.prototype.getBoundingClientRect = () => new DOMRect();
  getSelection()?.removeAllRanges();
});

test("Find leaves its match selected, and nothing marked", async () => {
  const [root, shown, left] = [document.querySelector("main")!, model([hit]), new LeftMatch()];
  await left.leave(shown, root);
  expect(shown.find.open).toBe(false);
  expect(shown.at).toBeNull();
  expect(getSelection()?.toString()).toBe("ton");
  // Opened again, the bar has what was typed and not the word around it.
  expect(left.wordsToFind(root)).toBeNull();
  getSelection()?.setBaseAndExtent(root.querySelector("p")!.firstChild!, 15, root.querySelector("p")!.firstChild!, 20);
  expect(left.wordsToFind(root)).toBe("ships");
});

test("without a match, what was marked before is not marked again", async () => {
  const [root, shown, left] = [document.querySelector("main")!, model([]), new LeftMatch()];
  await left.leave(shown, root);
  expect(shown.at).toBeNull();
  expect(getSelection()?.isCollapsed).toBe(true);
});
