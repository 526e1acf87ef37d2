import { describe, expect, it } from "vitest";

import type { Clipping, ProposedQuote } from "../../../src/api/generated";
import { draftOf, draftOfClipping, emptyDraft, factsOf, isDate } from "../../../src/features/clippings/clipDraft";
import { draftOfTyped, newParty, NO_PARTY } from "../../../src/features/clippings/partyDraft";

const said = { time: { iso: "2022-05-09", zone: null }, phrase: "in Monday's message" };
const proposed: ProposedQuote = {
  exact: "firm solidarity",
  type: "partial",
  speaker: { entity: "kim", proposal: null, kind: "person", name: "Kim Jong Un", words: "Mr Jong Un", guessed: false },
  via: { entity: null, proposal: "p1", kind: "organisation", name: "KCNA", words: "", guessed: true },
  said,
  others: [],
  agency: null,
  day: null,
  published: null,
};

describe("what the popover keeps", () => {
  it("is what was proposed", () => {
    expect(factsOf(draftOf(proposed, "blue"))).toEqual({
      colour: "blue",
      comment: "",
      quote: {
        type: "partial",
        speaker: { entity: "kim", proposal: null, make: null, name: "Kim Jong Un", words: "Mr Jong Un" },
        via: { entity: null, proposal: "p1", make: null, name: "KCNA", words: "" },
        original: null,
        said,
      },
    });
  });

  it("has the source of a date only while it is that date", () => {
    const draft = draftOf(proposed, "yellow");
    expect(factsOf({ ...draft, date: "2022-05" })?.quote?.said).toEqual({ time: { iso: "2022-05", zone: null }, phrase: null });
    expect(factsOf({ ...draft, date: " " })?.quote?.said).toBeNull();
    expect(factsOf({ ...draft, date: "9 May" })).toBeNull();
  });

  it("has original words for a translation alone", () => {
    const draft = { ...emptyDraft("yellow"), original: "굳건한 연대" };
    expect(factsOf(draft)?.quote?.original).toBeNull();
    expect(factsOf({ ...draft, type: "translation" })?.quote?.original).toBe("굳건한 연대");
  });

  it("comes back from what is kept", () => {
    const facts = factsOf(draftOf(proposed, "pink"));
    const party = { entity: "kim", kind: "person" as const, name: "Kim Jong Un", words: "Mr Jong Un", gone: false };
    const clipping = { colour: "pink", comment: "", quote: { type: "partial", speaker: party, via: null, original: null, said } } as Clipping;
    expect(factsOf(draftOfClipping(clipping))?.quote?.speaker).toEqual(facts?.quote?.speaker);
  });
});

it("takes nobody for nobody, and typed words for no entity", () => {
  expect(newParty(NO_PARTY)).toBeNull();
  expect(newParty(draftOfTyped("  ", "Mr Jong Un"))).toBeNull();
  expect(newParty(draftOfTyped(" A spokesman ", ""))).toEqual({ entity: null, proposal: null, make: null, name: "A spokesman", words: "" });
});

it("knows a date from what is none", () => {
  for (const date of ["2022", "2022-05", "2022-05-09", "2024-02-29"]) expect(isDate(date), date).toBe(true);
  for (const none of ["", "22", "2022-5-9", "2022-13", "2022-02-30", "Monday"]) expect(isDate(none), none).toBe(false);
});
