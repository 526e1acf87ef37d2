import { beforeEach, expect, it, vi } from "vitest";

import type { ImportItem, ImportProgress, OutcomeKind } from "../../../src/api/generated";

const shell = vi.hoisted(() => ({ hear: (_: unknown): void => undefined, asked: [] as unknown[], recent: [] as unknown[] }));

vi.mock("../../../src/api/client", () => ({
  on: (event: string, hear: (payload: unknown) => void) => {
    if (event === "import_progress") shell.hear = hear;
    return () => undefined;
  },
  imports: {
    recent: async () => shell.recent,
    items: async (id: string, outcome: OutcomeKind | null, offset: number, limit: number) => {
      shell.asked.push([id, outcome, offset]);
      const total = outcome === "duplicate" ? 7000 : 20000;
      const row = (at: number) => ({ id: `${outcome}-${at}`, outcome }) as ImportItem;
      return { total, offset, rows: Array.from({ length: Math.min(limit, total - offset) }, (_, at) => row(offset + at)) };
    },
  },
  notebook: {},
  logProblem: () => undefined,
}));

const { followImports, imports } = await import("../../../src/features/imports/imports.svelte");
const { hideToast, showNotice, toasts } = await import("../../../src/state/toasts.svelte");
const settle = () => new Promise((done) => setTimeout(done, 0));

const report = (over: Partial<ImportProgress>): ImportProgress => ({
  import: "one", label: null, door: "dropped", reading: null, done: 1, total: 2, imported: 1, wireCopies: 0, newVersions: 0,
  duplicates: 0, needsAttention: 0, keptWithProblems: 0, openProblems: 0, notImported: 0, tagged: 0, state: "running", items: [], ...over,
});

beforeEach(() => {
  shell.hear(report({ state: "done" }));
  imports.forget();
  hideToast();
  hideToast();
  shell.asked = [];
});
followImports();

it("an import opens the tray, one of a watched folder only says what it added", () => {
  shell.hear(report({ import: "saved", label: "page.html", door: "watched" }));
  expect(imports.trayOpen).toBe(false);
  expect(imports.quiet?.label).toBe("page.html");
  shell.hear(report({ import: "saved", door: "watched", state: "done", imported: 2 }));
  expect(imports.trayOpen).toBe(false);
  expect(imports.quiet).toBeNull();
  expect(toasts.current?.words).toContain("2 new articles");
  shell.hear(report({ import: "dropped" }));
  expect(imports.trayOpen).toBe(true);
  expect(imports.progress?.import).toBe("dropped");
});

it("a watched folder takes neither the tray nor a toast from what a person did", () => {
  shell.hear(report({ import: "dropped" }));
  showNotice("Deleted a story");
  shell.hear(report({ import: "saved", door: "watched", state: "done" }));
  expect(imports.progress?.import).toBe("dropped");
  expect(toasts.current?.words).toBe("Deleted a story");
  hideToast();
  expect(toasts.current?.words).toContain("1 new article");
  // It added nothing: there is nothing to say.
  hideToast();
  shell.hear(report({ import: "again", door: "watched", state: "done", imported: 0, duplicates: 1 }));
  expect(toasts.current).toBeNull();
});

it("every outcome is reached, page by page, of all kinds or of one", async () => {
  shell.hear(report({ import: "large", done: 20000, total: 20000, duplicates: 7000, state: "done" }));
  await settle();
  expect(imports.rows.total).toBe(20000);
  imports.rows.ensure(19990, 20000);
  await settle();
  expect(imports.rows.row(19999)?.id).toBe("null-19999");
  imports.filter = "duplicate";
  await settle();
  expect(imports.rows.total).toBe(7000);
  imports.rows.ensure(6999, 7000);
  await settle();
  expect(imports.rows.row(6999)?.id).toBe("duplicate-6999");
  expect(shell.asked).toContainEqual(["large", "duplicate", 6900]);
});

it("what is dealt with afterwards changes what undoing would take", async () => {
  shell.hear(report({ state: "done", needsAttention: 2, openProblems: 2 }));
  shell.recent = [report({ import: "newer" }), report({ state: "done", needsAttention: 2, openProblems: 1 })];
  await imports.heed(["another"]);
  expect(imports.progress?.openProblems).toBe(2);
  await imports.heed(["one"]);
  expect(imports.progress?.openProblems).toBe(1);
  // One that runs says so itself.
  shell.hear(report({ openProblems: 0 }));
  await imports.heed([]);
  expect(imports.progress?.openProblems).toBe(0);
  shell.recent = [];
});

it("what was read before anybody listened is shown, and an import of an earlier day is not", async () => {
  const id = (at: number) => Math.floor(at).toString(16).padStart(12, "0").replace(/^.{8}/, "$&-") + "-7000-8000-000000000000";
  imports.forget();
  shell.recent = [report({ import: id(performance.timeOrigin - 86_400_000), state: "done" })];
  followImports();
  await settle();
  expect(imports.progress).toBeNull();
  const now = id(performance.timeOrigin + 5);
  shell.recent = [report({ import: now, state: "done", label: "page.html" })];
  followImports();
  await settle();
  expect(imports.progress?.import).toBe(now);
  expect(imports.trayOpen).toBe(true);
  shell.recent = [];
});
