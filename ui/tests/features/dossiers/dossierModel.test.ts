import { beforeEach, expect, test, vi } from "vitest";

const shell = vi.hoisted(() => ({ answers: [] as (() => void)[], asked: 0, added: [] as unknown[], is: "article" }));
vi.mock("../../../src/api/client", () => ({ on: () => () => undefined, call: async () => undefined, logProblem: () => undefined, notebook: {} }));
vi.mock("../../../src/api/dossiers", () => ({
  dossiers: {
    page: () => {
      shell.asked += 1;
      const asked = shell.asked;
      const rows = [{ id: `item${asked}`, target: { is: shell.is, id: "kept" }, quote: null, closed: false, children: 0 }];
      return new Promise((resolve) => {
        shell.answers.push(() => resolve({ dossier: { id: "d", name: "Grain", deleted: false }, total: 1, offset: 0, rows, statuses: [] }));
      });
    },
    rowOf: async () => null,
    setClosed: async () => undefined,
    add: async (_: string, items: unknown[], place: unknown) => {
      shell.added.push(place);
      return { total: items.length, done: items.length, already: 0, first: null };
    },
  },
}));
const { DossierModel } = await import("../../../src/features/dossiers/dossierModel.svelte");

const { showStatus, shownStatus } = await import("../../../src/features/dossiers/shownStatus");

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

beforeEach(() => {
  vi.useFakeTimers();
  shell.answers = [];
  shell.asked = 0;
});

test("one question is out at a time, and who asks meanwhile has the answer to a later one", async () => {
  const model = new DossierModel("d");
  void model.refresh();
  let last = "";
  for (let again = 0; again < 5; again += 1) void model.refresh().then(() => (last = model.rows.row(0)!.id));
  await settle();
  expect(shell.asked).toBe(1);
  shell.answers.shift()!();
  await settle();
  expect([shell.asked, last]).toEqual([2, ""]);
  shell.answers.shift()!();
  await settle();
  expect([shell.asked, last]).toEqual([2, "item2"]);
});

test("what is added while a heading is chosen stands under it, and beside anything else", async () => {
  vi.useRealTimers();
  const added = async (is: string, item: "heading" | "note"): Promise<unknown> => {
    shell.is = is;
    const model = new DossierModel("d");
    const soon = model.refresh();
    await settle();
    shell.answers.shift()!();
    await soon;
    model.choose(0);
    const { id } = model.item!;
    shell.added = [];
    const adding = model.add(item === "heading" ? { target: { is: "heading" }, title: "Next" } : { target: { is: "note", id: "n" }, title: "" });
    await settle();
    shell.answers.shift()?.();
    await adding;
    return JSON.parse(JSON.stringify(shell.added[0]).replace(id, "chosen"));
  };
  expect(await added("heading", "note")).toEqual({ at: "last", parent: "chosen" });
  expect(await added("heading", "heading")).toEqual({ at: "after", item: "chosen" });
  expect(await added("article", "note")).toEqual({ at: "after", item: "chosen" });
  shell.is = "article";
});

test("many changes are one question, and those of other things are none", async () => {
  const model = new DossierModel("d");
  void model.refresh();
  await settle();
  shell.answers.shift()!();
  await settle();
  model.heard({ changed: "articles", ids: ["another"] });
  model.heard({ changed: "dossiers", ids: ["another"] });
  vi.advanceTimersByTime(1_000);
  expect(shell.asked).toBe(1);
  for (let n = 0; n < 20; n += 1) model.heard({ changed: "articles", ids: ["kept"] });
  vi.advanceTimersByTime(1_000);
  await settle();
  expect(shell.asked).toBe(2);
});

test("a change while rows are on their way may be one of theirs", async () => {
  const model = new DossierModel("d");
  void model.refresh();
  await settle();
  model.heard({ changed: "articles", ids: ["another"] });
  shell.answers.shift()!();
  await settle();
  vi.advanceTimersByTime(1_000);
  await settle();
  expect(shell.asked).toBe(2);
});

test("what is asked as soon as an answer has come is asked anew", async () => {
  const model = new DossierModel("d");
  void model.refresh();
  await settle();
  shell.answers.shift()!();
  for (let turn = 0; turn < 20; turn += 1) {
    await Promise.resolve();
    void model.refresh();
  }
  const later = model.refresh();
  for (let turn = 0; turn < 20; turn += 1) {
    shell.answers.shift()?.();
    await settle();
  }
  await later;
  expect(model.rows.row(0)!.id).toBe(`item${shell.asked}`);
  expect(shell.asked).toBeGreaterThan(1);
});

test("what each pane shows of a dossier is known by its pane", () => {
  const forget = showStatus("main", "d", "open");
  const beside = showStatus("beside", "d", "done");
  expect([shownStatus("main", "d"), shownStatus("beside", "d"), shownStatus("beside", "e")]).toEqual(["open", "done", null]);
  const now = showStatus("main", "d", null);
  forget();
  beside();
  expect([shownStatus("main", "d"), shownStatus("beside", "d")]).toEqual([null, null]);
  now();
});
