// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import "../../src/state/idle";
import { PAUSE, watchWriting } from "../../src/state/writing";

let stop: () => void;
beforeEach(() => {
  // The test has an idle callback of its own, which would take the place of ours.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  stop = watchWriting();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

test("what waits for idleness is done soon where nobody writes, and says that little time is left", async () => {
  const act = vi.fn<IdleRequestCallback>();
  requestIdleCallback(act);
  await vi.advanceTimersByTimeAsync(1);
  expect(act).toHaveBeenCalledOnce();
  expect(act.mock.calls[0]?.[0].timeRemaining()).toBeLessThan(10);
});

test("it waits while somebody writes in a note, and is not done once it is cancelled", async () => {
  const note = document.body.appendChild(document.createElement("div"));
  note.dataset["scope"] = "editor";
  note.dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true }));
  const [act, cancelled] = [vi.fn(), vi.fn()];
  requestIdleCallback(act);
  const handle = requestIdleCallback(cancelled);
  await vi.advanceTimersByTimeAsync(PAUSE / 2);
  expect(act).not.toHaveBeenCalled();
  cancelIdleCallback(handle);
  await vi.advanceTimersByTimeAsync(PAUSE * 2);
  expect(act).toHaveBeenCalledOnce();
  expect(cancelled).not.toHaveBeenCalled();
});
