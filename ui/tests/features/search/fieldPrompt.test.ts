import { describe, expect, it } from "vitest";

import { fieldPrompt, withValue } from "../../../src/features/search/fieldPrompt";

const at = (words: string, caret = words.length) => fieldPrompt(words, caret);

describe("the field that is typed", () => {
  it("is found at the caret, by any of its names and in any case", () => {
    expect(at("in:")).toMatchObject({ field: "outlet", typed: "", start: 0, end: 3 });
    expect(at("missile Outlet:Le")).toMatchObject({ field: "outlet", written: "Outlet:", typed: "Le", start: 8 });
    expect(at("-lang:рус")).toMatchObject({ field: "lang", written: "-lang:", typed: "рус", start: 0 });
    expect(at("(person:김")).toMatchObject({ field: "person", typed: "김", start: 1 });
    expect(at("in:Le missile", 5)).toMatchObject({ typed: "Le", end: 5 });
  });

  it("may hold blanks in quotation marks, and in dates", () => {
    expect(at('in:"Le Mo')).toMatchObject({ typed: "Le Mo" });
    expect(at("after:last mo")).toMatchObject({ field: "after", typed: "last mo" });
    expect(at("on:last month now")).toBeNull();
  });

  it("is none for other words, other fields, a whole value, or inside a word", () => {
    for (const words of ["", "missile", "http://a", "title:port", 'in:"Le Monde"', "in:Le port", "domain:x"]) expect(at(words), words).toBeNull();
    expect(at("in:Lemonde", 5)).toBeNull();
  });

  it("takes its value, and what follows stays", () => {
    const words = "port -in:le missile";
    const prompt = at(words, 11);
    expect(prompt && withValue(words, prompt, '"Le Monde"')).toBe('port -in:"Le Monde" missile');
  });
});
