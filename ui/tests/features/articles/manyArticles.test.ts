// What is done to many articles is taken back while it goes on, but not before its step is kept.
import { expect, it, vi } from "vitest";

const job = vi.hoisted(() => ({ end: (_: unknown) => {}, did: [] as string[] }));
vi.mock("../../../src/api/client", () => ({
  logProblem: () => undefined,
  manyArticles: {
    do: () => {
      job.did.push("begun");
      return new Promise((done) => (job.end = done));
    },
  },
  notebook: { undoPeek: async () => (job.did.includes("begun") ? { id: 2, action: "archive", subject: "9", count: 9, atMs: 0, kept: false } : null), redoPeek: async () => null, undo: async (id: number) => (job.did.push(`undo ${id}`), { id, action: "archive", subject: "9", count: 9, atMs: 0, kept: false }) },
}));
const { doToAll, manyArticles } = await import("../../../src/features/articles/manyArticles.svelte");
const { undoByButton } = await import("../../../src/state/toasts.svelte");
const settle = () => new Promise((done) => setTimeout(done, 5));

it("is waited for until its first part is done", async () => {
  const done = doToAll({ articles: ["a"], rows: [] }, { do: "mark", flag: "archived", on: true });
  const undone = undoByButton();
  await settle();
  manyArticles.hear({ total: 9, done: 0 });
  await settle();
  expect(job.did).toEqual(["begun"]);
  manyArticles.hear({ total: 9, done: 4 });
  await undone;
  expect(job.did).toEqual(["begun", "undo 2"]);
  job.end({ total: 9, done: 4 });
  await done;
});
