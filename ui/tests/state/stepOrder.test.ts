import { expect, test } from "vitest";
import { askStep, backInOrder, inOrder, isTakingBack } from "../../src/state/stepOrder";

/** Something that goes on until it is let go. */
function slow(did: string[], name: string): { act: () => Promise<void>; go: () => void } {
  let go: () => void = () => undefined;
  const waits = new Promise<void>((done) => (go = done));
  return { act: () => waits.then(() => void did.push(name)), go: () => go() };
}
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

test("what takes back waits for what was asked for before it, and what is asked for then waits for that", async () => {
  const did: string[] = [];
  const [first, second, back] = [slow(did, "first"), slow(did, "second"), slow(did, "back")];
  void inOrder(first.act);
  void inOrder(second.act);
  const taken = backInOrder(back.act);
  const behind = inOrder(() => void did.push("behind"));
  back.go();
  second.go();
  await settle();
  expect(did).toEqual(["second"]);
  expect(isTakingBack()).toBe(true);
  first.go();
  await taken;
  await behind;
  expect(did).toEqual(["second", "first", "back", "behind"]);
  await settle();
  expect(isTakingBack()).toBe(false);
});

test("several that take back are done one by one, and a failure keeps nothing from its turn", async () => {
  const did: string[] = [];
  const first = slow(did, "first");
  void inOrder(first.act);
  const fails = backInOrder(() => Promise.reject(new Error("no")));
  const between = inOrder(() => void did.push("between"));
  const next = backInOrder(async () => void did.push("next"));
  first.go();
  await expect(fails).rejects.toThrow("no");
  await Promise.all([between, next]);
  expect(did).toEqual(["first", "between", "next"]);
});

test("with nothing taken back a thing is done at once, also beside others, and answers what it answers", () => {
  const others = slow([], "others");
  void inOrder(others.act);
  expect(inOrder(() => false)).toBe(false);
  expect(() => inOrder(() => { throw new Error("no"); })).toThrow("no");
  others.go();
});

test("a job is waited for until its step is kept, not to its end", async () => {
  const did: string[] = [];
  const job = askStep();
  expect(job.turn).toBeNull();
  const taken = backInOrder(async () => void did.push("back"));
  await settle();
  expect(did).toEqual([]);
  expect(askStep().turn).not.toBeNull();
  job.end();
  await taken;
  expect(did).toEqual(["back"]);
});
