import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { AFTER_KEY_MS, Autosave, LONGEST_WAIT_MS, QUIET_MS, RETRY_MS, type Draft, type SaveOutcome, type SaveState } from "../../../src/features/notes/autosave";

const draft = (body: string): Draft => ({ title: "T", body });

function setUp(save: (draft: Draft) => Promise<SaveOutcome>) {
  const states: SaveState["is"][] = [];
  const spy = vi.fn(save);
  const held: string[] = [];
  const autosave = new Autosave({ save: spy, hold: ({ body }) => held.push(body), onState: (state) => states.push(state.is) });
  return { autosave, save: spy, states, held };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("autosave", () => {
  test("saves once, a moment after the last key", async () => {
    const { autosave, save, states } = setUp(async () => "saved");
    autosave.changed(draft("a"));
    await vi.advanceTimersByTimeAsync(QUIET_MS - 1);
    autosave.changed(draft("ab"));
    await vi.advanceTimersByTimeAsync(QUIET_MS - 1);
    expect(save).not.toHaveBeenCalled();
    // No key but the first has anything drawn anew.
    expect(states).toEqual(["saving"]);
    await vi.advanceTimersByTimeAsync(1);
    expect(save.mock.calls).toEqual([[draft("ab")]]);
    expect(autosave.dirty).toBe(false);
    expect(states.at(-1)).toBe("saved");
  });

  test("typing without pause is on disk within a second of each key", async () => {
    const { autosave, save } = setUp(async () => "saved");
    for (let key = 0; key < 100; key += 1) {
      autosave.changed(draft(String(key)));
      await vi.advanceTimersByTimeAsync(50);
      const saved = Number(save.mock.calls.at(-1)?.[0].body ?? -1);
      expect((key - saved) * 50).toBeLessThan(1000);
    }
  });

  test("typing without pause, a save begins just after a key and not just before one", async () => {
    const begun: number[] = [];
    let pressed = 0;
    const { autosave } = setUp(async () => {
      begun.push(Date.now() - pressed);
      return "saved";
    });
    for (let key = 0; key < 60; key += 1) {
      pressed = Date.now();
      autosave.changed(draft(String(key)));
      await vi.advanceTimersByTimeAsync([70, 130, 90][key % 3]!);
    }
    expect(begun.length).toBeGreaterThan(8);
    expect(new Set(begun)).toEqual(new Set([AFTER_KEY_MS]));
  });

  test("typing without pause is on disk within a second of each key, also when each save takes a while", async () => {
    let onDisk = -1;
    const { autosave } = setUp(async ({ body }) => {
      await new Promise((resolve) => setTimeout(resolve, 180));
      onDisk = Number(body);
      return "saved";
    });
    for (let key = 0; key < 400; key += 1) {
      autosave.changed(draft(String(key)));
      await vi.advanceTimersByTimeAsync(50);
      expect((key - onDisk) * 50).toBeLessThan(1000);
    }
  });

  test("a slow disk gets one save at a time, the last with the latest text", async () => {
    let inFlight = 0;
    let most = 0;
    const { autosave, save } = setUp(async () => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      await new Promise((resolve) => setTimeout(resolve, 2000));
      inFlight -= 1;
      return "saved";
    });
    for (let key = 0; key < 20; key += 1) {
      autosave.changed(draft(String(key)));
      await vi.advanceTimersByTimeAsync(200);
    }
    await vi.advanceTimersByTimeAsync(10_000);
    expect(most).toBe(1);
    expect(save.mock.calls.at(-1)).toEqual([draft("19")]);
    expect(autosave.dirty).toBe(false);
  });

  test("flush writes at once and waits for it", async () => {
    const { autosave, save } = setUp(async () => "saved");
    autosave.changed(draft("a"));
    await autosave.flush();
    expect(save.mock.calls).toEqual([[draft("a")]]);
    await vi.advanceTimersByTimeAsync(5000);
    expect(save).toHaveBeenCalledTimes(1);
  });

  test("flush during a save also writes what was typed meanwhile", async () => {
    const { autosave, save } = setUp(async () => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      return "saved";
    });
    autosave.changed(draft("a"));
    await vi.advanceTimersByTimeAsync(QUIET_MS + 50);
    autosave.changed(draft("ab"));
    const flushed = autosave.flush();
    await vi.advanceTimersByTimeAsync(500);
    await flushed;
    expect(save.mock.calls.at(-1)).toEqual([draft("ab")]);
    expect(autosave.dirty).toBe(false);
  });

  test("a failed save keeps the text and is tried again", async () => {
    let full = true;
    const { autosave, save, states } = setUp(async () => {
      if (full) throw new Error("disk full");
      return "saved";
    });
    autosave.changed(draft("a"));
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(states.at(-1)).toBe("failed");
    expect(autosave.dirty).toBe(true);
    full = false;
    await vi.advanceTimersByTimeAsync(RETRY_MS);
    expect(save.mock.calls.at(-1)).toEqual([draft("a")]);
    expect(states.at(-1)).toBe("saved");
  });

  test("a conflict stops saving until a person settles it", async () => {
    let theirs = true;
    const { autosave, save, states } = setUp(async () => (theirs ? "conflict" : "saved"));
    autosave.changed(draft("mine"));
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(states.at(-1)).toBe("conflict");
    autosave.changed(draft("mine, more"));
    await vi.advanceTimersByTimeAsync(60_000);
    await autosave.flush();
    expect(save).toHaveBeenCalledTimes(1);
    expect(autosave.dirty).toBe(true);
    theirs = false;
    autosave.settle(draft("mine, more"));
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(save.mock.calls.at(-1)).toEqual([draft("mine, more")]);
    expect(states.at(-1)).toBe("saved");
  });

  test("settling for the other version writes nothing", async () => {
    const { autosave, save } = setUp(async () => "conflict");
    autosave.changed(draft("mine"));
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    autosave.settle(null);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(save).toHaveBeenCalledTimes(1);
    expect(autosave.dirty).toBe(false);
  });
});

test("what is typed in a conflict is not saved but held, at once when the window is left", async () => {
  const { autosave, save, held } = setUp(async () => "conflict");
  autosave.changed({ title: "", body: "one" });
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  autosave.changed({ title: "", body: "one two" });
  await vi.advanceTimersByTimeAsync(LONGEST_WAIT_MS);
  expect(held).toEqual(["one two"]);
  autosave.changed({ title: "", body: "one two three" });
  await autosave.flush();
  expect(held.at(-1)).toBe("one two three");
  expect(save).toHaveBeenCalledTimes(1);
});
