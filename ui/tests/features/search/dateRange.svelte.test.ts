// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { expect, it, vi } from "vitest";

import type { MonthCount } from "../../../src/api/generated";
import DateRange from "../../../src/features/search/DateRange.svelte";

it("keeps its place when what is found is from one month, or from none", () => {
  vi.stubGlobal("ResizeObserver", class { observe(): void {} unobserve(): void {} disconnect(): void {} });
  const props = $state({ months: [] as MonthCount[], range: { from: null, until: null }, onrange: () => undefined });
  const shown = mount(DateRange, { target: document.body, props });
  const parts = (): number[] => ["section", ".b", "[role='slider']"].map((part) => document.querySelectorAll(part).length);
  flushSync();
  expect(parts()).toEqual([0, 0, 0]);
  for (const [months, seen] of [
    [["2022-05", "2022-07"], [1, 2, 2]],
    [["2022-05"], [1, 1, 2]],
    [[], [1, 0, 0]],
  ] as const) {
    props.months = months.map((month) => ({ month, articles: 3 }));
    flushSync();
    expect(parts()).toEqual(seen);
  }
  void unmount(shown);
});
