import { expect, test } from "vitest";
import type { EntityName } from "../../../src/api/generated";
import { groupByScript, nameInOtherScript } from "../../../src/features/entities/names";

const name = (text: string, script: string, mentions: number, preferred = false): EntityName => ({
  id: text,
  text,
  script,
  mentions,
  preferred,
  strength: "strong",
});

const KIM = [
  name("Kim Jong Un", "Latn", 2, true),
  name("김정은", "Hang", 71),
  name("金正恩", "Hani", 24),
  name("Kim Jong-un", "Latn", 96),
  name("キム・ジョンウン", "Kana", 6),
  name("ኪም", "Ethi", 0),
];

test("the preferred name's script comes first, the most mentioned next", () => {
  const groups = groupByScript(KIM);
  expect(groups.map((group) => group.script)).toEqual(["Latin", "Hangul", "Han, kana", "Ethiopic"]);
  expect(groups[0]?.names.map((each) => each.text)).toEqual(["Kim Jong Un", "Kim Jong-un"]);
  expect(groups[2]?.names.map((each) => each.text)).toEqual(["金正恩", "キム・ジョンウン"]);
});

test("the heading shows the most mentioned name of another script", () => {
  expect(nameInOtherScript(KIM)?.text).toBe("김정은");
  expect(nameInOtherScript([name("Kim", "Latn", 1, true), name("KJU", "Latn", 9)])).toBeUndefined();
});
