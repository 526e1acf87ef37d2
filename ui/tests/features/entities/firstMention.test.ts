import { expect, it } from "vitest";

import type { Mention } from "../../../src/api/generated";
import { firstMention } from "../../../src/features/entities/firstMention";

const mention = (entity: string, block: number, start: number, more: Partial<Mention> = {}): Mention =>
  ({ entity, status: "accepted", orphaned: false, anchor: { span: { block, start, end: start + 3 } }, ...more }) as Mention;

it("is the first in the text that stands and is of the entity", () => {
  const mentions = [
    mention("kim", 4, 0),
    mention("kim", 2, 9),
    mention("kim", 2, 3, { status: "suggested" }),
    mention("kim", 1, 0, { status: "rejected" }),
    mention("kim", 0, 0, { orphaned: true }),
    mention("un", 0, 5),
  ];
  expect(firstMention(mentions, "kim")).toEqual({ block: 2, start: 3, end: 6 });
  expect(firstMention(mentions, "nobody")).toBeUndefined();
});
