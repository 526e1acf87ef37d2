import { expect, test } from "vitest";
import { Turns } from "../../src/state/turns";

test("what is asked for meanwhile is done afterwards, in order", async () => {
  const turns = new Turns();
  const done: string[] = [];
  let release: () => void = () => undefined;
  const first = turns.take(() => new Promise<void>((resolve) => (release = resolve)).then(() => void done.push("first")));
  const second = turns.take(() => void done.push("second"));
  await Promise.resolve();
  expect(turns.busy).toBe(true);
  expect(done).toEqual([]);
  release();
  await Promise.all([first, second]);
  expect(done).toEqual(["first", "second"]);
  expect(turns.busy).toBe(false);
});

test("one that fails does not keep the next from its turn", async () => {
  const turns = new Turns();
  const failing = turns.take(() => Promise.reject(new Error("no")));
  let done = false;
  const next = turns.take(() => void (done = true));
  await expect(failing).rejects.toThrow("no");
  await next;
  expect(done).toBe(true);
});
