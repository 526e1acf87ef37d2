// Months in a row, as bars of a chart show them.

import type { MonthCount } from "../api/generated";

export type Bar = { month: string; articles: number };

const LONGEST = 12 * 40;

const short = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });

/** "Jan 2022" for `2022-01`, where the whole name has no room. */
export function shortMonth(month: string): string {
  const [year = 1970, number = 1] = month.split("-").map(Number);
  return short.format(Date.UTC(year, number - 1));
}

/** The month after `2022-12` is `2023-01`. */
export function monthAfter(month: string): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return number === 12
    ? `${String(year + 1).padStart(4, "0")}-01`
    : `${String(year).padStart(4, "0")}-${String(number + 1).padStart(2, "0")}`;
}

/** Every month from the first to the last, empty ones too. Beyond forty years only the last forty. */
export function everyMonth(months: readonly MonthCount[]): Bar[] {
  const known = new Map(months.filter(({ month }) => /^\d{4}-\d{2}$/.test(month)).map((each) => [each.month, each.articles]));
  const sorted = [...known.keys()].sort();
  const first = sorted[0];
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return [];
  const bars: Bar[] = [];
  for (let month = first; month <= last && bars.length < 12 * 3000; month = monthAfter(month)) {
    bars.push({ month, articles: known.get(month) ?? 0 });
  }
  return bars.slice(-LONGEST);
}

/** Where a year's number stands under the bars: at each January, thinned out when there are many. */
export function yearTicks(bars: readonly Bar[], most: number): { at: number; year: string }[] {
  const ticks = bars
    .map((bar, at) => ({ at, year: bar.month.slice(0, 4), january: bar.month.endsWith("-01") }))
    .filter((tick) => tick.january || tick.at === 0)
    // The first bar gives its year only when the next January leaves room for it.
    .filter((tick, at, all) => tick.january || (all[at + 1]?.at ?? Number.POSITIVE_INFINITY) > bars.length / most);
  const every = Math.max(1, Math.ceil(ticks.length / most));
  return ticks.filter((_, at) => at % every === 0).map(({ at, year }) => ({ at, year }));
}

/** Room of a year under a chart, in CSS pixels. */
const YEAR = 28;

/** Where a year's label begins, so that the last one does not end behind the chart. */
export function labelStart(at: number, width: number): number {
  return Math.max(0, Math.min(at, width - YEAR));
}
