import { expect, test } from "vitest";

import type { Block, BlockKind } from "../../../src/api/generated";
import { paragraphAt } from "../../../src/features/clippings/paragraphs";

test("a reader counts paragraphs: no caption, no subheading, no row of a table", () => {
  const kinds: BlockKind[] = ["caption", "paragraph", "heading", "quote", "tableRow", "listItem"];
  const blocks = kinds.map((kind): Block => ({ kind, text: "words", credit: null }) as Block);
  expect([-2, -1, 0, 1, 2, 3, 4, 5, 6].map((block) => paragraphAt(blocks, block))).toEqual([null, null, null, 1, null, 2, null, 3, null]);
});
