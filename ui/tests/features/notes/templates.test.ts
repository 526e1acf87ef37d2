import { expect, test } from "vitest";

import { fillTemplate, onOwnLines } from "../../../src/features/notes/templates";
import { firstTemplates } from "../../../src/strings/noteWork";

const NOW = new Date(2022, 4, 9);
/** A filled template, with a bar where writing goes on. */
function filled(body: string): string {
  const { text, cursor } = fillTemplate(body, "Pyongyang", NOW);
  return `${text.slice(0, cursor)}‸${text.slice(cursor)}`;
}

test("writing goes on where the template says, with what is known filled in before and behind", () => {
  expect(filled("# {{title}}\n\nWith: {{ Cursor }}\n{{day}} {{other}}\n")).toBe("# Pyongyang\n\nWith: ‸\n2022-05-09 {{other}}\n");
  expect(filled("Only text\n")).toBe("Only text\n‸");
  expect(filled("One\r\ntwo {{cursor}}\r\n")).toBe("One\ntwo ‸\n");
});

test("in a table at the end it goes on in the first cell that is empty", () => {
  const head = "Said:\n\n| Date | What | Source |\n| --- | :-: | --- |\n";
  expect(filled(`${head}| {{day}} |  |  |\n`)).toBe(`${head}| 2022-05-09 | ‸ |  |\n`);
  expect(filled(`${head}|||\n`)).toBe(`${head}|‸||\n`);
  expect(filled(`${head}| a | b | c |\n`)).toBe(`${head}| a | b | c |\n‸`);
  expect(filled("| Date | What |\n| --- | --- |\n| {{day}} | |")).toBe("| Date | What |\n| --- | --- |\n| 2022-05-09 | ‸|");
  // One that text follows is not where it ends.
  expect(filled(`${head}|  |  |  |\n\nMore`)).toBe(`${head}|  |  |  |\n\nMore‸`);
});

test("several lines stand on lines of their own, and a phrase among the words", () => {
  const put = (text: string, before: string, behind: string): string => {
    const { text: whole, cursor } = onOwnLines({ text, cursor: text.length }, before, behind);
    return `${before}${whole.slice(0, cursor)}‸${whole.slice(cursor)}${behind}`;
  };
  expect(put("## Said\n\n- ", "After.", "")).toBe("After.\n\n## Said\n\n- ‸");
  expect(put("## Said\n\n- ", " ", "More")).toBe(" ## Said\n\n- ‸\n\nMore");
  expect(put("on record", "He said ", ".")).toBe("He said on record‸.");
});

test("those that a notebook is given all say where writing begins", () => {
  const at = firstTemplates.map(({ body }) => filled(body).split("\n").find((line) => line.includes("‸")));
  expect(at).toEqual(["With: ‸", "| 2022-05-09 | ‸ |  |", "‸"]);
});
