import { describe, expect, it } from "vitest";

import { chipOf, hasToken, putTogether, rangeOf, setRange, takeApart, toggleToken } from "../../../src/features/search/queryText";

const chips = (query: string): string[] => takeApart(query).chips.map(({ text }) => text);

describe("a query in the search box", () => {
  it("shows what narrows as chips, and the words after them", () => {
    expect(takeApart('person:"Kim Jong Un" dignity -in:AP speech')).toMatchObject({
      chips: [
        { text: 'person:"Kim Jong Un"', field: "person", value: "Kim Jong Un", negated: false },
        { text: "-in:AP", field: "in", value: "AP", negated: true },
      ],
      words: "dignity speech",
    });
  });

  it("leaves alone what is still being typed", () => {
    expect(chips("in:A")).toEqual([]);
    expect(chips("in:AP ")).toEqual(["in:AP"]);
    expect(chips('in:"Le Mon')).toEqual([]);
  });

  it("moves nothing where the order means something", () => {
    expect(chips("kim OR in:AP or")).toEqual([]);
    expect(chips("(in:AP kim) ")).toEqual([]);
  });

  it("takes neither dates of several words nor unknown fields for chips", () => {
    expect(chips("after:last month ")).toEqual([]);
    expect(chips("https://example.org x:y ")).toEqual([]);
    expect(chipOf('in:""')).toBeUndefined();
  });

  it("is put together as it was", () => {
    for (const query of ["in:AP kim", "kim  jong", 'lang:ko "a b" ', "إيران lang:ar "]) {
      const apart = takeApart(query);
      expect(takeApart(putTogether(apart))).toEqual(apart);
    }
  });
});

describe("a count beside the results", () => {
  it("narrows the query, and widens it again", () => {
    const narrowed = toggleToken("kim", 'in:"Le Monde"');
    expect(narrowed).toBe('in:"Le Monde" kim');
    expect(hasToken(narrowed, 'in:"le monde"')).toBe(true);
    expect(toggleToken(narrowed, 'in:"Le Monde"')).toBe("kim");
  });

  it("narrows a nested query as a whole", () => {
    expect(toggleToken("kim OR putin", "lang:ko")).toBe("(kim OR putin) lang:ko ");
  });
});

describe("a range of months", () => {
  it("replaces the dates that were asked for", () => {
    const asked = setRange("after:2019-01 kim", { from: "2022-05", until: "2022-07" });
    expect(rangeOf(asked)).toEqual({ from: "2022-05", until: "2022-07" });
    expect(takeApart(asked).words).toBe("kim");
    expect(setRange(asked, { from: null, until: null }).trim()).toBe("kim");
  });
});
