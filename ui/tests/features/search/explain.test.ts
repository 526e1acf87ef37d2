import { expect, it } from "vitest";

import { explain } from "../../../src/features/search/explain";

it("says a language by its name", () => {
  expect(explain([{ asked: "field", field: "lang", value: "ru" }])).toEqual(["The language is Russian."]);
  expect(explain([{ asked: "without", part: { asked: "field", field: "lang", value: "ko" } }])).toEqual(["Without: The language is Korean."]);
});

it("says other fields by what was typed", () => {
  expect(explain([{ asked: "field", field: "outlet", value: "AP" }])).toEqual(["The outlet is or has “AP”."]);
});
