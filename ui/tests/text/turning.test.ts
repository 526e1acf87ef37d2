import { expect, test } from "vitest";

import { unturned, withTitlesShown } from "../../src/text/turning";

const TURNED = "A \u202Elive\u202C day in \u2067Haifa\u2069";
const SHOWN = "A \u2060live\u2060 day in \u2060Haifa\u2060";

test("what turns the direction of words is shown in no title, at the same length", () => {
  expect(unturned(TURNED)).toBe(SHOWN);
  expect(unturned("نص عربي\u200F: title")).toBe("نص عربي\u200F: title");
  const rows = { total: 1, rows: [{ title: TURNED, source: { title: TURNED, url: TURNED } }], undo: { subject: TURNED } };
  expect(withTitlesShown(rows)).toEqual({ total: 1, rows: [{ title: SHOWN, source: { title: SHOWN, url: TURNED } }], undo: { subject: SHOWN } });
});

test("what is open keeps its title, which a person may edit, and what it links to is shown", () => {
  const note = { title: TURNED, body: TURNED, links: [{ title: TURNED }] };
  expect(withTitlesShown(note)).toEqual({ title: TURNED, body: TURNED, links: [{ title: SHOWN }] });
  expect(withTitlesShown({ title: TURNED, blocks: [] }).title).toBe(TURNED);
  expect([withTitlesShown(null), withTitlesShown("text"), withTitlesShown(3)]).toEqual([null, "text", 3]);
});
