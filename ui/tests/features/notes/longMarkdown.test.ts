import { markdownLanguage } from "@codemirror/lang-markdown";
import { TreeFragment, type Tree } from "@lezer/common";
import { expect, test } from "vitest";

import { longMarkdown } from "../../../src/features/notes/editor/longMarkdown";
import { numbers } from "../../support/numbers";

/** Every node of a tree, with its place. */
function nodes(tree: Tree): string[] {
  const found: string[] = [];
  tree.iterate({ enter: ({ name, from, to }) => void found.push(`${name} ${from}-${to}`) });
  return found;
}

const asOne = (text: string): string[] => nodes(markdownLanguage.parser.parse(text));

const day = (n: number): string =>
  `## Day ${n}\n\nThe *envoys* met **again** in [the port](https://example.org/${n}).\n\n- [ ] ask\n  - more\n\n> “No,” said one.\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n`;

test("a long text is read as the whole would be", () => {
  const text = Array.from({ length: 400 }, (_, n) => day(n)).join("");
  expect(nodes(longMarkdown.parser.parse(text))).toEqual(asOne(text));
});

test.each([
  ["a list", Array.from({ length: 3_000 }, (_, n) => `- item ${n}\n`).join("")],
  ["a fence that nothing closes", `words\n\n\`\`\`\n${"code\n".repeat(4_000)}`],
  ["one paragraph", "word ".repeat(9_000)],
  ["lines without an empty one", "line of words\n".repeat(1_500)],
  ["empty lines", "\n".repeat(20_000)],
  ["nothing", ""],
])("%s longer than a piece is read whole", (_, text) => {
  expect(nodes(longMarkdown.parser.parse(text))).toEqual(asOne(text));
});

const PIECES = ["x", "\n", "\n\n", "```\n", "  ", "- ", "# ", "> ", "===\n", "---\n", "| a | b |\n| - | - |\n", "<div>\n", "</div>\n", "<!-- ", "-->\n", "    code\n", "[a]: /b\n", "*", "1. "];
/** Without an empty line between blocks. */
const dense = (n: number): string => `words ${n}\n| a | b |\n| - | - |\n| 1 | 2 |\n# H ${n}\nmore words\n> quote\n- item\n***\n`;

test.each([["spaced", day], ["dense", dense]])("after any changes, read at once or in parts, the tree is that of the text: %s", (_, part) => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const next = numbers(seed * 7919);
    let text = Array.from({ length: 120 }, (_, n) => part(n)).join("");
    let tree = longMarkdown.parser.parse(text);
    let fragments: readonly TreeFragment[] = TreeFragment.addTree(tree);
    for (let step = 0; step < 12; step += 1) {
      const said: string[] = [];
      for (let change = 0; change <= next(3); change += 1) {
        const from = next(text.length);
        const to = Math.min(text.length, from + (next(3) === 0 ? next(400) : 0));
        const insert = PIECES[next(PIECES.length)] ?? "";
        text = text.slice(0, from) + insert + text.slice(to);
        fragments = TreeFragment.applyChanges(fragments, [{ fromA: from, toA: to, fromB: from, toB: from + insert.length }]);
        said.push(`${JSON.stringify(insert)} at ${from} for ${to - from}`);
      }
      if (next(3) === 0) {
        // As the editor does when its time is up: it keeps what was read, and changes go on.
        const parse = longMarkdown.parser.startParse(text, fragments);
        for (let turn = next(40); turn > 0; turn -= 1) if (parse.advance() !== null) break;
        const stop = parse.parsedPos;
        parse.stopAt(stop);
        let read: Tree | null = null;
        while (read === null) read = parse.advance();
        fragments = TreeFragment.addTree(read, fragments, true);
        continue;
      }
      tree = longMarkdown.parser.parse(text, fragments);
      fragments = TreeFragment.addTree(tree, fragments);
      expect(nodes(tree), `seed ${seed}, step ${step}: ${said.join("; ")}`).toEqual(asOne(text));
    }
  }
});

test("a reading that is stopped goes on from there", () => {
  const text = Array.from({ length: 200 }, (_, n) => day(n)).join("");
  for (const stop of [1, 777, 4_000, 12_345]) {
    const parse = longMarkdown.parser.startParse(text);
    parse.stopAt(stop);
    let part: Tree | null = null;
    while (part === null) part = parse.advance();
    expect(part.length).toBeGreaterThanOrEqual(stop);
    const rest = longMarkdown.parser.parse(text, TreeFragment.addTree(part, [], true));
    expect(nodes(rest)).toEqual(asOne(text));
  }
});

test("far from a change nothing is read again", () => {
  const text = Array.from({ length: 4_000 }, (_, n) => day(n)).join("");
  const tree = longMarkdown.parser.parse(text);
  const middle = text.length >> 1;
  const fragments = TreeFragment.applyChanges(TreeFragment.addTree(tree), [{ fromA: middle, toA: middle, fromB: middle, toB: middle + 1 }]);
  const again = longMarkdown.parser.parse(`${text.slice(0, middle)}x${text.slice(middle)}`, fragments);
  const kept = again.children.filter((piece) => tree.children.includes(piece));
  expect(again.children.length - kept.length).toBeLessThan(6);
  expect(kept.length).toBeGreaterThan(100);
});

/** Lines of a paragraph that never ends, as of a pasted transcript. */
const line = (n: number): string => `and *they* asked **again** at ${n} of the \`port\`, which nobody named\n`;
const withoutParagraphs = (tree: Tree): string[] => nodes(tree).filter((node) => !node.startsWith("Paragraph"));

test("a paragraph as long as a book is cut between lines, and no key reads more than a part", () => {
  const text = Array.from({ length: 15_000 }, (_, n) => line(n)).join("");
  let tree = longMarkdown.parser.parse(text);
  expect(Math.max(...tree.children.map(({ length }) => length))).toBeLessThan(30_000);
  expect(withoutParagraphs(tree)).toEqual(asOne(text).filter((node) => !node.startsWith("Paragraph")));
  for (const at of [10, text.length >> 1, text.length - 10]) {
    const fragments = TreeFragment.applyChanges(TreeFragment.addTree(tree), [{ fromA: at, toA: at, fromB: at, toB: at + 1 }]);
    const again = longMarkdown.parser.parse(`${text.slice(0, at)}x${text.slice(at)}`, fragments);
    const anew = again.children.filter((piece) => !tree.children.includes(piece));
    expect(anew.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(60_000);
  }
});

test("after any changes a cut paragraph holds what it would as a whole", () => {
  const pieces = ["x", "\n", "\n\n", "\n# head\n", "\n- item\n\n", "\n```\n", "\n> said\n", "<div>"];
  for (let seed = 1; seed <= 6; seed += 1) {
    const next = numbers(seed * 104_729);
    let text = `# Transcript\n\n${Array.from({ length: 1_200 }, (_, n) => line(n)).join("")}`;
    let tree = longMarkdown.parser.parse(text);
    for (let step = 0; step < 14; step += 1) {
      const from = text.lastIndexOf(" ", next(text.length)) + 1;
      const to = next(3) === 0 ? text.indexOf("\n", Math.min(text.length, from + next(20_000))) + 1 || from : from;
      const insert = pieces[next(pieces.length)] ?? "";
      text = text.slice(0, from) + insert + text.slice(to);
      const fragments = TreeFragment.applyChanges(TreeFragment.addTree(tree), [{ fromA: from, toA: to, fromB: from, toB: from + insert.length }]);
      tree = longMarkdown.parser.parse(text, fragments);
      const whole = asOne(text).filter((node) => !node.startsWith("Paragraph"));
      expect(withoutParagraphs(tree), `seed ${seed}, step ${step}: ${JSON.stringify(insert)} at ${from} to ${to}`).toEqual(whole);
    }
  }
});
