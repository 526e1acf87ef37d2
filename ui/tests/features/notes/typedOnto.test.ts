import { expect, test } from "vitest";
import { typedOnto } from "../../../src/features/notes/typedOnto";

test("what is typed meanwhile in words that a step takes out stands where they were", () => {
  expect(typedOnto("A\n\nmerged\n", "A\n\nmerxged\n", "A")).toBe("Ax");
  expect(typedOnto("A [[link]] B", "A [[link]]x B", "A words B")).toBe("A wordsx B");
  expect(typedOnto("a words b", "a x b", "a [[link]] b")).toBe("a [[link]]x b");
  expect(typedOnto("abc", "xbc", "abd")).toBe("xbd");
  expect(typedOnto("abc", "abd", "xbc")).toBe("xbd");
  expect(typedOnto("ab\u{1F600}", "ab\u{1F601}", "a\u{1F600}")).toBe("a\u{1F601}");
  expect(typedOnto("same", "same", "other")).toBe("other");
  expect(typedOnto("same", "typed", "same")).toBe("typed");
});
