import { expect, it } from "vitest";

import { explain } from "../../../src/features/search/explain";

it("says a language by its name", () => {
  expect(explain([{ asked: "field", field: "lang", value: "ru" }])).toEqual(["The language is Russian."]);
  expect(explain([{ asked: "without", part: { asked: "field", field: "lang", value: "ko" } }])).toEqual(["Without: The language is Korean."]);
});

it("says other fields by what was typed", () => {
  expect(explain([{ asked: "field", field: "outlet", value: "AP" }])).toEqual(["The outlet is or has “AP”."]);
});

it("says what a field would need, and what is no field", () => {
  expect(
    explain([
      { asked: "asWords", field: "before", typed: "before:abc" },
      { asked: "asWords", field: null, typed: "foo:bar" },
    ]),
  ).toEqual(["“before:” needs a date like 2022-05; “before:abc” is searched as words.", "“foo:” is no field; “foo:bar” is searched as words."]);
});

it("says what need not be there beside a word that has to, and what may go on", () => {
  expect(
    explain([
      { asked: "ranking", words: ["Kim"] },
      { asked: "group", parts: [{ asked: "words", words: ["foo:bar"] }] },
      { asked: "goesOn", word: "bar" },
    ]),
  ).toEqual(["“Kim” need not be there: what has it comes first.", "The word “foo:bar”, also inflected.", "Words that begin with “bar” are found too, as it may still be being typed."]);
});
