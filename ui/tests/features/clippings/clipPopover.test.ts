// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { afterEach, expect, test, vi } from "vitest";

import type { NewClipping, ProposedQuote } from "../../../src/api/generated";

const shell = vi.hoisted(() => ({ clipped: [] as unknown[], complete: [] as unknown[], refused: null as unknown, others: null as unknown[] | null, answering: null as Promise<void> | null }));
const proposed: ProposedQuote = {
  exact: "firm solidarity",
  type: "partial",
  speaker: { entity: "kim", proposal: null, kind: "person", name: "Kim Jong Un", words: "Mr Jong Un", guessed: false },
  via: { entity: "kcna", proposal: null, kind: "organisation", name: "KCNA", words: "", guessed: true },
  said: { time: { iso: "2022-05-09", zone: null }, phrase: "in Monday's message" },
  others: [{ entity: null, proposal: "p", kind: "person", name: "Vyacheslav Volodin", words: "", guessed: false }],
  agency: null,
  day: null,
  published: { iso: "2022-05-10", zone: null },
};

vi.mock("../../../src/api/client", () => ({
  logProblem: () => undefined,
  on: () => () => undefined,
  notebook: { undoPeek: async () => null, setSetting: async () => undefined, setting: async () => null },
  notes: { list: async () => ({ total: 1, offset: 0, rows: [{ id: "newer", title: "Newer" }] }), get: async (id: string) => ({ id, title: "An older note" }), completeLink: async () => {
    await shell.answering;
    return [{ target: { to: "note", id: "far" }, title: "Far away" }];
  } },
  entities: { complete: async () => shell.complete },
}));
vi.mock("../../../src/api/dates", () => ({ dates: { read: async (typed: string, seenFrom: string | null) => (typed === "Someday" ? null : typed === "Sunday" && seenFrom === "2022-05-10" ? "2022-05-08" : typed) } }));
vi.mock("../../../src/api/clippings", () => ({
  clippings: {
    propose: async () => ({ ...proposed, others: shell.others ?? proposed.others }),
    clip: async (clipping: unknown) => {
      if (shell.refused !== null) throw shell.refused;
      shell.clipped.push(clipping);
      return [];
    },
  },
}));

const { default: ClipPopover } = await import("../../../src/features/clippings/ClipPopover.svelte");
const { takeWanted } = await import("../../../src/features/clippings/leftClips.svelte");
const { setBeside } = await import("../../../src/state/navigation.svelte");
const { hideToast, toasts } = await import("../../../src/state/toasts.svelte");
vi.stubGlobal("ResizeObserver", class { observe(): void {} disconnect(): void {} });

let shown: Record<string, unknown> | null = null;
let closed = 0;
afterEach(() => {
  if (shown) void unmount(shown);
  shell.clipped = [];
  shell.refused = null;
  shell.others = null;
  shown = null;
  localStorage.clear();
});

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
  flushSync();
};

function leave(): void {
  if (shown) void unmount(shown);
  shown = null;
  flushSync();
}

const PARTS = [{ span: { block: 4, start: 3, end: 18 }, exact: "firm solidarity" }];

async function open(parts = PARTS): Promise<(label: string) => HTMLInputElement> {
  closed = 0;
  const box = { left: 0, right: 10, top: 0, bottom: 10 } as DOMRect;
  const props = { article: "a", parts, selected: parts[0]!.exact, box, onclose: () => (closed += 1), onclipped: () => undefined };
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
  expect(clipping?.words).toEqual(PARTS);
  expect(clipping?.facts.quote?.speaker).toMatchObject({ entity: "kim", words: "Mr Jong Un" });
  expect(clipping?.facts.quote?.type).toBe("partial");
  expect(closed).toBe(1);
});

test("a date that is none is said, and nothing is clipped", async () => {
  const field = await open();
  const date = field("Date said");
  date.value = "Someday";
  date.dispatchEvent(new Event("input", { bubbles: true }));
  flushSync();
  press(date, "Enter");
  await settle();
  expect(shell.clipped).toEqual([]);
  expect(date.getAttribute("aria-invalid")).toBe("true");
  expect(document.getElementById(date.getAttribute("aria-describedby")!)?.textContent).toBe("Not a date. For example 9 May 2022, 9 May, Monday or May 2022");
});

test("a day that is typed is read by the day of the article", async () => {
  const field = await open();
  const date = await typed(field("Date said"), "Sunday");
  press(date, "Enter");
  await settle();
  expect((shell.clipped as NewClipping[])[0]?.facts.quote?.said).toEqual({ time: { iso: "2022-05-08", zone: null }, phrase: null });
});

async function typed(into: HTMLInputElement, words: string): Promise<HTMLInputElement> {
  into.value = words;
  into.dispatchEvent(new Event("input", { bubbles: true }));
  await settle();
  return into;
}

test("another speaker is chosen by any name, the first that fits, and Enter then clips", async () => {
  const field = await open();
  shell.complete = [{ id: "putin", kind: "person", name: "Vladimir Putin", matched: "Путин", articles: 3 }];
  const speaker = await typed(field("Speaker"), "Пут");
  press(speaker, "Enter");
  expect(speaker.value).toBe("Vladimir Putin");
  expect(shell.clipped).toEqual([]);
  press(speaker, "Enter");
  await settle();
  expect((shell.clipped as NewClipping[])[0]?.facts.quote?.speaker?.entity).toBe("putin");
});

test("typed words that begin a known name stay words once the list is put away", async () => {
  const field = await open();
  shell.complete = [{ id: "putin", kind: "person", name: "Vladimir Putin", matched: "Путин", articles: 3 }];
  const speaker = await typed(field("Speaker"), "Пут");
  press(speaker, "Escape");
  press(speaker, "Enter");
  await settle();
  expect((shell.clipped as NewClipping[])[0]?.facts.quote?.speaker).toMatchObject({ name: "Пут" });
});

test("typed words without a choice are kept as they are written; Escape leaves", async () => {
  const field = await open();
  shell.complete = [];
  const speaker = await typed(field("Speaker"), "A spokesman");
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
  const into = document.querySelector<HTMLInputElement>('input[aria-label="Insert in"]')!;
  expect(into.value).toBe("An older note");
  setBeside(null);
});

test("words of several paragraphs are a quote of each, and the popover says so", async () => {
  const parts = [...PARTS, { span: { block: 5, start: 0, end: 7 }, exact: "Another" }];
  const field = await open(parts);
  expect(document.querySelector(".foot")?.textContent).toContain("2 paragraphs");
  press(field("Speaker"), "Enter");
  await settle();
  expect((shell.clipped as NewClipping[])[0]?.words).toEqual(parts);
});

test("words that are others by now are not clipped, and what was typed stays", async () => {
  const field = await open();
  shell.refused = { code: "conflict", detail: "the text of article a" };
  press(field("Comment"), "Enter");
  await settle();
  expect(closed).toBe(0);
  expect(toasts.current?.words).toContain("has changed since these words were selected");
  expect(field("Speaker").value).toBe("Kim Jong Un");
});

test("a name that several share is offered as written", async () => {
  const shared = { entity: null, proposal: null, kind: null, name: "Central News", words: "Central News", guessed: false };
  shell.others = [shared, { ...shared, proposal: "p", kind: "person", name: "Ann Poe" }];
  const field = await open();
  press(field("Via"), "ArrowDown");
  const rows = [...document.querySelectorAll("[role=option]")].map((row) => row.textContent?.trim());
  expect(rows).toContain("Central News As written, no entity");
  expect(rows).toContain("Ann Poe suggested");
});

test("a name of the article comes before entities that are spelt like it", async () => {
  const field = await open();
  shell.complete = [{ id: "v", kind: "person", name: "Volodymyr Poe", matched: "Volodymyr Poe", articles: 3 }];
  const speaker = await typed(field("Speaker"), "Volod");
  expect([...document.querySelectorAll("[role=option]")][0]?.textContent).toContain("Vyacheslav Volodin");
  press(speaker, "Enter");
  press(speaker, "Enter");
  await settle();
  expect((shell.clipped as NewClipping[])[0]?.facts.quote?.speaker).toMatchObject({ proposal: "p" });
});

test("the article's agency and day are offered, and kept only when they are chosen", async () => {
  const before = { ...proposed };
  const agency = { entity: null, proposal: null, kind: "organisation" as const, name: "AFP", words: "", guessed: false };
  Object.assign(proposed, { via: null, said: null, agency, day: { iso: "2022-05-10", zone: null } });
  const field = await open();
  expect([field("Via").value, field("Date said").value]).toEqual(["", ""]);
  const offers = [...document.querySelectorAll<HTMLButtonElement>("button.offer")];
  expect(offers.map(({ textContent }) => textContent)).toEqual(["AFP? the article’s agency", "10 May 2022? A guess: the day of the article"]);
  offers.forEach((offer) => offer.click());
  flushSync();
  expect([field("Via").value, field("Date said").value]).toEqual(["AFP", "2022-05-10"]);
  press(field("Speaker"), "Enter");
  await settle();
  const quote = (shell.clipped as NewClipping[])[0]?.facts.quote;
  expect([quote?.via?.name, quote?.said?.time.iso]).toEqual(["AFP", "2022-05-10"]);
  Object.assign(proposed, before);
});

test("any note is found by its title, and Ctrl+Enter clips from any field", async () => {
  const field = await open();
  const into = field("Insert in");
  expect(into.value).toBe("No note");
  // A press shows what there is, and what stood there is no part of what is typed.
  into.click();
  flushSync();
  expect([into.value, into.placeholder]).toEqual(["", "No note"]);
  expect([...document.querySelectorAll("[role=option]")].map(({ textContent }) => textContent)).toEqual(["No note", "A new note", "Newer"]);
  await typed(into, "Far");
  expect([...document.querySelectorAll("[role=option]")].map(({ textContent }) => textContent)).toEqual(["Far away", "New note “Far”", "No note"]);
  press(into, "Enter");
  expect(into.value).toBe("Far away");
  expect(shell.clipped).toEqual([]);
  press(into, "ArrowDown");
  for (const key of ["ArrowDown", "Enter"]) press(into, key);
  expect(into.value).toBe("No note");
  const type = document.querySelector('select[aria-label="Type"]')!;
  type.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true }));
  await settle();
  expect(shell.clipped).toHaveLength(1);
});

test("Enter before a note is found waits for it, and clips into nothing else", async () => {
  const field = await open();
  const into = field("Insert in");
  let answer = (): void => undefined;
  shell.answering = new Promise((resolve) => (answer = resolve));
  await typed(into, "Far");
  press(into, "Enter");
  await settle();
  expect([shell.clipped, closed]).toEqual([[], 0]);
  answer();
  await settle();
  expect([into.value, shell.clipped]).toEqual(["Far away", []]);
  // One that was taken back with Escape is not taken by its answer.
  shell.answering = new Promise((resolve) => (answer = resolve));
  await typed(into, "Fa");
  press(into, "Enter");
  press(into, "Escape");
  answer();
  await settle();
  press(into, "Enter");
  await settle();
  expect(shell.clipped).toHaveLength(1);
  shell.answering = null;
});

test("a press outside costs nothing that was typed: the same words, or Go on, have it again", async () => {
  shell.complete = [];
  let field = await open();
  await typed(field("Comment"), "ask the ministry");
  document.body.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  expect(closed).toBe(1);
  leave();
  expect(toasts.current?.words).toBe("Not clipped yet: “firm solidarity”. What you typed is kept.");
  // Who selects them again takes some letters more.
  field = await open([{ span: { block: 4, start: 0, end: 18 }, exact: "of firm solidarity" }]);
  expect([field("Comment").value, field("Speaker").value]).toEqual(["ask the ministry", "Kim Jong Un"]);
  expect(document.body.textContent).toContain("As you left it.");
  leave();
  toasts.current?.offer?.act();
  expect(takeWanted("other")).toBeNull();
  expect(takeWanted("a")).toMatchObject({ selected: "of firm solidarity", draft: { comment: "ask the ministry" } });
  // Other words have nothing of it.
  field = await open([{ span: { block: 4, start: 30, end: 38 }, exact: "Russia" }]);
  expect(field("Comment").value).toBe("");
});

test("what was left can be begun anew, and what was clipped is left no more", async () => {
  shell.complete = [];
  let field = await open();
  await typed(field("Speaker"), "A spokesman");
  leave();
  await open();
  const button = (name: string): HTMLButtonElement => [...document.querySelectorAll<HTMLButtonElement>("button.lnk")].find((one) => one.textContent === name)!;
  const speaker = (): HTMLInputElement => document.querySelector<HTMLInputElement>('input[aria-label="Speaker"]')!;
  button("Start anew").focus();
  button("Start anew").click();
  await settle();
  expect([speaker().value, document.activeElement]).toEqual(["Kim Jong Un", speaker()]);
  // What was thrown away by mistake is there again.
  button("Take it back").click();
  await settle();
  expect([speaker().value, document.activeElement]).toEqual(["A spokesman", speaker()]);
  // Neither is what was typed meanwhile lost by that.
  const pressed = async (name: string): Promise<string> => { button(name).click(); await settle(); return speaker().value; };
  await pressed("Start anew");
  await typed(speaker(), "An envoy");
  expect([await pressed("Take it back"), await pressed("Start anew"), await pressed("Take it back")]).toEqual(["A spokesman", "An envoy", "A spokesman"]);
  leave();
  field = await open();
  expect(speaker().value).toBe("A spokesman");
  button("Start anew").click();
  await settle();
  leave();
  field = await open();
  expect(document.body.textContent).not.toContain("As you left it.");
  await typed(field("Comment"), "kept");
  press(field("Comment"), "Enter");
  await settle();
  leave();
  field = await open();
  expect(field("Comment").value).toBe("");
});

test("who has typed nothing leaves nothing behind", async () => {
  hideToast();
  await open();
  leave();
  expect([toasts.current, localStorage.length]).toEqual([null, 0]);
});
