// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { afterEach, expect, test, vi } from "vitest";

import type { NewClipping, ProposedQuote } from "../../../src/api/generated";

const shell = vi.hoisted(() => ({ clipped: [] as unknown[], complete: [] as unknown[] }));
const proposed: ProposedQuote = {
  exact: "firm solidarity",
  type: "partial",
  speaker: { entity: "kim", proposal: null, kind: "person", name: "Kim Jong Un", words: "Mr Jong Un", guessed: false },
  via: { entity: "kcna", proposal: null, kind: "organisation", name: "KCNA", words: "", guessed: true },
  said: { time: { iso: "2022-05-09", zone: null }, phrase: "in Monday's message" },
  others: [],
};

vi.mock("../../../src/api/client", () => ({
  logProblem: () => undefined,
  on: () => () => undefined,
  notebook: { undoPeek: async () => null, setSetting: async () => undefined, setting: async () => null },
  notes: { list: async () => ({ total: 1, offset: 0, rows: [{ id: "newer", title: "Newer" }] }), get: async (id: string) => ({ id, title: "An older note" }) },
  entities: { complete: async () => shell.complete },
}));
vi.mock("../../../src/api/clippings", () => ({
  clippings: {
    propose: async () => proposed,
    clip: async (clipping: unknown) => {
      shell.clipped.push(clipping);
      return [];
    },
  },
}));

const { default: ClipPopover } = await import("../../../src/features/clippings/ClipPopover.svelte");
const { setBeside } = await import("../../../src/state/navigation.svelte");
vi.stubGlobal("ResizeObserver", class { observe(): void {} disconnect(): void {} });

let shown: Record<string, unknown> | null = null;
let closed = 0;
afterEach(() => {
  if (shown) void unmount(shown);
  shell.clipped = [];
});

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
  flushSync();
};

async function open(spans = [{ block: 4, start: 3, end: 18 }]): Promise<(label: string) => HTMLInputElement> {
  closed = 0;
  const box = { left: 0, right: 10, top: 0, bottom: 10 } as DOMRect;
  const props = { article: "a", spans, selected: "firm solidarity", box, onclose: () => (closed += 1), onclipped: () => undefined };
  shown = mount(ClipPopover, { target: document.body, props });
  flushSync();
  await settle();
  return (label) => document.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`)!;
}

const press = (element: Element, key: string): void => {
  element.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  flushSync();
};

test("the proposal is in the fields, the speaker has the keyboard, and Enter clips", async () => {
  const field = await open();
  expect(field("Speaker").value).toBe("Kim Jong Un");
  expect(field("Via").value).toBe("KCNA");
  expect(field("Date said").value).toBe("2022-05-09");
  expect(document.activeElement).toBe(field("Speaker"));
  expect(document.body.textContent).toContain("from “in Monday's message”");
  expect(document.body.textContent).toContain("by the sentence before");
  press(field("Speaker"), "Enter");
  await settle();
  const [clipping] = shell.clipped as NewClipping[];
  expect(clipping?.spans).toEqual([{ block: 4, start: 3, end: 18 }]);
  expect(clipping?.facts.quote?.speaker).toMatchObject({ entity: "kim", words: "Mr Jong Un" });
  expect(clipping?.facts.quote?.type).toBe("partial");
  expect(closed).toBe(1);
});

test("a date that is none is said, and nothing is clipped", async () => {
  const field = await open();
  const date = field("Date said");
  date.value = "Monday";
  date.dispatchEvent(new Event("input", { bubbles: true }));
  flushSync();
  press(date, "Enter");
  await settle();
  expect(shell.clipped).toEqual([]);
  expect(document.querySelector("[role=alert]")?.textContent).toContain("2022-05-09");
});

test("another speaker is chosen by any name with the arrows, and Enter then clips", async () => {
  const field = await open();
  shell.complete = [{ id: "putin", kind: "person", name: "Vladimir Putin", matched: "Путин", articles: 3 }];
  const speaker = field("Speaker");
  speaker.value = "Пут";
  speaker.dispatchEvent(new Event("input", { bubbles: true }));
  await settle();
  press(speaker, "ArrowDown");
  press(speaker, "Enter");
  expect(speaker.value).toBe("Vladimir Putin");
  expect(shell.clipped).toEqual([]);
  press(speaker, "Enter");
  await settle();
  expect((shell.clipped as NewClipping[])[0]?.facts.quote?.speaker?.entity).toBe("putin");
});

test("typed words without a choice are kept as they are written; Escape leaves", async () => {
  const field = await open();
  shell.complete = [];
  const speaker = field("Speaker");
  speaker.value = "A spokesman";
  speaker.dispatchEvent(new Event("input", { bubbles: true }));
  await settle();
  press(speaker, "Escape");
  expect(closed).toBe(0);
  press(speaker, "Escape");
  expect(closed).toBe(1);
  press(speaker, "Enter");
  await settle();
  expect((shell.clipped as NewClipping[])[0]?.facts.quote?.speaker).toMatchObject({ entity: null, make: null, name: "A spokesman" });
});

test("the open note is offered though others were written later", async () => {
  setBeside({ view: "note", id: "older" });
  await open();
  const into = document.querySelector<HTMLSelectElement>('select[aria-label="Insert in"]')!;
  expect(into.value).toBe("older");
  expect(into.selectedOptions[0]?.textContent).toBe("An older note");
  setBeside(null);
});

test("words of several paragraphs are a quote of each, and the popover says so", async () => {
  const spans = [{ block: 4, start: 3, end: 18 }, { block: 5, start: 0, end: 7 }];
  const field = await open(spans);
  expect(document.querySelector(".foot")?.textContent).toContain("2 paragraphs");
  press(field("Speaker"), "Enter");
  await settle();
  expect((shell.clipped as NewClipping[])[0]?.spans).toEqual(spans);
});
