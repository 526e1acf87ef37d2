import { describe, expect, it } from "vitest";

import { readValue } from "../../../src/features/inspector/fields";

describe("an edited field", () => {
  it("is emptied by emptying, but a title is not", () => {
    expect(readValue("outlet", "  ")).toEqual({ value: null, zone: null });
    expect(readValue("title", " ")).toBeUndefined();
  });

  it("keeps the zone that is written with a time", () => {
    expect(readValue("published", "2022-05-10 16:14 +01:00 BST")).toEqual({ value: "2022-05-10T16:14+01:00", zone: "BST" });
    expect(readValue("published", "yesterday")).toBeUndefined();
  });
});
