import { beforeEach, expect, test, vi } from "vitest";

type Asked = { status: string | null; offset: number; limit: number; answer: () => void };
const ask = vi.hoisted(() => (status: string | null, offset: number, limit: number) =>
  new Promise((resolve) => {
    const length = Math.max(0, Math.min(limit, 500, shell.total - offset));
    const rows = Array.from({ length }, (_, at) => ({ id: `${status ?? "all"}${offset + at - shell.before}` }));
    shell.asked.push({ status, offset, limit, answer: () => resolve({ total: shell.total, rows }) });
  }));
const shell = vi.hoisted(() => ({ asked: [] as Asked[], total: 1200, before: 0 }));
vi.mock("../../../src/api/dossiers", () => ({
  dossiers: {
    page: (_: string, status: string | null, offset: number, limit: number) => ask(status ?? "shown", offset, limit),
    whole: (_: string, offset: number, limit: number) => ask(null, offset, limit),
  },
}));
const { ReadItems } = await import("../../../src/features/dossiers/readItems.svelte");
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};
/** Answers all that is asked, and what is asked then. */
const answerAll = async (): Promise<void> => {
  for (let next = shell.asked.shift(); next; next = shell.asked.shift()) {
    next.answer();
    await settle();
  }
};

beforeEach(() => {
  shell.asked = [];
  shell.total = 1200;
  shell.before = 0;
});

test("items of the status before never stand under the status chosen meanwhile", async () => {
  const read = new ReadItems();
  void read.show("d", null);
  void read.show("d", "onRecord");
  expect(shell.asked.map(({ status }) => status)).toEqual([null, "onRecord"]);
  await answerAll();
  expect(read.items[0]!.id).toBe("onRecord0");
  expect(read.items).toHaveLength(20);
});

test("who reads at item 700 is still there after a change, and one made while asking is seen", async () => {
  const read = new ReadItems();
  void read.show("d", null);
  await answerAll();
  for (const far of [true, true]) {
    void read.more(far);
    await answerAll();
  }
  expect(read.items).toHaveLength(1020);
  void read.more();
  shell.total = 1100;
  void read.again();
  await answerAll();
  // With those that were on their way: their end is in sight, and nothing else asks for them.
  expect([read.items.length, read.total]).toEqual([1040, 1100]);
});

test("an item that came in above brings none twice", async () => {
  const read = new ReadItems();
  void read.show("d", null);
  await answerAll();
  shell.before = 1;
  void read.more();
  await answerAll();
  const ids = read.items.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("one question for the next items is out at a time, and none past the end", async () => {
  shell.total = 25;
  const read = new ReadItems();
  void read.show("d", null);
  await answerAll();
  void read.more();
  void read.more();
  expect(shell.asked).toHaveLength(1);
  await answerAll();
  void read.more();
  expect([shell.asked.length, read.items.length]).toEqual([0, 25]);
});
