// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type { AcceptProposals, Change, EntityKind, ProposalGroup, ProposalPage, ProposalsMeant } from "../../../src/api/generated";

const shell = vi.hoisted(() => ({
  groups: [] as ProposalGroup[],
  did: [] as unknown[],
  changed: [] as ((change: unknown) => void)[],
  on: true,
  waiting: 0,
  fails: false,
  /** Lists that wait until they are let go, while there are any. */
  slow: null as null | { from: number; waits: (() => void)[] },
}));

vi.mock("../../../src/api/client", () => {
  const take = (which: ProposalsMeant): object => {
    const keys = which.of === "groups" ? which.keys : [];
    shell.groups = shell.groups.filter(({ key }) => !keys.includes(key));
    return { id: shell.did.length, action: "acceptProposals", subject: "Kim", count: null, atMs: 0, kept: false };
  };
  return {
    on: (event: string, hear: (change: unknown) => void) => {
      if (event === "change") shell.changed.push(hear);
      return () => undefined;
    },
    logProblem: () => undefined,
    articles: {},
    entities: { complete: async () => [{ id: "e1", kind: "person", name: "Kim Jong Un", matched: "Kim Jong Un", articles: 3 }] },
    notebook: {
      undoPeek: async () => ({ id: shell.did.length, action: "acceptProposals", subject: "Kim", count: null }),
      redoPeek: async () => ({ id: 6, action: "acceptProposals", subject: "2", count: 2 }),
      redo: async () => ({ id: 7, action: "acceptProposals", subject: "2", count: 2 }),
      undo: async (id: number) => ({ id, action: "acceptProposals", subject: "Kim", count: null }),
    },
    proposals: {
      placeOfStep: async () => null,
      list: async (offset: number, limit: number): Promise<ProposalPage> => {
        if (shell.fails) throw { code: "disk_full", detail: "" };
        const { slow } = shell;
        if (slow && offset >= slow.from) await new Promise<void>((go) => slow.waits.push(go));
        return { total: shell.groups.length, offset, rows: shell.groups.slice(offset, offset + limit) };
      },
      accept: async (request: AcceptProposals) => {
        shell.did.push([request.asNew ? "accept as new" : "accept", request.which, request.to]);
        return { step: take(request.which) };
      },
      reject: async (which: ProposalsMeant) => {
        shell.did.push(["reject", which]);
        return take(which);
      },
      setKind: async (which: ProposalsMeant, kind: EntityKind) => {
        shell.did.push(["kind", which, kind]);
        const keys = which.of === "groups" ? which.keys : [];
        shell.groups = shell.groups.map((group) => (keys.includes(group.key) ? { ...group, kind, key: `new:${kind}:${group.name}` } : group));
      },
      status: async () => ({ on: shell.on, waiting: shell.waiting, done: 0 }),
      setReading: async (on: boolean) => void (shell.on = on),
    },
  };
});

const { default: ReviewScreen } = await import("../../../src/features/proposals/ReviewScreen.svelte");
const { redo, undo } = await import("../../../src/state/toasts.svelte");
const { setBeside } = await import("../../../src/state/navigation.svelte");
const { listenForKeys } = await import("../../../src/keys/dispatch.svelte");

const group = (name: string, articles: number): ProposalGroup => ({
  key: `new:person:${name}`,
  kind: "person",
  name,
  entity: null,
  known: false,
  role: null,
  ambiguous: false,
  articles,
  mentions: articles * 2,
  examples: [{ article: "a1", title: "كيم", outlet: null, language: "ar", span: { block: 0, start: 0, end: 3 }, before: "قال ", words: name, after: " اليوم." }],
});
const groups = (...keys: string[]) => ({ of: "groups", keys: keys.map((name) => `new:person:${name}`) });
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) {
    await Promise.resolve();
    flushSync();
  }
};
const press = async (key: string, shiftKey = false): Promise<void> => {
  const code = key === " " ? "Space" : key.length === 1 ? `Key${key.toUpperCase()}` : key;
  const init = { key, code, shiftKey, bubbles: true, cancelable: true };
  (document.querySelector("[role=listbox]") ?? document.body).dispatchEvent(new KeyboardEvent("keydown", init));
  await settle();
};
const heading = (): string => document.querySelector("h1")?.textContent?.trim() ?? "";

// Not in jsdom.
Element.prototype.scrollIntoView = () => undefined;

/** The height of the list, in CSS pixels. */
let tall = 600;
vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockImplementation(() => tall);

let shown: Record<string, unknown> | undefined;
let stop: () => void = () => undefined;
async function open(): Promise<void> {
  stop = listenForKeys();
  shown = mount(ReviewScreen, { target: document.body, props: { place: { view: "review" } } });
  await settle();
}

beforeEach(() => {
  vi.stubGlobal("ResizeObserver", class { observe(): void {} unobserve(): void {} disconnect(): void {} });
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) { this.open = true; };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) { this.open = false; };
  Object.assign(shell, { groups: [group("Kim", 5), group("Choe", 3), group("Ri", 1)], did: [], changed: [], on: true, waiting: 0, fails: false, slow: null });
});
afterEach(() => {
  if (shown) void unmount(shown);
  shown = undefined;
  stop();
  document.body.innerHTML = "";
});

test("y accepts and x rejects the name in all articles, and the next one is the current", async () => {
  await open();
  expect(heading()).toBe("Kim");
  await press("y");
  expect(heading()).toBe("Choe");
  await press("ArrowDown");
  expect(heading()).toBe("Ri");
  await press("x");
  expect(heading()).toBe("Choe");
  expect(shell.did).toEqual([["accept", groups("Kim"), null], ["reject", groups("Ri")]]);
  expect(document.body.textContent).toContain("2 names decided, 1 left");
});

test("what is pressed while a name is decided is about the next one, and a held key decides once", async () => {
  await open();
  const names = shell.groups.map(({ name }) => name);
  const target = (): Element => document.querySelector("[role=listbox]") ?? document.body;
  for (const [key, repeat] of [["y", false], ["y", true], ["x", false]] as const) {
    target().dispatchEvent(new KeyboardEvent("keydown", { key, code: `Key${key.toUpperCase()}`, repeat, bubbles: true, cancelable: true }));
  }
  await settle();
  await settle();
  expect(shell.did).toEqual([["accept", groups(names[0] ?? ""), null], ["reject", groups(names[1] ?? "")]]);
});

test("t goes through the kinds, and m accepts as a kept entity", async () => {
  await open();
  await press("t");
  expect(shell.did).toEqual([["kind", groups("Kim"), "organisation"]]);
  await press("m");
  const dialog = document.querySelector("dialog");
  expect(dialog?.textContent).toContain("“Kim” becomes a name of it.");
  dialog?.querySelector<HTMLButtonElement>("footer .primary")?.click();
  await settle();
  expect(shell.did.at(-1)).toEqual(["accept", { of: "groups", keys: ["new:organisation:Kim"] }, "e1"]);
});

test("the name that is looked at stays, also when another one rises above it", async () => {
  await open();
  await press("ArrowDown");
  expect(heading()).toBe("Choe");
  shell.groups = [group("Late", 9), ...(shell.groups as ReturnType<typeof group>[])];
  for (const hear of shell.changed) hear({ changed: "proposals" } satisfies Change);
  await settle();
  expect(heading()).toBe("Choe");
  await press("y");
  expect(shell.did).toEqual([["accept", groups("Choe"), null]]);
});

test("a sentence is shown in its own direction and language", async () => {
  await open();
  const sentence = document.querySelector(".ctx");
  expect(sentence?.getAttribute("dir")).toBe("auto");
  expect(sentence?.getAttribute("lang")).toBe("ar");
  expect(sentence?.textContent).toBe("قال Kim اليوم.");
});

test("with nothing to review it says so, and what is still to be read", async () => {
  Object.assign(shell, { groups: [] });
  await open();
  expect(document.body.textContent).toContain("Nothing to review");
  shell.groups = [group("Late", 2)];
  for (const hear of shell.changed) hear({ changed: "proposals" } satisfies Change);
  await settle();
  expect(heading()).toBe("Late");
});

test("a list that can't be read says what is safe and can be asked for again", async () => {
  Object.assign(shell, { fails: true });
  await open();
  expect(document.querySelector("[role=alert]")?.textContent).toContain("The disk is full.");
  shell.fails = false;
  document.querySelector<HTMLButtonElement>("[role=alert] button")?.click();
  await settle();
  expect(heading()).toBe("Kim");
});

test("an ambiguous name is not accepted but asked about, and is never ticked", async () => {
  Object.assign(shell, { groups: [{ ...group("Georgia", 4), ambiguous: true }, group("Choe", 3), group("Ri", 1)] });
  await open();
  expect(document.body.textContent).toContain("several share it");
  await press("y");
  expect(shell.did).toEqual([]);
  expect(document.querySelector<HTMLInputElement>("dialog input")?.value).toBe("Georgia");
  document.querySelector<HTMLButtonElement>("dialog footer .primary")?.click();
  await settle();
  expect(shell.did).toEqual([["accept", groups("Georgia"), "e1"]]);
});

test("an ambiguous name may be of none of those that share it", async () => {
  Object.assign(shell, { groups: [{ ...group("Georgia", 4), ambiguous: true }, group("Choe", 3)] });
  await open();
  await press("y");
  const buttons = [...document.querySelectorAll<HTMLButtonElement>("dialog footer button")];
  buttons.find(({ textContent }) => textContent?.trim() === "A new entity")?.click();
  await settle();
  expect(shell.did).toEqual([["accept as new", groups("Georgia"), null]]);
});

test("all ticked names are accepted as one step, and undoing it is what counts them again", async () => {
  Object.assign(shell, { groups: [{ ...group("Georgia", 4), ambiguous: true }, group("Choe", 3), group("Ri", 1), group("Park", 1)] });
  await open();
  expect(document.querySelector(".foot")?.textContent).toContain("Accept 3 names");
  await press(" ");
  await press("ArrowDown");
  await press("ArrowDown");
  await press(" ");
  expect(document.querySelector(".foot")?.textContent).toContain("Accept 2 names");
  await press("Y", true);
  expect(shell.did).toEqual([["accept", groups("Choe", "Park"), null]]);
  expect(document.body.textContent).toContain("2 names decided, 2 left");
  await undo({ id: 99, action: "createNote", subject: "elsewhere" } as never);
  await settle();
  expect(document.body.textContent).toContain("2 names decided");
  const step = (id: number): never => ({ id, action: "acceptProposals", subject: "2", count: 2 }) as never;
  await undo(step(1));
  await settle();
  expect(document.body.textContent).not.toContain("decided");
  // Done again it counts again, by the step that it is now.
  await redo();
  await settle();
  expect(document.body.textContent).toContain("2 names decided");
  await undo(step(7));
  await settle();
  expect(document.body.textContent).not.toContain("decided");
});

test("only names that were in sight are accepted together, also when others move in above them", async () => {
  const many = Array.from({ length: 30 }, (_, at) => group(`Name ${at}`, 40 - at));
  Object.assign(shell, { groups: many });
  tall = 42 * 3 - 1;
  await open();
  expect(document.querySelector(".foot")?.textContent).toContain("Accept 3 names");
  shell.groups = [group("Late", 99), ...many];
  for (const hear of shell.changed) hear({ changed: "proposals" } satisfies Change);
  await settle();
  await press("Y", true);
  expect(shell.did).toEqual([["accept", groups("Late", "Name 0", "Name 1", "Name 2"), null]]);
  tall = 600;
});

test("with an article beside, keys still decide about the name that is shown", async () => {
  await open();
  setBeside({ view: "article", id: "a1" });
  await settle();
  (document.activeElement as HTMLElement | null)?.blur();
  await press("j");
  expect(heading()).toBe("Choe");
  await press("x");
  expect(shell.did).toEqual([["reject", groups("Choe")]]);
  setBeside(null);
});

const many = (count: number): ProposalGroup[] => Array.from({ length: count }, (_, at) => group(`Name ${at}`, 1000 - at));
const change = (): void => {
  for (const hear of shell.changed) hear({ changed: "proposals" } satisfies Change);
};
const hit = (key: string): void => {
  const code = key.length === 1 ? `Key${key.toUpperCase()}` : key;
  (document.querySelector("[role=listbox]") ?? document.body).dispatchEvent(new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true }));
};

test("a key decides nothing while no name is shown, and the end that was asked for comes", async () => {
  Object.assign(shell, { groups: many(250) });
  await open();
  shell.slow = { from: 200, waits: [] };
  hit("y");
  hit("End");
  hit("x");
  await settle();
  hit("x");
  // The list grows while the end of it is on its way.
  shell.groups = [...shell.groups, group("Late", 1)];
  change();
  await settle();
  hit("x");
  await settle();
  expect(shell.did).toEqual([["accept", groups("Name 0"), null]]);
  const { waits } = shell.slow;
  shell.slow = null;
  for (const go of waits) go();
  await settle();
  await settle();
  expect(heading()).toMatch(/^Name 249|^Late/);
  const shownNow = heading();
  await press("x");
  expect(shell.did.at(-1)).toEqual(["reject", groups(shownNow)]);
});

test("the name behind a decided one is the next, also when another moves in above it", async () => {
  Object.assign(shell, { groups: many(5) });
  await open();
  shell.groups = [group("Late", 2000), ...shell.groups];
  await press("y");
  expect(heading()).toBe("Name 1");
});

test("no key is lost where names come while others are decided", async () => {
  Object.assign(shell, { groups: many(8) });
  await open();
  for (let at = 0; at < 4; at += 1) {
    hit("y");
    change();
    await Promise.resolve();
    change();
  }
  await vi.waitFor(() => expect(shell.did).toHaveLength(4));
  expect(shell.did).toEqual([0, 1, 2, 3].map((at) => ["accept", groups(`Name ${at}`), null]));
});

test("the current name stays in view where names move in above it", async () => {
  Object.assign(shell, { groups: many(20) });
  await open();
  const box = document.querySelector<HTMLElement>("[role=listbox]");
  shell.groups = [...Array.from({ length: 30 }, (_, at) => group(`Late ${at}`, 3000 - at)), ...shell.groups];
  change();
  await settle();
  expect(heading()).toBe("Name 0");
  expect(box?.scrollTop).toBe(31 * 42 - 600);
});
