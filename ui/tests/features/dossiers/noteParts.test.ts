import { expect, test } from "vitest";

import { noteParts, type NotePart } from "../../../src/features/dossiers/noteParts";

const plain = (parts: readonly NotePart[]): NotePart[] => parts.map(({ runs: _, ...part }) => part);

test("a note is read as plain blocks, links by what they lead to", () => {
  const id = "01900000-0000-7000-8000-000000000000";
  const body = `# Ports\nOne line\nand **more** of it.\n\n- [ ] call [[entity:${id}|Kim]]\n- ask\n> said\n> twice\n\`\`\`\n# code\nx\n\`\`\``;
  const labels = [{ target: { to: "entity" as const, id }, title: "Kim Jong Un", kind: "person" as const, gone: false }];
  expect(plain(noteParts(body, labels))).toEqual([
    { is: "heading", text: "Ports" },
    { is: "paragraph", text: "One line\nand more of it." },
    { is: "item", text: "call Kim Jong Un", done: false },
    { is: "item", text: "ask" },
    { is: "quote", text: "said\ntwice" },
    { is: "code", text: "# code\nx" },
  ]);
});

test("a numbered item keeps its number, which may be a day", () => {
  expect(noteParts("3. Mai 2022\n\n2) ask", [])).toEqual([
    { is: "item", text: "Mai 2022", number: "3." },
    { is: "item", text: "ask", number: "2)" },
  ]);
});

test("tables, tasks and footnotes are what they are in the note", () => {
  const body = "Said once.[^1]\n\n| Port | Ships |\n|---|--:|\n| **Rason** | 12 |\n| a \\| b |\nafter\n- [x] asked\n\n[^1]: In `May`.\n\na | b\nno table";
  expect(plain(noteParts(body, []))).toEqual([
    { is: "paragraph", text: "Said once.[1]" },
    { is: "table", text: "Port | Ships\nRason | 12\na | b | ", rows: [["Port", "Ships"], ["Rason", "12"], ["a | b", ""]] },
    { is: "paragraph", text: "after" },
    { is: "item", text: "asked", done: true },
    { is: "footnote", text: "[1] In May." },
    { is: "paragraph", text: "a | b\nno table" },
  ]);
});

test("a long line of marks that never end is read in a time that grows with its length alone", () => {
  // Looked for to the end of the line from each mark, this would take minutes.
  const body = "**x ".repeat(20_000);
  expect(noteParts(body, [])).toEqual([{ is: "paragraph", text: body.trim() }]);
});

test("bold, italic, marked words, code and links are kept beside the plain words, also over lines", () => {
  const id = "01900000-0000-7000-8000-000000000000";
  const labels = [{ target: { to: "entity" as const, id }, title: "Kim Jong Un", kind: "person" as const, gone: false }];
  const target = { to: "entity", id };
  const body = `**Ask [[entity:${id}|Kim]] now** or\n==*soon*== in \`May\`, [[Nowhere|there]] and [here](https://example.org/x).\n- [ ] plain 2 * 3 * 4 snake_case`;
  expect(noteParts(body, labels)).toEqual([
    {
      is: "paragraph",
      text: "Ask Kim Jong Un now or\nsoon in May, there and here.",
      runs: [
        { text: "Ask ", marks: ["strong"] },
        { text: "Kim Jong Un", target, marks: ["strong"] },
        { text: " now", marks: ["strong"] },
        { text: " or" },
        { text: "\n" },
        { text: "soon", marks: ["mark", "em"] },
        { text: " in " },
        { text: "May", marks: ["code"] },
        { text: ", there and " },
        { text: "here", address: "https://example.org/x" },
        { text: "." },
      ],
    },
    { is: "item", text: "plain 2 * 3 * 4 snake_case", done: false },
  ]);
});

test("a paragraph of very many lines with links, and hostile marks, are read in a time that grows with their length", () => {
  const link = "see [[note:01900000-0000-7000-8000-000000000000|x - y]]";
  expect(noteParts(Array.from({ length: 5_000 }, () => link).join("\n"), [])).toHaveLength(1);
  for (const marks of ["*a _b ", "[x](", "==a", "`a ", "[[", "![", "__a*"]) expect(noteParts(marks.repeat(20_000), [])).toHaveLength(1);
});

test("a quote alone on its line is a card, and one among words is a link", () => {
  const link = "[[quote:01900000-0000-7000-8000-000000000001|firm solidarity]]";
  const parts = noteParts(`He wrote:\n${link}\nAnd: ${link}`, []);
  expect(parts.map(({ is, text, quote }) => [is, text, quote])).toEqual([
    ["paragraph", "He wrote:", undefined],
    ["card", "firm solidarity", "01900000-0000-7000-8000-000000000001"],
    ["paragraph", "And: firm solidarity", undefined],
  ]);
});
