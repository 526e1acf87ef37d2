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
