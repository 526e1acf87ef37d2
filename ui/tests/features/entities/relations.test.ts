import { describe, expect, it } from "vitest";

import type { Relation } from "../../../src/api/generated";
import { endsBefore, relationWords, spanOf } from "../../../src/features/entities/relations";

const relation = (more: Partial<Relation>): Relation => ({
  id: "r",
  kind: "memberOf",
  inverse: false,
  other: null,
  role: "",
  since: null,
  until: null,
  source: "",
  ...more,
});

describe("relations", () => {
  it("says from when to when as far as that is known", () => {
    expect(spanOf({ since: "2013", until: "2022-12" })).toBe("2013 to December 2022");
    expect(spanOf({ since: "2023-07", until: null })).toBe("since July 2023");
    expect(spanOf({ since: "2012-05-07", until: null })).toBe("since 7 May 2012");
    expect(spanOf({ since: null, until: "2007" })).toBe("until 2007");
    expect(spanOf({ since: "2011", until: "2011" })).toBe("2011");
    expect(spanOf({ since: null, until: null })).toBe("");
  });

  it("knows an end that comes before the beginning", () => {
    expect(endsBefore("2004-03-09", "2004")).toBe(false);
    expect(endsBefore("2004-03-09", "2004-02")).toBe(true);
    expect(endsBefore("2004-03", "2003")).toBe(true);
    expect(endsBefore("", "2003")).toBe(false);
    expect(endsBefore("2004", "")).toBe(false);
  });

  it("names a role, and a relation from the end that is shown", () => {
    expect(relationWords(relation({ kind: "holds", role: "Foreign Minister" }))).toBe("Foreign Minister");
    expect(relationWords(relation({}))).toBe("Member of");
    expect(relationWords(relation({ inverse: true }))).toBe("Has as member");
  });
});
