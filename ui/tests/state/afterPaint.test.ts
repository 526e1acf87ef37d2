import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { afterPaint } from "../../src/state/afterPaint";

let frames: (() => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  frames = [];
  vi.stubGlobal("requestAnimationFrame", (act: () => void) => frames.push(act));
  vi.stubGlobal("cancelAnimationFrame", (at: number) => (frames[at - 1] = () => undefined));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("it is done behind the frame, once", () => {
  const act = vi.fn();
  afterPaint(act);
  frames[0]?.();
  expect(act).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1000);
  expect(act).toHaveBeenCalledOnce();
});

test("a window that paints nothing does it all the same", () => {
  const act = vi.fn();
  afterPaint(act);
  vi.advanceTimersByTime(1000);
  expect(act).toHaveBeenCalledOnce();
});

test("it can be left undone before the frame, and behind it", () => {
  const act = vi.fn();
  afterPaint(act)();
  frames[0]?.();
  const stop = afterPaint(act);
  frames[1]?.();
  stop();
  vi.advanceTimersByTime(1000);
  expect(act).not.toHaveBeenCalled();
});
