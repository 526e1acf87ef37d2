import { describe, expect, it } from "vitest";

import { clockOf, dateAndTime, dayHeading, dayKey, fullTime, readTime, writeTime, zoneOf } from "../../src/text/time";

const at = (iso: string, zone: string | null = null) => ({ iso, zone });

describe("printed times", () => {
  it("keep the zone as it was printed", () => {
    expect(fullTime(at("2022-05-10T16:14+01:00", "BST"))).toBe("Tuesday 10 May 2022, 16:14 BST");
    expect(zoneOf(at("2022-05-10T16:14+05:30"))).toBe("UTC+5:30");
    expect(zoneOf(at("2022-05-10T16:14-03:00"))).toBe("UTC−3");
    expect(zoneOf(at("2022-05-10T16:14Z"))).toBe("UTC");
    expect(zoneOf(at("2022-05-10T16:14"))).toBe("");
  });

  it("are shown no more precisely than they were given", () => {
    expect(dateAndTime(at("2022-05-10"))).toBe("10 May 2022");
    expect(fullTime(at("2022-05"))).toBe("May 2022");
    expect(fullTime(at("2022"))).toBe("2022");
    expect(clockOf(at("2022-05-10"))).toBe("");
  });

  it("that are no times are shown as they stand", () => {
    expect(fullTime(at("soon"))).toBe("soon");
  });

  it("group by the printed day", () => {
    expect(dayKey(at("2022-05-12T00:30+09:00"))).toBe("2022-05-12");
    expect(dayHeading("2022-05-12", "No date")).toBe("Thursday 12 May 2022");
    expect(dayHeading("2022-05", "No date")).toBe("May 2022");
    expect(dayHeading(dayKey(null), "No date")).toBe("No date");
  });

  it("are read as they are written", () => {
    for (const time of [at("2022-05-10T16:14+01:00", "BST"), at("2022-05-10T16:14Z"), at("2022-05-10T16:14"), at("2022-05-10"), at("2022-05"), at("2022")]) {
      expect(readTime(writeTime(time))).toEqual(time);
    }
    expect(readTime("2022-13-01")).toBeUndefined();
    expect(readTime("10 May")).toBeUndefined();
    expect(readTime("2022-05 16:14")).toBeUndefined();
    expect(readTime("2022-05-10 25:00")).toBeUndefined();
  });
});
