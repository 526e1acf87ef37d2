import { describe, expect, it } from "vitest";

import { chipOf, hasToken, putTogether, rangeOf, setRange, shownValue, takeApart, toggleToken, type Range } from "../../../src/features/search/queryText";

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
  it("of what is tagged is a chip with the name alone", () => {
    for (const [token, name] of [["place:=China", "China"], ['place:"=South Korea"', "South Korea"]] as const) {
      const narrowed = toggleToken("water", token);
      expect(takeApart(narrowed).chips.map(shownValue)).toEqual([name]);
      expect(hasToken(narrowed, token)).toBe(true);
      expect(toggleToken(narrowed, token)).toBe("water");
    }
    expect(shownValue({ text: "in:=A", negated: false, field: "in", value: "=A" })).toBe("=A");
  });

  it("narrows the query, and widens it again", () => {
    const narrowed = toggleToken("kim", 'in:"Le Monde"');
    expect(narrowed).toBe('in:"Le Monde" kim');
    expect(hasToken(narrowed, 'in:"le monde"')).toBe(true);
    expect(toggleToken(narrowed, 'in:"Le Monde"')).toBe("kim");
  });

  it("narrows a nested query as a whole", () => {
    expect(toggleToken("kim OR putin", "lang:ko")).toBe("lang:ko kim OR putin");
    expect(takeApart("lang:ko in:AP kim OR putin")).toMatchObject({ chips: [{ text: "lang:ko" }, { text: "in:AP" }], words: "kim OR putin" });
    expect(takeApart("lang:ko OR putin ").chips).toEqual([]);
  });

  it("puts together what a token would be joined to", () => {
    expect(toggleToken("-kim OR putin", "lang:ko")).toBe("lang:ko (-kim OR putin)");
    expect(toggleToken("lang:ko (-kim OR putin)", "lang:ko")).toBe("-kim OR putin");
  });

  it("is ticked off in whatever order it was ticked", () => {
    const both = toggleToken(toggleToken("peace OR war", "lang:ko"), "in:AP");
    expect(hasToken(both, "lang:ko")).toBe(true);
    expect(toggleToken(toggleToken(both, "lang:ko"), "in:AP")).toBe("peace OR war");
  });

  it("is no tick of what the words offer as one of several", () => {
    expect(hasToken("lang:ko OR kim", "lang:ko")).toBe(false);
    expect(hasToken("(lang:ko kim)", "lang:ko")).toBe(false);
  });
});

describe("a range of months", () => {
  it("replaces the dates that were asked for", () => {
    const asked = setRange("after:2019-01 kim", { from: "2022-05", until: "2022-07" });
    expect(rangeOf(asked)).toEqual({ from: "2022-05", until: "2022-07" });
    expect(takeApart(asked).words).toBe("kim");
    expect(setRange(asked, { from: null, until: null })).toBe("kim");
  });

  it("takes the place of dates of several words", () => {
    for (const date of ["after:last month", "on:last 3 weeks", "before:2 years ago", 'on:"this week"']) {
      expect(setRange(`ferry ${date}`, { from: "2022-05", until: null })).toBe("after:2022-05 ferry");
    }
  });

  it("stays one range however often it is moved", () => {
    const moved = ["2022-05", "2022-06", "2022-07"].reduce((query, from) => setRange(query, { from, until: "2023-01" }), "peace OR war");
    expect(moved).toBe("after:2022-07 before:2023-01 peace OR war");
    expect(rangeOf(moved)).toEqual({ from: "2022-07", until: "2023-01" });
  });
});

describe("any query", () => {
  const PIECES = ["peace", "war", "OR", "OR", "(", ")", "-(", '"', '"a b"', "«c d»", "-kim", "in:AP", "-in:AP", 'in:"Le Monde"', "tag:", "is:unread", "-", "~", '"x y"~5', "((", "))", "x)y", "(-z OR", "金正恩", "after:last", "month", "-OR", "…", "(OR"];
  const DATES = ["after:2019-01", "on:last month", "before:3 weeks ago", "after:2020"];

  /** The same queries in every run. */
  function* queries(number: number, pieces: readonly string[]): Generator<string> {
    let seed = 7;
    const below = (limit: number): number => (seed = (seed * 48271) % 2147483647) % limit;
    for (let made = 0; made < number; made += 1) {
      let query = "";
      for (let left = below(9); left > 0; left -= 1) query += (pieces[below(pieces.length)] ?? "") + ["", " ", " ", " ", "  "][below(5)];
      yield query;
    }
  }

  /** The queries of which this is not true. */
  const failing = (pieces: readonly string[], holds: (query: string) => boolean): string[] => [...queries(400, pieces)].filter((query) => !holds(query));

  it("is the same after a token was added and taken away", () => {
    const [first, second] = ["lang:ko", 'person:"Kim Jong Un"'];
    const wrong = failing(PIECES, (query) => {
      const one = toggleToken(query, first);
      const two = toggleToken(one, second);
      return (
        hasToken(one, first) && hasToken(two, first) && hasToken(two, second) &&
        toggleToken(one, first) === query && toggleToken(two, second) === one && toggleToken(toggleToken(two, first), second) === query
      );
    });
    expect(wrong).toEqual([]);
  });

  const NONE = { from: null, until: null };
  const is = (query: string, range: Range): boolean => JSON.stringify(rangeOf(query)) === JSON.stringify(range);

  it("is the same after a range was set and reset", () => {
    const undated = PIECES.filter((piece) => !piece.startsWith("after"));
    const range = { from: "2022-05", until: "2023-01" };
    const wrong = failing(undated, (query) => is(setRange(query, range), range) && setRange(setRange(query, range), NONE) === query);
    expect(wrong).toEqual([]);
  });

  it("has the range that was set last, whatever dates it had", () => {
    const range = { from: "2022-05", until: null };
    const wrong = failing([...PIECES, ...DATES], (query) => {
      const asked = setRange(query, range);
      const moved = setRange(setRange(query, { from: null, until: "2020-01" }), range);
      return is(asked, range) && moved === asked && setRange(asked, NONE) === setRange(query, NONE);
    });
    expect(wrong).toEqual([]);
  });

  it("is put together as it was taken apart", () => {
    const again = (query: string) => takeApart(putTogether(takeApart(query)));
    expect(failing(PIECES, (query) => JSON.stringify(again(query)) === JSON.stringify(takeApart(query)))).toEqual([]);
  });
});
