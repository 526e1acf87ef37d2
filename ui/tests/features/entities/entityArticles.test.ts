// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const shell = vi.hoisted(() => ({ opened: [] as string[], go: (): void => undefined }));

vi.mock("../../../src/api/client", () => ({
  on: () => () => undefined,
  logProblem: () => undefined,
  articles: {
    list: async () => ({ total: 1, offset: 0, rows: [{ id: "a1", title: "Dams", outlet: null, published: null, language: "en" }] }),
    get: () => new Promise((done) => (shell.go = () => done({ mentions: [] }))),
  },
}));
vi.mock("../../../src/state/navigation.svelte", async (original) => ({
  ...(await original<object>()),
  openArticle: (id: string) => void shell.opened.push(id),
}));

const { default: EntityArticles } = await import("../../../src/features/entities/EntityArticles.svelte");

vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockImplementation(() => 600);
Element.prototype.scrollIntoView = () => undefined;

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) {
    await Promise.resolve();
    flushSync();
  }
};

let shown: Record<string, unknown> | undefined;

async function openFirst(): Promise<void> {
  shown = mount(EntityArticles, { target: document.body, props: { entity: "e1", ontotal: () => undefined } });
  await settle();
  document.querySelector("[role=option]")?.dispatchEvent(new MouseEvent("dblclick", { bubbles: true }));
  await settle();
}

beforeEach(() => {
  vi.stubGlobal("ResizeObserver", class { observe(): void {} unobserve(): void {} disconnect(): void {} });
  shell.opened = [];
});
afterEach(() => {
  if (shown) void unmount(shown);
  shown = undefined;
  document.body.innerHTML = "";
});

test("an article opens once it is known where it names the entity", async () => {
  await openFirst();
  shell.go();
  await settle();
  expect(shell.opened).toEqual(["a1"]);
});

test("an article is not opened from a page that was left meanwhile", async () => {
  await openFirst();
  if (shown) void unmount(shown);
  shown = undefined;
  shell.go();
  await settle();
  expect(shell.opened).toEqual([]);
});
