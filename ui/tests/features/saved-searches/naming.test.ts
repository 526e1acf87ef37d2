import { describe, expect, it } from "vitest";

import { isNewer, isSame, nameOf } from "../../../src/features/saved-searches/naming";

describe("a saved search", () => {
  it("is called by what it asks for", () => {
    expect(nameOf('person:"Kim Jong Un" -tag:opinion missile test')).toBe("Kim Jong Un, not opinion, missile test");
    expect(nameOf("로켓")).toBe("로켓");
    expect(nameOf("on:2022-05-11 lang:ru")).toBe("2022-05-11, Russian");
    expect(nameOf("-language:RU port")).toBe("not Russian, port");
    expect([...nameOf("a ".repeat(90))].length).toBeLessThanOrEqual(60);
  });

  it("is another one with other words or types, in any order", () => {
    const ferry = { text: "ferry", kinds: ["note", "article"] as const };
    expect(isSame(ferry, { text: " ferry ", kinds: ["article", "note"] })).toBe(true);
    expect(isSame(ferry, { text: "ferry", kinds: ["article"] })).toBe(false);
    expect(isSame(ferry, { text: "ferries", kinds: ["article", "note"] })).toBe(false);
    expect(isSame(ferry, { ...ferry, names: { onlyTyped: false, without: [] } })).toBe(true);
    expect(isSame(ferry, { ...ferry, names: { onlyTyped: false, without: ["a name"] } })).toBe(false);
  });

  it("has as new what was made later", () => {
    const seen = "019a00000000abcd";
    expect(isNewer("019a0000-0001-7000-8000-000000000000", seen)).toBe(true);
    expect(isNewer("019a0000-0000-7bcd-8000-000000000000", seen)).toBe(false);
    expect(isNewer("019a0000-0000-abcd-ffff-000000000000", seen)).toBe(false);
  });
});
