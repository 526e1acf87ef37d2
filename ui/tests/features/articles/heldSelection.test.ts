// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type { Mention } from "../../../src/api/generated";
import BlockText from "../../../src/features/articles/BlockText.svelte";
import { blockProps, type BlockProps } from "./blockProps.svelte";

const mention = (id: string, block: number, start: number, end: number): Mention =>
  ({ id, name: id, kind: "person", status: "suggested", anchor: { span: { block, start, end }, exact: "" } }) as unknown as Mention;

let shown: Record<string, unknown>[] = [];
let blocks: BlockProps[] = [];

function show(...texts: string[]): void {
  blocks = texts.map((text, block) => blockProps(block, text));
  shown = blocks.map((props) => mount(BlockText, { target: document.body, props }));
  flushSync();
}

const node = (block: number, at = 0): Text => {
  const walker = document.createTreeWalker(document.querySelector(`[data-block="${block}"]`)!, NodeFilter.SHOW_TEXT);
  for (let i = 0; i <= at; i += 1) walker.nextNode();
  return walker.currentNode as Text;
};

beforeEach(() => getSelection()?.removeAllRanges());
afterEach(() => shown.forEach((one) => void unmount(one)));

test("words stay selected when a name is found in them", () => {
  show("He said Kim Jong Un would go to Moscow");
  getSelection()?.setBaseAndExtent(node(0), 8, node(0), 19);
  blocks[0]!.mentions = [mention("kim", 0, 8, 19), mention("moscow", 0, 32, 38)];
  flushSync();
  expect(document.querySelectorAll("[data-mention]")).toHaveLength(2);
  expect(getSelection()?.toString()).toBe("Kim Jong Un");
});

test("words selected backwards over two paragraphs stay so when names are found in both", () => {
  show("He met Putin in Moscow", "Kim Jong Un left for Seoul");
  getSelection()?.setBaseAndExtent(node(1), 11, node(0), 7);
  blocks[0]!.mentions = [mention("putin", 0, 7, 12), mention("moscow", 0, 16, 22)];
  blocks[1]!.mentions = [mention("kim", 1, 0, 11)];
  flushSync();
  expect(getSelection()?.toString()).toBe("Putin in MoscowKim Jong Un");
  expect(document.querySelector('[data-block="1"]')?.contains(getSelection()!.anchorNode)).toBe(true);
});

test("Arabic letters that are drawn with joiners are counted without them", () => {
  show("في بموسكو أمس");
  getSelection()?.setBaseAndExtent(node(0), 10, node(0), 13);
  blocks[0]!.mentions = [mention("moscow", 0, 4, 9)];
  flushSync();
  expect(document.body.textContent).toContain("\u200d");
  expect(getSelection()?.toString()).toBe("أمس");
});

test("in another text in its place nothing is selected again", () => {
  show("He said Kim Jong Un would go");
  getSelection()?.setBaseAndExtent(node(0), 8, node(0), 19);
  const put = vi.spyOn(Selection.prototype, "setBaseAndExtent");
  blocks[0]!.text = "Quite another text, and a longer one";
  flushSync();
  expect(put).not.toHaveBeenCalled();
  put.mockRestore();
});
