import { expect, test } from "vitest";

import { takeApart } from "../../../src/features/search/queryText";
import { hasValue, toggleValue, withoutValues } from "../../../src/features/search/tickedValues";

const outlet = (query: string, token: string): string => toggleValue(query, "outlet", token);

test("a second outlet is ticked beside the first, and each is ticked off again", () => {
  const one = outlet("kim", "in:AP");
  expect(one).toBe("in:AP kim");
  const both = outlet(one, 'in:"Le Monde"');
  expect(both).toBe('in:AP OR in:"Le Monde" kim');
  expect(["in:ap", 'in:"Le Monde"', "in:TASS"].map((token) => hasValue(both, "outlet", token))).toEqual([true, true, false]);
  expect(outlet(both, "in:AP")).toBe('in:"Le Monde" kim');
  expect(outlet(outlet(both, 'in:"Le Monde"'), "in:AP")).toBe("kim");
});

test("what is counted of one kind leaves its own ticks out, and no others", () => {
  const query = 'lang:ko in:AP OR in:"Le Monde" kim';
  expect(withoutValues(query, "outlet")).toBe("lang:ko kim");
  expect(withoutValues(query, "language")).toBe('in:AP OR in:"Le Monde" kim');
  expect(withoutValues("in:AP in:TASS kim", "outlet")).toBe("kim");
  expect(withoutValues("kim", "outlet")).toBe("kim");
});

test("what the words offer as one of several is no tick, nor what is left out", () => {
  for (const query of ["in:AP OR kim", "(in:AP kim)", "-in:AP kim", "in:AP OR lang:ko"]) {
    expect(hasValue(query, "outlet", "in:AP")).toBe(false);
    expect(withoutValues(query, "outlet")).toBe(query);
  }
});

test("a query that is put in parentheses comes out of them", () => {
  const one = outlet("-kim OR putin", "in:AP");
  expect(one).toBe("in:AP (-kim OR putin)");
  const both = outlet(one, "in:TASS");
  expect(both).toBe("in:AP OR in:TASS (-kim OR putin)");
  expect(withoutValues(both, "outlet")).toBe("-kim OR putin");
  expect(outlet(outlet(both, "in:TASS"), "in:AP")).toBe("-kim OR putin");
});

test("a value is ticked beside one that stays open or runs on into what follows", () => {
  const open = outlet('in:"Le', "in:TASS");
  expect(open).toBe('in:TASS OR in:"Le');
  expect(hasValue(open, "outlet", "in:TASS")).toBe(true);
  expect(outlet(open, "in:TASS")).toBe('in:"Le');
  const joined = outlet('in:"Le Monde"kim', "in:TASS");
  expect(joined).toBe('in:TASS OR in:"Le Monde"kim');
  expect(outlet(joined, "in:TASS")).toBe('in:"Le Monde"kim');
  expect(outlet(joined, 'in:"Le Monde"')).toBe("in:TASS kim");
});

test("what is searched as words stands among the words", () => {
  const asWords = (text: string): boolean => text === "before:abc";
  expect(takeApart("in:AP before:abc kim", asWords)).toMatchObject({ chips: [{ text: "in:AP" }], words: "before:abc kim" });
  expect(takeApart("-before:abc kim", asWords)).toMatchObject({ chips: [], words: "-before:abc kim" });
});
