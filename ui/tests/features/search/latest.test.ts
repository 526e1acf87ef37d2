import { expect, test } from "vitest";
import { Latest } from "../../../src/features/search/latest";

function setUp() {
  const open = new Map<string, { answer: (text: string) => void; fail: (problem: unknown) => void }>();
  const asked: string[] = [];
  const heard: string[] = [];
  const failed: unknown[] = [];
  const latest = new Latest<string, string>(
    (question) => {
      asked.push(question);
      return new Promise((answer, fail) => open.set(question, { answer, fail }));
    },
    (answer) => heard.push(answer),
    (problem) => failed.push(problem),
  );
  const tick = () => new Promise((resolve) => setTimeout(resolve, 0));
  return { latest, open, asked, heard, failed, tick };
}

test("an answer to what is no longer asked is dropped, and only the newest question follows", async () => {
  const { latest, open, asked, heard, tick } = setUp();
  latest.ask("d");
  latest.ask("di");
  latest.ask("dig");
  open.get("d")?.answer("old");
  await tick();
  expect(asked).toEqual(["d", "dig"]);
  expect(heard).toEqual([]);
  open.get("dig")?.answer("new");
  await tick();
  expect(heard).toEqual(["new"]);
});

test("after drop nothing asked before is heard", async () => {
  const { latest, open, heard, tick } = setUp();
  latest.ask("d");
  latest.drop();
  open.get("d")?.answer("old");
  await tick();
  expect(heard).toEqual([]);
});

test("a failed question is told, a stale failure is not", async () => {
  const { latest, open, failed, heard, tick } = setUp();
  latest.ask("a");
  latest.ask("b");
  open.get("a")?.fail("stale");
  await tick();
  open.get("b")?.fail("fresh");
  await tick();
  expect(failed).toEqual(["fresh"]);
  latest.ask("c");
  open.get("c")?.answer("c");
  await tick();
  expect(heard).toEqual(["c"]);
});

test("a question that can be stopped is, when another is asked or none is wanted", async () => {
  const stopped: number[] = [];
  const fails: ((problem: unknown) => void)[] = [];
  const failed: unknown[] = [];
  const latest = new Latest<string, string>(
    () => new Promise((_, fail) => fails.push(fail)),
    () => undefined,
    (problem) => failed.push(problem),
    () => stopped.push(fails.length),
  );
  const tick = () => new Promise((resolve) => setTimeout(resolve, 0));
  latest.ask("d");
  expect(stopped).toEqual([]);
  latest.ask("di");
  expect(stopped).toEqual([1]);
  fails[0]?.("cancelled");
  await tick();
  expect(failed).toEqual([]);
  expect(fails.length).toBe(2);
  latest.drop();
  expect(stopped).toEqual([1, 2]);
});
