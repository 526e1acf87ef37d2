// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { afterEach, expect, test, vi } from "vitest";

const shell = vi.hoisted(() => ({ asked: 0, tell: (_: object): void => undefined }));
vi.mock("../../../src/api/client", () => ({
  on: (name: string, hear: (told: object) => void) => {
    if (name === "change") shell.tell = hear;
    return () => undefined;
  },
  logProblem: () => undefined,
  call: async () => undefined,
}));
vi.mock("../../../src/api/clippings", () => ({
  clippings: {
    list: async () => {
      shell.asked += 1;
      return { total: 0, offset: 0, rows: [] };
    },
  },
}));
const { default: EntityQuotes } = await import("../../../src/features/clippings/EntityQuotes.svelte");

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) {
    await Promise.resolve();
    flushSync();
  }
};
let shown: Record<string, unknown> | undefined;
afterEach(() => {
  if (shown) void unmount(shown);
});

test("quotes are fetched again when who holds them changed, or what is tagged", async () => {
  shown = mount(EntityQuotes, { target: document.body, props: { entity: "e1" } });
  await settle();
  for (const changed of ["entities", "articles", "clippings"]) {
    shell.asked = 0;
    shell.tell({ changed, ids: [] });
    await new Promise((done) => setTimeout(done, 5));
    await settle();
    expect(shell.asked, changed).toBe(2);
  }
});
