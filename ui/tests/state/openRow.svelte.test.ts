// @vitest-environment jsdom
import { flushSync } from "svelte";
import { expect, test } from "vitest";

import { keepOpenRowInSight } from "../../src/state/openRow.svelte";

/** A list of ten rows in view, and what it was brought to. */
function listed(): { open: { id: string | null; at: number }; went: number[]; first: number; stop: () => void } {
  let open = $state<{ id: string | null; at: number }>({ id: null, at: -1 });
  const state = {
    get open() {
      return open;
    },
    set open(now) {
      open = now;
      flushSync();
    },
    went: [] as number[],
    first: 0,
    stop: () => undefined as void,
  };
  const list = {
    sees: (index: number) => index >= state.first && index < state.first + 10,
    reveal: (index: number) => {
      state.went.push(index);
      if (!list.sees(index)) state.first = index;
    },
  };
  state.stop = $effect.root(() => keepOpenRowInSight(() => list, () => open));
  flushSync();
  return state;
}

test("what is opened from elsewhere is gone to as soon as its place is known, once", () => {
  const list = listed();
  list.open = { id: "a", at: -1 };
  expect(list.went).toEqual([]);
  list.open = { id: "a", at: 40 };
  list.open = { id: "a", at: 40 };
  expect(list.went).toEqual([40]);
  list.stop();
});

test("a row that a change moves is followed while it is in sight", () => {
  const list = listed();
  // Its place in the list as it was before the change is known first.
  list.open = { id: "a", at: 38 };
  list.open = { id: "a", at: 1 };
  expect(list.went).toEqual([38, 1]);
  list.stop();
});

test("a list keeps its place where the open row was out of sight", () => {
  const list = listed();
  list.open = { id: "a", at: 38 };
  list.first = 0;
  list.open = { id: "a", at: 30 };
  expect(list.went).toEqual([38]);
  expect(list.first).toBe(0);
  list.stop();
});
