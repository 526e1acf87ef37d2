// @vitest-environment jsdom
// What is pressed while names are decided, taken back and done again is done in that order, and
// the choice goes to what came back.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type { AcceptProposals, EntityKind, ProposalGroup, ProposalPlace, ProposalsMeant, UndoAction, UndoStep } from "../../../src/api/generated";

type Kept = { step: UndoStep; before: ProposalGroup[]; keys: string[] };
const shell = vi.hoisted(() => ({
  groups: [] as ProposalGroup[],
  done: [] as Kept[],
  undone: [] as Kept[],
  did: [] as string[],
  steps: 0,
  /** Whether names that are taken back come at once. */
  comeBack: true,
  /** How long it takes to say where the name of a step stands. */
  placing: 0,
  changed: [] as ((change: unknown) => void)[],
}));

vi.mock("../../../src/api/client", () => {
  const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));
  const keysOf = (which: ProposalsMeant): string[] => (which.of === "groups" ? which.keys : []);
  const tell = (): void => shell.changed.forEach((hear) => hear({ changed: "proposals" }));
  const decide = async (action: UndoAction, did: string, which: ProposalsMeant, change: (groups: ProposalGroup[], keys: string[]) => ProposalGroup[]) => {
    await wait(40);
    const keys = keysOf(which);
    const step: UndoStep = { id: (shell.steps += 1), action, subject: did, count: null, atMs: 0, kept: false };
    shell.done.push({ step, before: shell.groups, keys });
    shell.undone = [];
    shell.groups = change(shell.groups, keys);
    shell.did.push(`${did} ${keys.map((key) => key.split(":").at(-1)).join(" ")}`);
    tell();
    return step;
  };
  const without = (groups: ProposalGroup[], keys: string[]) => groups.filter(({ key }) => !keys.includes(key));
  return {
    on: (event: string, hear: (change: unknown) => void) => {
      if (event === "change") shell.changed.push(hear);
      return () => undefined;
    },
    logProblem: () => undefined,
    appWindow: {},
    articles: {},
    notes: {},
    entities: { complete: async () => [] },
    notebook: {
      undoPeek: async () => shell.done.at(-1)?.step ?? null,
      redoPeek: async () => shell.undone.at(-1)?.step ?? null,
      undo: async () => {
        await wait(20);
        const kept = shell.done.pop();
        if (!kept) return null;
        const now = shell.groups;
        shell.undone.push({ ...kept, before: now });
        if (shell.comeBack) shell.groups = kept.before;
        shell.did.push(`undo ${kept.step.id}`);
        tell();
        return kept.step;
      },
      redo: async () => {
        await wait(20);
        const kept = shell.undone.pop();
        if (!kept) return null;
        shell.done.push({ ...kept, before: shell.groups });
        shell.groups = kept.before;
        shell.did.push(`redo ${kept.step.id}`);
        tell();
        return kept.step;
      },
    },
    proposals: {
      list: async (offset: number, limit: number) => ({ total: shell.groups.length, offset, rows: shell.groups.slice(offset, offset + limit) }),
      placeOfStep: async (id: number): Promise<ProposalPlace | null> => {
        if (shell.placing > 0) await wait(shell.placing);
        const keys = [...shell.done, ...shell.undone].find(({ step }) => step.id === id)?.keys.map((key) => key.split(":").at(-1)) ?? [];
        const row = shell.groups.findIndex(({ name }) => keys.includes(name));
        const key = shell.groups[row]?.key;
        return key === undefined ? null : { key, row };
      },
      accept: async ({ which }: AcceptProposals) => ({ step: await decide("acceptProposals", "accept", which, without) }),
      reject: (which: ProposalsMeant) => decide("rejectProposals", "reject", which, without),
      setKind: (which: ProposalsMeant, kind: EntityKind) =>
        decide("editProposal", kind, which, (groups, keys) => groups.map((group) => (keys.includes(group.key) ? { ...group, kind, key: `${kind}:${group.name}` } : group))),
      status: async () => ({ on: true, waiting: 0, done: 0 }),
    },
  };
});

const { default: ReviewScreen } = await import("../../../src/features/proposals/ReviewScreen.svelte");
const { redoLast, undoLast } = await import("../../../src/features/notes/lastDone");
const { listenForKeys } = await import("../../../src/keys/dispatch.svelte");

const group = (name: string, at: number): ProposalGroup => ({ key: `person:${name}`, kind: "person", name, entity: null, known: false, role: null, ambiguous: false, articles: 1000 - at, mentions: 2000, examples: [] });
const heading = (): string => document.querySelector("h1")?.textContent?.trim() ?? "";
const footer = (): string => document.querySelector(".foot")?.textContent?.trim() ?? "";
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Keys at this pace; `u` takes back, `r` does again. */
async function keys(all: string, pace = 10): Promise<void> {
  for (const key of all.split(" ")) {
    if (key === "u") void undoLast(false);
    else if (key === "r") void redoLast(false);
    else {
      const name = { "_": " ", "^": "End", "<": "Home" }[key] ?? key;
      (document.querySelector("[role=listbox]") ?? document.body).dispatchEvent(new KeyboardEvent("keydown", { key: name, code: name === " " ? "Space" : name.length === 1 ? `Key${name.toUpperCase()}` : name, shiftKey: name === "Y", bubbles: true, cancelable: true }));
    }
    await pause(pace);
  }
}
/** Waits until so much was done and shown. */
async function done(many: number): Promise<string[]> {
  await vi.waitFor(() => expect(shell.did).toHaveLength(many), { timeout: 5000 });
  await pause(60);
  flushSync();
  return shell.did;
}

Element.prototype.scrollIntoView = () => undefined;
let tall = 600;
vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockImplementation(() => tall);

let shown: Record<string, unknown> | undefined;
let stop: () => void = () => undefined;
async function open(many = 8): Promise<void> {
  shell.groups = Array.from({ length: many }, (_, at) => group(`N${at + 1}`, at));
  stop = listenForKeys();
  shown = mount(ReviewScreen, { target: document.body, props: { place: { view: "review" } } });
  await vi.waitFor(() => expect(heading()).toBe("N1"));
}

beforeEach(() => {
  vi.stubGlobal("ResizeObserver", class { observe(): void {} unobserve(): void {} disconnect(): void {} });
  Object.assign(shell, { done: [], undone: [], did: [], steps: 0, changed: [], comeBack: true, placing: 0 });
});
afterEach(() => {
  if (shown) void unmount(shown);
  shown = undefined;
  stop();
  document.body.innerHTML = "";
});

test.each([0, 10, 80])("the last of what is asked for is taken back, at %i ms from key to key, and is the name that is shown", async (pace) => {
  await open();
  await keys("y y x y u", pace);
  expect(await done(5)).toEqual(["accept N1", "accept N2", "reject N3", "accept N4", "undo 4"]);
  expect(heading()).toBe("N4");
});

test("each Ctrl+Z takes back one, in order, and what is pressed behind them is about what came back", async () => {
  await open();
  await keys("y y x u u x y");
  expect(await done(7)).toEqual(["accept N1", "accept N2", "reject N3", "undo 3", "undo 2", "reject N2", "accept N3"]);
  expect(heading()).toBe("N4");
});

test("done again, the next name is the current one as after the decision itself", async () => {
  await open();
  await keys("y y u u r r y");
  expect(await done(7)).toEqual(["accept N1", "accept N2", "undo 2", "undo 1", "redo 1", "redo 2", "accept N3"]);
  expect(heading()).toBe("N4");
});

test("a name comes back into a page that is not here, and is shown", async () => {
  await open(700);
  await keys("y");
  await done(1);
  await keys("^");
  await vi.waitFor(() => expect(heading()).toBe("N700"));
  await keys("x");
  await done(2);
  await keys("<");
  await vi.waitFor(() => expect(heading()).toBe("N2"));
  await keys("x x x x x");
  await done(7);
  await keys("u u u u u u");
  await done(13);
  expect(heading()).toBe("N700");
  await keys("y");
  expect((await done(14)).at(-1)).toBe("accept N700");
});

test("the choice follows a name whose kind is changed, changed back and changed again", async () => {
  await open();
  await keys("j t j j u");
  await done(2);
  expect([heading(), document.querySelector("h1 [aria-label]")?.getAttribute("aria-label")]).toEqual(["N2", "person"]);
  await keys("j j r y");
  await done(4);
  expect(shell.did).toEqual(["organisation N2", "undo 1", "redo 1", "accept N2"]);
});

test("the first of several that come back at once is the current one", async () => {
  await open();
  await keys("_ Y");
  await done(1);
  await keys("u");
  expect(await done(2)).toEqual(["accept N2 N3 N4 N5 N6 N7 N8", "undo 1"]);
  expect(heading()).toBe("N2");
});

test("a name that comes back late is waited for, and no key decides about another", async () => {
  await open();
  await keys("y");
  await done(1);
  shell.comeBack = false;
  const before = shell.done[0]?.before ?? [];
  await keys("u");
  await done(2);
  await keys("y x");
  await pause(100);
  expect(shell.did).toHaveLength(2);
  shell.groups = before;
  shell.changed.forEach((hear) => hear({ changed: "proposals" }));
  await vi.waitFor(() => expect(heading()).toBe("N1"));
  await keys("y");
  expect((await done(3)).at(-1)).toBe("accept N1");
});

test("whoever goes to another name decides about that", async () => {
  await open();
  await keys("y");
  await done(1);
  shell.comeBack = false;
  await keys("u");
  await done(2);
  await keys("j y");
  expect((await done(3)).at(-1)).toBe("accept N3");
});

test("a name that was unticked under another kind stays so when that is taken back", async () => {
  await open();
  expect(footer()).toContain("Accept 8 names");
  await keys("t");
  await done(1);
  await keys("_");
  expect(footer()).toContain("Accept 7 names");
  await keys("u");
  await done(2);
  expect(footer()).toContain("Accept 7 names");
  await keys("_");
  expect(footer()).toContain("Accept 8 names");
  await keys("t");
  await done(3);
  expect(footer()).toContain("Accept 8 names");
});

const press = (words: string): void => [...document.querySelectorAll<HTMLButtonElement>(".rbar button")].find((button) => button.textContent?.includes(words))?.click();

test("a button is about the name that it stands at, also while what comes back is placed", async () => {
  await open();
  await keys("y");
  await done(1);
  shell.placing = 400;
  await keys("u");
  await done(2);
  expect(heading()).toBe("N2");
  press("Reject");
  expect((await done(3)).at(-1)).toBe("reject N2");
});

test("a button that is pressed twice at the last name decides once", async () => {
  await open(1);
  press("Accept");
  press("Accept");
  await done(1);
  await pause(120);
  expect(shell.did).toEqual(["accept N1"]);
});

test("a button is about the name that it stands at where what was taken back is not there yet", async () => {
  await open(2);
  await keys("y");
  await done(1);
  shell.comeBack = false;
  await keys("u");
  await done(2);
  expect(heading()).toBe("N2");
  press("Accept");
  expect((await done(3)).at(-1)).toBe("accept N2");
});
