import { expect, test } from "vitest";
import type { EntityName } from "../../../src/api/generated";
import { groupByScript, nameBeside, nameInOtherScript, namesToRead, shownOf } from "../../../src/features/entities/names";

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

test("where no other script is mentioned, the heading shows one that is the only one", () => {
  const unmentioned = [name("Kim", "Latn", 3, true), name("كيم", "Arab", 0), name("김", "Hang", 0)];
  expect(nameInOtherScript(unmentioned)).toBeUndefined();
  expect(nameInOtherScript(unmentioned.slice(0, 2))?.text).toBe("كيم");
});

test("of many names the most mentioned of each script are shown", () => {
  const many = Array.from({ length: 20 }, (_, at) => name(`N${at}`, "Latn", at, at === 4));
  const [group] = groupByScript(many);
  expect(group && shownOf(group, many.length).map(({ text }) => text)).toEqual(["N4", "N19", "N18"]);
  const [few] = groupByScript(many.slice(0, 10));
  expect(few && shownOf(few, 10)).toHaveLength(10);
  expect(few && shownOf({ ...few, names: few.names.slice(0, 4) }, 40)).toHaveLength(4);
});

test("to be read stand the names that are met, one of each further script, and the rest when asked for", () => {
  const texts = ({ first, others }: ReturnType<typeof namesToRead>): string[][] => [first, others].map((all) => all.map(({ text }) => text));
  expect(texts(namesToRead(KIM))).toEqual([["Kim Jong-un", "김정은", "金正恩", "キム・ジョンウン", "ኪም"], []]);
  const rare = ["Ким Чен Ын", "Ким", "Чен Ын"].map((text) => name(text, "Cyrl", 0));
  expect(texts(namesToRead([...KIM, ...rare]))).toEqual([["Kim Jong-un", "김정은", "金正恩", "キム・ジョンウン", "Ким", "ኪም"], ["Ким Чен Ын", "Чен Ын"]]);
  expect(namesToRead([name("Kim", "Latn", 1, true)])).toEqual({ first: [], others: [] });
});

test("the name beside the title is in the script of the entity's own country, where that is known", () => {
  const names = [name("Kim Jong Un", "Latn", 9, true), name("Ким Чен Ын", "Cyrl", 5), name("김정은", "Hang", 0)];
  expect(nameBeside({ names, ownName: names[2]!.id })?.text).toBe("김정은");
  expect(nameBeside({ names, ownName: null })?.text).toBe("Ким Чен Ын");
});
