import { afterEach, beforeEach, expect, test, vi } from "vitest";

const shell = vi.hoisted(() => ({ asked: [] as string[], fails: false }));

vi.mock("../../../src/api/client", () => ({
  notes: {
    get: async (id: string) => {
      shell.asked.push(id);
      if (shell.fails) throw new Error("gone");
      return { id };
    },
  },
}));

const { forgetReadAhead, readAhead, stopChoosing, takeNote } = await import("../../../src/features/notes/readAhead");

beforeEach(() => {
  vi.useFakeTimers();
  forgetReadAhead();
  Object.assign(shell, { asked: [], fails: false });
});
afterEach(() => void vi.useRealTimers());

test("a note that stands chosen is read once, and is there for who opens it", async () => {
  readAhead("passed by");
  readAhead("chosen");
  await vi.advanceTimersByTimeAsync(1000);
  stopChoosing();
  expect(shell.asked).toEqual(["chosen"]);
  expect(await takeNote("chosen")).toEqual({ id: "chosen" });
  expect(shell.asked).toEqual(["chosen"]);
  await takeNote("chosen");
  expect(shell.asked).toEqual(["chosen", "chosen"]);
});

test("what was read before a change, long ago, or of another note is not taken", async () => {
  readAhead("chosen");
  await vi.advanceTimersByTimeAsync(1000);
  forgetReadAhead();
  await takeNote("chosen");
  readAhead("chosen");
  await vi.advanceTimersByTimeAsync(20_000);
  await takeNote("chosen");
  readAhead("chosen");
  await vi.advanceTimersByTimeAsync(1000);
  expect(await takeNote("other")).toEqual({ id: "other" });
  expect(shell.asked).toEqual(["chosen", "chosen", "chosen", "chosen", "chosen", "other"]);
});

test("a note that could not be read ahead is read when it is opened", async () => {
  shell.fails = true;
  readAhead("chosen");
  await vi.advanceTimersByTimeAsync(1000);
  shell.fails = false;
  expect(await takeNote("chosen")).toEqual({ id: "chosen" });
});
