import { expect, test } from "vitest";
import { typedOnto } from "../../../src/features/notes/typedOnto";

test("what is typed meanwhile in words that a step takes out stands where they were", () => {
  expect(typedOnto("A\n\nmerged\n", "A\n\nmerxged\n", "A")).toBe("Ax");
  expect(typedOnto("A [[link]] B", "A [[link]]x B", "A words B")).toBe("A wordsx B");
  expect(typedOnto("abc", "xbc", "abd")).toBe("xbd");
  expect(typedOnto("abc", "abd", "xbc")).toBe("xbd");
  expect(typedOnto("ab\u{1F600}", "ab\u{1F601}", "a\u{1F600}")).toBe("a\u{1F601}");
  expect(typedOnto("same", "same", "other")).toBe("other");
  expect(typedOnto("same", "typed", "same")).toBe("typed");
});

test("what is typed at the end stands before paragraphs that a step adds, which stay apart", () => {
  const part = "## Part\n\nWords.\n";
  for (const before of ["One.", "One. ", "One.\n", "One.\n\n"]) {
    const after = `${before}${"\n".repeat(2 - before.split("\n").length + 1)}${part}`;
    expect(typedOnto(before, `${before}Two`, after)).toBe(`${before}Two\n\n${part}`);
  }
  expect(typedOnto("One.\n", "One.\nTwo\n\n", `One.\n\n${part}`)).toBe(`One.\nTwo\n\n\n${part}`);
  expect(typedOnto("a", "ab", "a[[link]]")).toBe("ab[[link]]");
});

test("what is taken out beside the words of a step, or in them, is left to a person", () => {
  expect(typedOnto("a words b", "a x b", "a [[link]] b")).toBeNull();
  expect(typedOnto("one two three", "one three", "one [[two|two]] three")).toBeNull();
  expect(typedOnto("the and to two the two", "the and two the two", "the and to [[two|two]] the two")).toBeNull();
  expect(typedOnto("abc\n\n## A\n\nx\ntail", "abXc\n\n## A\n\nx\ntailY", "abc\ntail")).toBeNull();
});

test("words taken out elsewhere are out of what the step makes, and no other letter is", () => {
  const words = ["the", "to", "two", "and", "one", "three", "tower", "on"];
  let dice = 7;
  const next = (below: number): number => {
    dice = (Math.imul(dice, 1664525) + 1013904223) >>> 0;
    return (dice >>> 16) % below;
  };
  let told = 0;
  for (let round = 0; round < 20_000; round += 1) {
    const text = Array.from({ length: 8 }, () => words[next(words.length)] ?? "");
    const [linked, taken] = [next(8), next(8)];
    const link = (list: readonly string[], at: number): string[] => list.map((word, place) => (place === at ? `[[${word}|${word}]]` : word));
    const without = (list: readonly string[]): string => list.filter((_, place) => place !== taken).join(" ");
    const both = typedOnto(text.join(" "), without(text), link(text, linked).join(" "));
    if (both === null || linked === taken) continue;
    told += 1;
    expect(both).toBe(without(link(text, linked)));
  }
  expect(told).toBeGreaterThan(5_000);
});

test("what is typed in a text without words stays apart from what is put behind it", () => {
  expect(typedOnto("", "d", "## T\n\nx\n")).toBe("d\n\n## T\n\nx\n");
  expect(typedOnto("\n", "\nd", "\n## T\n\nx\n")).toBe("\nd\n\n## T\n\nx\n");
  expect(typedOnto("    ", "    d", "    \n## T\n")).toBe("    d\n\n## T\n");
});
