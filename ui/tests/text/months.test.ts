import { expect, test } from "vitest";
import { everyMonth, labelStart, yearTicks } from "../../src/text/months";

test("months without an article stand as empty bars", () => {
  const bars = everyMonth([
    { month: "2021-11", articles: 3 },
    { month: "2022-02", articles: 7 },
  ]);
  expect(bars).toEqual([
    { month: "2021-11", articles: 3 },
    { month: "2021-12", articles: 0 },
    { month: "2022-01", articles: 0 },
    { month: "2022-02", articles: 7 },
  ]);
});

test("no month, or one that is no month, makes no bars", () => {
  expect(everyMonth([])).toEqual([]);
  expect(everyMonth([{ month: "2022", articles: 1 }])).toEqual([]);
});

test("a span of centuries keeps to its last forty years", () => {
  const bars = everyMonth([
    { month: "1850-01", articles: 1 },
    { month: "2024-06", articles: 1 },
  ]);
  expect(bars).toHaveLength(480);
  expect(bars.at(-1)?.month).toBe("2024-06");
});

test("years stand under their January and never closer than there is room", () => {
  const bars = everyMonth([
    { month: "2019-01", articles: 1 },
    { month: "2024-06", articles: 1 },
  ]);
  expect(yearTicks(bars, 6)).toEqual([
    { at: 0, year: "2019" },
    { at: 12, year: "2020" },
    { at: 24, year: "2021" },
    { at: 36, year: "2022" },
    { at: 48, year: "2023" },
    { at: 60, year: "2024" },
  ]);
  expect(yearTicks(bars, 3).map((tick) => tick.year)).toEqual(["2019", "2021", "2023"]);
});

test("a year at the end of a chart is written before its edge", () => {
  expect(labelStart(40, 500)).toBe(40);
  expect(labelStart(490, 500)).toBe(472);
  expect(labelStart(1, 20)).toBe(0);
});
