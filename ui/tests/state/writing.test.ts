// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { inPause, LONGEST, PAUSE, watchWriting } from "../../src/state/writing";

let stop: () => void;
let note: HTMLElement;
/** Each test begins long after the keys of the one before. */
let start = 1e12;

beforeEach(() => {
  vi.useFakeTimers({ now: (start += 1e6) });
  document.body.innerHTML = '<div data-scope="editor"><p></p></div><input />';
  note = document.querySelector("p")!;
  stop = watchWriting();
});
afterEach(() => {
  stop();
  vi.advanceTimersByTime(2 * LONGEST);
  vi.useRealTimers();
});

const key = (target: Element): void => void target.dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true }));

test("what follows from a change waits while somebody writes, and is done in the pause", async () => {
  const done: string[] = [];
  inPause(() => done.push("at once"));
  key(note);
  inPause(() => done.push("later"));
  for (let keys = 0; keys < 5; keys += 1) {
    vi.advanceTimersByTime(PAUSE / 2);
    key(note);
  }
  expect(done).toEqual(["at once"]);
  await vi.advanceTimersByTimeAsync(PAUSE + 50);
  expect(done).toEqual(["at once", "later"]);
});

test("who never pauses sees it as well, and what was given up is not done", async () => {
  const done: string[] = [];
  key(note);
  inPause(() => done.push("shown"));
  inPause(() => done.push("given up"))();
  for (let passed = 0; passed < LONGEST + PAUSE; passed += 100) {
    await vi.advanceTimersByTimeAsync(100);
    key(note);
  }
  expect(done).toEqual(["shown"]);
});

test("keys that write nothing hold nothing up, and what throws keeps no other back", async () => {
  const done: string[] = [];
  note.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }));
  note.dispatchEvent(new KeyboardEvent("keydown", { key: "k", ctrlKey: true, bubbles: true }));
  inPause(() => done.push("at once"));
  expect(done).toEqual(["at once"]);
  key(note);
  inPause(() => void Promise.reject(new Error("one view")).catch(() => done.push("thrown")));
  inPause(() => done.push("another view"));
  await vi.advanceTimersByTimeAsync(PAUSE + 50);
  expect(done.sort()).toEqual(["another view", "at once", "thrown"]);
});

test("keys elsewhere hold nothing up", () => {
  const done: string[] = [];
  key(document.querySelector("input")!);
  inPause(() => done.push("at once"));
  expect(done).toEqual(["at once"]);
});
