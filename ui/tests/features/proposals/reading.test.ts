import { expect, it, vi } from "vitest";

const shell = vi.hoisted(() => ({ fails: false, waiting: 90, answer: [] as ((status: unknown) => void)[] }));
vi.mock("../../../src/api/client", () => ({
  proposals: {
    setReading: async () => {
      if (shell.fails) throw { code: "disk_full", detail: "" };
    },
    status: () => new Promise((resolve) => shell.answer.push(resolve)),
  },
  notebook: { undoPeek: async () => null },
  logProblem: () => undefined,
}));
const { reading } = await import("../../../src/features/proposals/reading.svelte");

vi.useFakeTimers();
const turn = (): Promise<unknown> => vi.advanceTimersByTimeAsync(400);

it("says that it is switched off only when it is", async () => {
  expect(await reading.set(false)).toBe(true);
  shell.fails = true;
  expect(await reading.set(false)).toBe(false);
  await turn();
  shell.answer.length = 0;
});

it("knows nothing of the last notebook when another one is opened", async () => {
  reading.refresh();
  await turn();
  shell.answer.splice(0).forEach((give) => give({ on: true, waiting: 90, done: 5 }));
  await turn();
  expect(reading.status?.waiting).toBe(90);
  reading.refresh();
  await turn();
  const late = shell.answer.splice(0);
  reading.forget();
  late.forEach((give) => give({ on: true, waiting: 80, done: 15 }));
  await turn();
  expect(reading.status).toBeNull();
  shell.answer.splice(0).forEach((give) => give({ on: true, waiting: 3, done: 0 }));
  await turn();
  expect(reading.status?.waiting).toBe(3);
});
