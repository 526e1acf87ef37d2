import { expect, test } from "vitest";
import { matchParts } from "../../../src/features/notes/matchParts";

test("bolds the letters typed, in any script", () => {
  expect(matchParts("김정은", "김정")).toEqual(["", "김정", "은"]);
  expect(matchParts("Titles used for 김정은", "김정")).toEqual(["Titles used for ", "김정", "은"]);
  expect(matchParts("Ким Чен Ын", "чен")).toEqual(["Ким ", "Чен", " Ын"]);
});

test("case and accents make no difference", () => {
  expect(matchParts("Élysée Palace", "elys")).toEqual(["", "Élys", "ée Palace"]);
});

test("a name matched in another way is shown whole", () => {
  expect(matchParts("Kim Jong Un", "김")).toEqual(["Kim Jong Un", "", ""]);
  expect(matchParts("Kim Jong Un", "  ")).toEqual(["Kim Jong Un", "", ""]);
});
