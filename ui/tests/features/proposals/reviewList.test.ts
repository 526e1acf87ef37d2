import { beforeEach, expect, test, vi } from "vitest";

import type { EntityKind, ProposalGroup, ProposalsMeant } from "../../../src/api/generated";

const shell = vi.hoisted(() => ({
  groups: [] as ProposalGroup[],
  did: [] as unknown[],
  /** What decisions and changes wait for, one after another. */
  held: [] as Promise<void>[],
  /** What the notebook would take back next, where that is not the step just done. */
  peeked: undefined as { id: number } | null | undefined,
  /** Where a name goes whose kind is changed. */
  placed: (groups: ProposalGroup[]): ProposalGroup[] => groups,
}));
const keysOf = (which: ProposalsMeant): string[] => (which.of === "groups" ? which.keys : []);

vi.mock("../../../src/api/client", () => {
  const take = async (did: string, which: ProposalsMeant): Promise<object> => {
    await shell.held.shift();
    shell.did.push([did, ...keysOf(which)]);
    shell.groups = shell.groups.filter(({ key }) => !keysOf(which).includes(key));
    return { id: shell.did.length, action: "acceptProposals", subject: did, count: null, atMs: 0, kept: false };
  };
  return {
    on: () => () => undefined,
    logProblem: () => undefined,
    notebook: { undoPeek: async () => shell.peeked ?? null },
    proposals: {
      list: async (offset: number, limit: number) => ({ total: shell.groups.length, offset, rows: shell.groups.slice(offset, offset + limit) }),
      placeOfStep: async () => (shell.groups[0] ? { key: shell.groups[0].key, row: 0 } : null),
      accept: async ({ which }: { which: ProposalsMeant }) => ({ step: await take("accept", which) }),
      reject: (which: ProposalsMeant) => take("reject", which),
      setKind: async (which: ProposalsMeant, kind: EntityKind) => {
        await shell.held.shift();
        shell.did.push([kind, ...keysOf(which)]);
        shell.groups = shell.groups.map((group) => (keysOf(which).includes(group.key) ? { ...group, kind, key: `${kind}:${group.name}` } : group));
        shell.groups = shell.placed(shell.groups);
      },
    },
  };
});

const { toasts } = await import("../../../src/state/toasts.svelte");
const { ReviewList } = await import("../../../src/features/proposals/reviewList.svelte");

const group = (name: string): ProposalGroup => ({ key: `person:${name}`, kind: "person", name, entity: null, known: false, role: null, ambiguous: false, articles: 1, mentions: 1, examples: [] });

async function open(): Promise<InstanceType<typeof ReviewList>> {
  const list = new ReviewList();
  await list.refresh();
  list.see(0, shell.groups.length);
  return list;
}

/** What is done next waits until this is called. */
function hold(): { go: () => void; fail: () => void } {
  let [go, fail] = [() => {}, () => {}];
  const waits = new Promise<void>((done, no) => ([go, fail] = [done, () => no({ code: "disk_full", detail: "" })]));
  shell.held.push(waits);
  return { go, fail };
}

beforeEach(() => Object.assign(shell, { groups: ["Kim", "Choe", "Ri"].map(group), did: [], held: [], peeked: undefined, placed: (groups: ProposalGroup[]) => groups }));

test("a change of kind is about the name it was asked for, also where another one is current by its turn", async () => {
  const list = await open();
  const { go } = hold();
  void list.accept();
  expect(list.current?.name).toBe("Choe");
  const changed = list.kind();
  list.at = 2;
  go();
  await changed;
  expect(shell.did).toEqual([["accept", "person:Kim"], ["organisation", "person:Choe"]]);
  // Nor is the choice taken from whoever moved on.
  expect(list.current?.name).toBe("Ri");
});

test("the choice goes with a name whose kind is changed", async () => {
  const list = await open();
  await list.kind();
  expect(list.current).toMatchObject({ name: "Kim", kind: "organisation" });
  list.see(0, 3);
  expect(list.marked?.key).toBe("organisation:Kim");
});

test("what is decided behind a change of kind is about that name, and what comes behind it about the next", async () => {
  const list = await open();
  const { go } = hold();
  void list.kind();
  void list.kind();
  void list.accept();
  const rejected = list.reject();
  go();
  await rejected;
  expect(shell.did).toEqual([["organisation", "person:Kim"], ["place", "organisation:Kim"], ["accept", "place:Kim"], ["reject", "person:Choe"]]);
  expect(list.current?.name).toBe("Ri");
});

test("nothing is decided behind a change of kind that fails, and the name is there to decide", async () => {
  const list = await open();
  const { fail } = hold();
  void list.kind();
  const accepted = list.accept();
  fail();
  await accepted;
  expect(shell.did).toEqual([]);
  list.at = 0;
  expect(list.marked?.name).toBe("Kim");
});

test("nothing is decided where the name is not found behind its change of kind", async () => {
  const list = await open();
  const { go } = hold();
  void list.kind();
  const accepted = list.accept();
  shell.groups = shell.groups.filter(({ name }) => name !== "Kim");
  go();
  await accepted;
  expect(shell.did).toEqual([["organisation", "person:Kim"]]);
});

test("a name that shares its new kind with several is asked about, not accepted", async () => {
  const list = await open();
  const { go } = hold();
  void list.kind();
  const asked: string[] = [];
  const accepted = list.accept(null, list.marked, ({ name }) => asked.push(name));
  shell.groups = shell.groups.map((each) => (each.name === "Kim" ? { ...each, ambiguous: true } : each));
  go();
  await accepted;
  expect([asked, shell.did]).toEqual([["Kim"], [["organisation", "person:Kim"]]]);
});

const last = ([first, ...others]: ProposalGroup[]): ProposalGroup[] => (first ? [...others, first] : others);

test("keys are about the name whose kind is changed, also where it moves and the list is read before its change is known to be done", async () => {
  const list = await open();
  const { go } = hold();
  void list.kind();
  // The change is in the notebook, and what is heard of it comes first.
  shell.groups = last(shell.groups.map((each) => (each.name === "Kim" ? { ...each, kind: "organisation", key: "organisation:Kim" } : each)));
  await list.refresh();
  expect(list.marked?.key).toBe("organisation:Kim");
  void list.kind();
  const accepted = list.accept();
  go();
  await accepted;
  expect(shell.did).toEqual([["organisation", "person:Kim"], ["place", "organisation:Kim"], ["accept", "place:Kim"]]);
});

test("kinds that are asked for while another is changed follow one another", async () => {
  const list = await open();
  shell.placed = last;
  const [first, second] = [hold(), hold()];
  const one = list.kind();
  void list.kind();
  first.go();
  await one;
  expect(list.marked?.key).toBe("organisation:Kim");
  const three = list.kind();
  second.go();
  await three;
  expect(shell.did).toEqual([["organisation", "person:Kim"], ["place", "organisation:Kim"], ["event", "place:Kim"]]);
  expect(list.marked?.key).toBe("event:Kim");
});

test("keys are about no name where that which was changed is not here any more, until one is chosen", async () => {
  const list = await open();
  shell.placed = (groups) => groups.filter(({ name }) => name !== "Kim");
  await list.kind();
  await list.refresh();
  expect([list.current?.name, list.marked, list.accept(), list.reject(), list.kind()]).toEqual(["Choe", undefined, false, false, false]);
  list.at = 0;
  expect(list.marked?.name).toBe("Choe");
});

test("the kind of a kept entity's name is not changed, and it is said where it is", async () => {
  const [kim, ...others] = shell.groups;
  shell.groups = [{ ...(kim as ProposalGroup), entity: "e1", key: "kept:e1" }, ...others];
  const list = await open();
  await list.kind();
  expect(shell.did).toEqual([]);
  expect(list.current?.key).toBe("kept:e1");
  expect(toasts.current?.words).toBe("“Kim” is kept already as person: its kind is changed on its page.");
});

test("all ticked names are accepted by what they are once changes of their kinds are done", async () => {
  const list = await open();
  const { go } = hold();
  void list.kind();
  const accepted = list.acceptTicked();
  go();
  await accepted;
  expect(shell.did).toEqual([["organisation", "person:Kim"], ["accept", "organisation:Kim", "person:Choe", "person:Ri"]]);
});

test("a ticked name that shares its new kind with several is left to a person", async () => {
  const list = await open();
  const { go } = hold();
  void list.kind();
  const accepted = list.acceptTicked();
  shell.groups = shell.groups.map((each) => (each.name === "Kim" ? { ...each, ambiguous: true } : each));
  go();
  await accepted;
  expect(shell.did).toEqual([["organisation", "person:Kim"], ["accept", "person:Choe", "person:Ri"]]);
  expect(list.current?.name).toBe("Kim");
});

test("a name that was unticked stays so when its kind is changed", async () => {
  const list = await open();
  list.tick();
  await list.kind();
  await list.acceptTicked();
  expect(shell.did).toEqual([["organisation", "person:Kim"], ["accept", "person:Choe", "person:Ri"]]);
});

test("names that are taken back at once are not counted, whatever the notebook would take back next", async () => {
  const list = await open();
  // Undone before it is shown that it can be: what is offered then is a step of before.
  shell.peeked = { id: 40 };
  const decided = list.accept();
  await vi.waitFor(() => expect(shell.did).toHaveLength(1));
  const back = list.undone(1);
  await decided;
  await back;
  expect(list.decided).toBe(0);
  // Nor is what is taken back of before.
  await list.undone(40);
  expect(list.decided).toBe(0);
  await list.reject();
  expect(list.decided).toBe(1);
  await list.undone(2);
  await list.redone(3);
  expect(list.decided).toBe(1);
  await list.undone(3);
  expect(list.decided).toBe(0);
});
