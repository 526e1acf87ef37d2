// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { afterEach, expect, test, vi } from "vitest";

const shell = vi.hoisted(() => ({ quotes: [] as string[] }));
const quote = (id: string): unknown => ({
  id, article: "a", colour: "yellow", comment: "", deleted: false, passage: "there", made: "2024-06-21T08:00:00Z", madeAt: "2024-06-21T08:00:00Z",
  quote: { type: "direct", speaker: null, via: null, original: null, said: null },
  anchor: { exact: `words of ${id}`, prefix: "", suffix: "", span: { block: 1, start: 0, end: 4 } },
  source: { title: "Title", byline: [], outlet: null, published: null, language: "en", url: null },
});

vi.mock("../../../src/api/client", () => ({
  on: () => () => undefined,
  logProblem: () => undefined,
  entities: {},
  articles: {},
  notes: { backlinks: async () => ({ total: 0, offset: 0, rows: [] }) },
  notebook: { undoPeek: async () => null, setting: async () => null, setSetting: async () => undefined },
}));
vi.mock("../../../src/api/clippings", () => ({
  clippings: {
    outlets: async () => [],
    getSome: async (ids: string[]) => ids.filter((id) => shell.quotes.includes(id)).map(quote),
    list: async (_query: unknown, offset: number, limit: number) => {
      return { total: shell.quotes.length, offset, rows: shell.quotes.slice(offset, offset + limit).map(quote) };
    },
    delete: async (ids: string[]) => void (shell.quotes = shell.quotes.filter((id) => !ids.includes(id))),
  },
}));

const { default: QuotesView } = await import("../../../src/views/QuotesView.svelte");
const { run } = await import("../../../src/keys/dispatch.svelte");
const { navigation, resetNavigation } = await import("../../../src/state/navigation.svelte");
vi.stubGlobal("ResizeObserver", class { observe(): void {} unobserve(): void {} disconnect(): void {} });
vi.stubGlobal("scrollTo", () => undefined);

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
  flushSync();
};
const rows = (): string[] => [...document.querySelectorAll("[role=option]")].map((row) => /words of (\w+)/.exec(row.textContent ?? "")?.[1] ?? "");

let shown: Record<string, unknown> | null = null;
async function open(id?: string): Promise<void> {
  const place = { view: "quotes" as const, ...(id === undefined ? {} : { id }) };
  resetNavigation(place);
  shown = mount(QuotesView, { target: document.body, props: { place } });
  flushSync();
  await settle();
}
const close = (): void => {
  if (shown) void unmount(shown);
  shown = null;
};
afterEach(close);

test("a quote that was clipped while the list was not on screen is in it", async () => {
  shell.quotes = ["one"];
  await open();
  expect(rows()).toEqual(["one"]);
  close();
  shell.quotes = ["two", "one"];
  await open();
  expect(rows()).toEqual(["two", "one"]);
});

test("after one is deleted the next one is the current one", async () => {
  shell.quotes = ["one", "two", "three"];
  await open("two");
  run("list.delete");
  await settle();
  expect(shell.quotes).toEqual(["one", "three"]);
  expect(navigation.place).toEqual({ view: "quotes", id: "three" });
});
