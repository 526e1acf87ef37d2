// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type { DossierItem, DossierPage } from "../../../src/api/generated";

const shell = vi.hoisted(() => ({ rows: [] as unknown[], did: [] as unknown[], deleted: false, rowOf: null as number | null }));

vi.mock("../../../src/api/client", () => ({
  on: () => () => undefined,
  call: async () => undefined,
  logProblem: () => undefined,
  notebook: { undoPeek: async () => null },
}));
vi.mock("../../../src/api/dossiers", () => ({
  dossiers: {
    page: async (_: string, status: string | null, offset: number, limit: number): Promise<DossierPage> => {
      const rows = (shell.rows as DossierItem[]).filter((row) => status === null || row.status === status);
      return {
        dossier: { id: "d", name: "Grain", items: rows.length, editedAt: "2026-01-01T00:00:00Z", deleted: shell.deleted },
        total: rows.length, offset, rows: rows.slice(offset, offset + limit), statuses: [{ status: "onRecord", items: 1 }],
      };
    },
    shift: async (item: string, shift: string) => void shell.did.push(["shift", item, shift]),
    setStatus: async (items: string[], status: string) => void shell.did.push(["status", items, status]),
    setQuestion: async (item: string, question: string) => void shell.did.push(["question", item, question]),
    setClosed: async (item: string, closed: boolean) => void shell.did.push(["closed", item, closed]),
    rowOf: async () => shell.rowOf,
    remove: async (items: string[]) => void shell.did.push(["remove", items]),
  },
}));

const { DossierModel } = await import("../../../src/features/dossiers/dossierModel.svelte");
const { default: Outline } = await import("../../../src/features/dossiers/Outline.svelte");
const { listenForKeys } = await import("../../../src/keys/dispatch.svelte");

const item = (id: string, more: Partial<DossierItem> = {}): DossierItem => ({
  id, parent: null, depth: 0, position: 1, siblings: 2, children: 0, closed: false, target: { is: "heading" }, title: id,
  gone: false, status: "", question: "", kind: null, outlet: null, published: null, language: null, excerpt: null, quote: null, ...more,
});
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) {
    await Promise.resolve();
    flushSync();
  }
};
const press = async (key: string, more: KeyboardEventInit = {}): Promise<boolean> => {
  const code = key.length === 1 ? `Key${key.toUpperCase()}` : key;
  const taken = !(document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true, ...more }));
  await settle();
  return taken;
};

let stop: (() => void) | null = null;
let shown: Record<string, unknown> | null = null;
let model: InstanceType<typeof DossierModel>;

beforeEach(async () => {
  vi.stubGlobal("ResizeObserver", class { observe(): void {} unobserve(): void {} disconnect(): void {} });
  shell.did = [];
  shell.deleted = false;
  shell.rows = [item("Ports", { children: 1 }), item("Ships", { parent: "Ports", depth: 1, siblings: 1, status: "onRecord" }), item("القمح", { position: 2 })];
  stop = listenForKeys();
  model = new DossierModel("d");
  shown = mount(Outline, { target: document.body, props: { model, onadd: () => shell.did.push("add"), onheading: () => undefined, onread: () => undefined } });
  await model.refresh();
  await settle();
  document.querySelector<HTMLElement>("[role=tree]")!.focus();
});
afterEach(() => {
  if (shown) void unmount(shown);
  stop?.();
  document.body.replaceChildren();
});

test("an outline is a tree whose rows say how deep and where they stand", () => {
  const rows = [...document.querySelectorAll("[role=treeitem]")];
  const said = rows.map((row) => ["aria-level", "aria-posinset", "aria-setsize", "aria-expanded"].map((name) => row.getAttribute(name)).join());
  expect(said).toEqual(["1,1,2,true", "2,1,1,", "1,2,2,"]);
  expect(rows[2]!.querySelector(".t")!.getAttribute("dir")).toBe("auto");
});

test("keys move, nest, open and close, and Tab goes on where nothing is active", async () => {
  expect(await press("Tab")).toBe(false);
  await press("ArrowDown");
  await press("ArrowUp", { altKey: true });
  await press("ArrowLeft");
  await press("a");
  model.choose(1);
  expect(await press("Tab", { shiftKey: true })).toBe(true);
  model.choose(2);
  expect(await press("Tab")).toBe(true);
  expect(shell.did).toEqual([["shift", "Ports", "up"], ["closed", "Ports", true], "add", ["shift", "Ships", "out"], ["shift", "القمح", "in"]]);
});

test("Tab goes on where an item has nothing to nest under and nothing to come out of", async () => {
  await press("ArrowDown");
  expect(model.item?.id).toBe("Ports");
  expect(await press("Tab")).toBe(false);
  expect(await press("Tab", { shiftKey: true })).toBe(false);
  expect(shell.did).toEqual([]);
});

test("what an item's status is can be heard", () => {
  const said = [...document.querySelectorAll(".status")].map((status) => status.getAttribute("aria-label"));
  expect(said).toEqual(["Status of Ports: No status", "Status of Ships: on record", "Status of القمح: No status"]);
});

test("a question is written in place, and Escape leaves it as it was", async () => {
  await press("ArrowDown");
  await press("q");
  const field = document.querySelector<HTMLInputElement>("input.q")!;
  field.value = "من قال؟";
  field.dispatchEvent(new FocusEvent("blur"));
  await settle();
  expect(shell.did).toEqual([["question", "Ports", "من قال؟"]]);
  await press("q");
  const again = document.querySelector<HTMLInputElement>("input.q")!;
  again.value = "other";
  again.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  await settle();
  expect(shell.did).toHaveLength(1);
});

test("among the items of one status nothing is moved", async () => {
  model.filter("onRecord");
  await settle();
  await press("ArrowDown");
  expect(model.item?.id).toBe("Ships");
  expect(await press("Tab")).toBe(false);
  expect(shell.did).toEqual([]);
});

test("in the trash nothing of a dossier can be changed", async () => {
  shell.deleted = true;
  await model.refresh();
  await settle();
  await press("ArrowDown");
  expect(model.item?.id).toBe("Ports");
  expect(await press("Tab")).toBe(false);
  for (const key of ["Delete", "q", "s", "a", "h", "ArrowLeft"]) await press(key);
  await press("ArrowUp", { altKey: true });
  document.querySelector<HTMLElement>(".status")!.click();
  await settle();
  expect(document.querySelector("input, [role=menu]")).toBe(null);
  expect(shell.did).toEqual([]);
  expect(await model.add({ target: { is: "heading" }, title: "lost" })).toBe(false);
});

test("with two outlines on screen keys act in the one that has the focus", async () => {
  const other = new DossierModel("e");
  const second = mount(Outline, { target: document.body, props: { model: other, onadd: () => undefined, onheading: () => undefined, onread: () => undefined } });
  await other.refresh();
  await settle();
  other.choose(2);
  await press("ArrowDown");
  await press("ArrowUp", { altKey: true });
  expect([model.item?.id, other.item?.id]).toEqual(["Ports", "القمح"]);
  expect(shell.did).toEqual([["shift", "Ports", "up"]]);
  void unmount(second);
});

test("who goes on to another item while the outline is fetched again stays there", async () => {
  await press("ArrowDown");
  const fetching = model.refresh();
  model.choose(2);
  await fetching;
  expect(model.item?.id).toBe("القمح");
  shell.rows = [item("New"), ...(shell.rows as DossierItem[])];
  await model.refresh();
  expect(model.item?.id).toBe("القمح");
});

test("where the last item is gone the one before it becomes the active one", async () => {
  model.choose(2);
  shell.rows = (shell.rows as DossierItem[]).slice(0, 2);
  await model.refresh();
  expect(model.item?.id).toBe("Ships");
});

test("an item asked for that is not here yet does not take the active row away later", async () => {
  const asked = new DossierModel("d", "Late");
  await asked.refresh();
  expect(asked.active).toBe(-1);
  asked.choose(0);
  shell.rows = [...(shell.rows as DossierItem[]), item("Late")];
  await asked.refresh();
  expect(asked.item?.id).toBe("Ports");
});

test("an item beyond the first page is gone to, and made the active one", async () => {
  shell.rows = Array.from({ length: 250 }, (_, at) => item(`n${at}`, { position: at + 1, siblings: 250 }));
  shell.rowOf = 230;
  await model.goTo("n230");
  await model.refresh();
  await settle();
  expect([model.active, model.item?.id]).toEqual([230, "n230"]);
  expect(model.shows).toBeGreaterThan(0);
});

test("a quote shows its words, who said them where, and that they are no longer found", async () => {
  const party = { entity: null, kind: null, name: "Orlan", words: "", gone: false };
  const quote = {
    id: "q", article: "a", source: { title: "Message", byline: [], outlet: "Harbour Post", published: null, url: null, language: "ar" },
    anchor: { span: { block: 1, start: 0, end: 4 }, exact: "تضامن راسخ", prefix: "", suffix: "" },
    paragraph: null, row: false, passage: "lost", colour: "yellow", comment: "", deleted: false, madeAt: "2026-01-01T00:00:00Z", editedAt: "2026-01-01T00:00:00Z",
    quote: { type: "direct", speaker: party, via: { ...party, name: "KCNA" }, original: null, said: null },
  } as const satisfies DossierItem["quote"];
  shell.rows = [item("تضامن راسخ", { target: { is: "quote", id: "q" }, quote })];
  await model.refresh();
  await settle();
  const row = document.querySelector("[role=treeitem]")!;
  expect(row.textContent).toContain("“تضامن راسخ”");
  expect(row.querySelector("[lang=ar]")!.getAttribute("dir")).toBe("auto");
  for (const words of ["Orlan", "via KCNA", "Harbour Post", "no longer found"]) expect(row.textContent).toContain(words);
});
