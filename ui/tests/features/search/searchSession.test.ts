import { beforeEach, expect, test, vi } from "vitest";
import type { EntityOffer, FacetCount, ReadQuery, SearchFacets, SearchHit, SearchQuery, SearchResults } from "../../../src/api/generated";

const shell = vi.hoisted(() => ({ asked: [] as SearchQuery[], total: 120, waiting: 0, counted: [] as string[], outlets: (_: string): FacetCount[] => [], read: null as ReadQuery["asked"] | null, offers: [] as EntityOffer[], broken: false }));

vi.mock("../../../src/api/client", () => ({
  search: {
    run: async (query: SearchQuery): Promise<SearchResults> => {
      shell.asked.push(query);
      if (shell.broken) throw new Error("no index");
      const all = query.kinds.length === 0 || query.kinds.includes("note");
      const total = all ? shell.total : 0;
      const hits = Array.from({ length: Math.max(0, Math.min(query.limit, total - query.offset)) }, (_, at): SearchHit => ({
        target: { hit: "note", id: `${query.text}-${query.offset + at}`, editedAt: "2024-06-21T08:00:00Z" },
        title: [query.text],
        snippet: [],
        via: [],
        words: [],
        score: 1,
      }));
      const byKind = { articles: 0, notes: total, entities: 0, quotes: 0 };
      return { hits, total, byKind, milliseconds: 2, waiting: shell.waiting };
    },
    stop: async (): Promise<void> => undefined,
    read: async (text: string): Promise<ReadQuery> => ({ tokens: [], asked: shell.read ?? [{ asked: "words", words: [text] }], offers: shell.offers }),
    facets: async (text: string): Promise<SearchFacets> => {
      shell.counted.push(text);
      const byKind = { articles: 0, notes: 0, entities: 0, quotes: 0 };
      return { byKind, languages: [], outlets: shell.outlets(text), entities: [], states: [], tags: [], dossiers: [], moreOutlets: 0, moreEntities: 0, months: [{ month: `${shell.counted.length}`, articles: 1 }] };
    },
  },
  logProblem: () => undefined,
}));

const { searchSession: session, FIRST, PAGE } = await import("../../../src/features/search/searchSession.svelte");
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

beforeEach(() => {
  session.search("");
  session.allKinds();
  shell.asked = [];
});

test("results come in pages, each asked for once", async () => {
  session.search("dignity");
  await settle();
  expect(session.hits).toHaveLength(FIRST);
  session.more();
  session.more();
  await settle();
  expect(session.hits).toHaveLength(FIRST + PAGE);
  expect(shell.asked.map((query) => query.offset)).toEqual([0, FIRST]);
  expect(new Set(session.hits.map((hit) => hit.target.id)).size).toBe(FIRST + PAGE);
});

test("when the notebook changes, the list keeps its length and the chosen result", async () => {
  session.search("dignity");
  await settle();
  session.more();
  await settle();
  session.active = 60;
  session.again();
  await settle();
  expect(session.hits).toHaveLength(FIRST + PAGE);
  expect(session.hits[session.active]?.target.id).toBe("dignity-60");
});

test("new words start at the first result", async () => {
  session.search("dignity");
  await settle();
  session.active = 7;
  session.search("dign");
  await settle();
  expect(session.active).toBe(0);
});

test("a type left out keeps its count in the facets", async () => {
  session.search("dignity");
  await settle();
  session.toggle("article");
  await settle();
  expect(session.total).toBe(0);
  expect(session.counts.notes).toBe(120);
});

test("an empty field asks nothing and shows nothing", async () => {
  session.search("dignity");
  session.search("  ");
  await settle();
  expect(session.hits).toEqual([]);
  expect(session.answered).toBeNull();
});

test("counts follow when no letter has come for a while, and months are those of any date", async () => {
  vi.useFakeTimers();
  shell.counted = [];
  session.search("d");
  session.search("di in:AP after:2022-05 ");
  await vi.advanceTimersByTimeAsync(400);
  vi.useRealTimers();
  expect(shell.counted).toEqual(["di in:AP after:2022-05 ", "di in:AP ", "di after:2022-05 "]);
  expect(session.facets?.months).toEqual([{ month: "2", articles: 1 }]);
  expect(session.asked).toEqual([{ asked: "words", words: ["di in:AP after:2022-05 "] }]);
});

test("outlets are counted also where others are ticked, and so are languages", async () => {
  vi.useFakeTimers();
  shell.counted = [];
  session.search("di in:AP lang:ko ");
  await vi.advanceTimersByTimeAsync(400);
  vi.useRealTimers();
  expect(shell.counted).toEqual(["di in:AP lang:ko ", "di lang:ko ", "di in:AP "]);
});

test("a ticked outlet keeps its row when it is not among the most frequent, or nothing is of it", async () => {
  const outlet = (value: string, count: number): FacetCount => ({ value, count, token: `in:"${value}"` });
  shell.outlets = (text) => (text.includes("in:") ? [outlet("Rare Post", 1)] : [outlet("AP", 9), outlet("TASS", 8)]);
  const rows = async (text: string): Promise<string[] | undefined> => {
    vi.useFakeTimers();
    session.search(text);
    await vi.advanceTimersByTimeAsync(400);
    vi.useRealTimers();
    return session.facets?.outlets.map(({ token, count }) => `${token} ${count}`);
  };
  expect(await rows('in:"rare post" OR in:"AP" di ')).toEqual(['in:"AP" 9', 'in:"TASS" 8', 'in:"Rare Post" 1']);
  expect(await rows('in:"Rare Post" OR in:"No Post" di ')).toEqual(['in:"AP" 9', 'in:"TASS" 8', 'in:"Rare Post" 1', 'in:"No Post" 0']);
  // What is found is of an outlet that was typed otherwise: how often is not known.
  expect(await rows("in:rare di ")).toEqual(['in:"AP" 9', 'in:"TASS" 8']);
  shell.outlets = () => [];
});

test("what is searched as words is told from fields", async () => {
  shell.read = [{ asked: "asWords", field: "before", typed: "before:abc" }];
  session.search("before:abc di");
  await settle();
  expect([...session.asWords]).toEqual(["before:abc"]);
  shell.read = null;
});

test("another order asks again from the first result", async () => {
  session.search("dignity");
  await settle();
  session.sortBy("newest");
  await settle();
  expect(shell.asked.at(-1)).toMatchObject({ sort: "newest", offset: 0 });
});

test("an entity is offered only for words that still stand where they were read", async () => {
  shell.offers = [{ id: "e", kind: "person", name: "Kim Jong Un", articles: 3, start: 4, end: 7, token: 'person:"Kim Jong Un"' }];
  session.search("🚀 a Kim");
  await settle();
  shell.offers = [];
  const offered = (text: string): number => {
    session.text = text;
    return session.offers.length;
  };
  expect(["🚀 a Kim", "🚀 a Kim missile", "🚀 a Kimono", "a Kim", "🚀 b Kim"].map(offered)).toEqual([1, 1, 0, 0, 0]);
});

test("a saved search is asked with all names, whichever were switched off before", async () => {
  session.search("person:Kim");
  session.toggleAliases();
  session.showSaved({ id: "s", name: "Talks", text: "talks", kinds: [], sort: "relevance", names: null, seen: "0" });
  await settle();
  expect(shell.asked.at(-1)?.text).toBe("talks");
  expect(shell.asked.at(-1)?.names).toBeUndefined();
});

test("a type that was chosen for one question is not kept for the next", () => {
  session.search("korea");
  session.toggle("article");
  session.search("");
  session.search("minister");
  expect(session.query.kinds).toEqual([]);
});

test("Enter right behind the last letter opens what all the letters find", async () => {
  session.search("dignit");
  session.search("dignity");
  const opened: (string | undefined)[] = [];
  session.whenAnswered(() => opened.push(session.hits[session.active]?.target.id));
  expect(opened).toEqual([]);
  await settle();
  expect(opened).toEqual(["dignity-0"]);
  session.whenAnswered(() => opened.push("at once"));
  expect(opened).toEqual(["dignity-0", "at once"]);
  session.again();
  await settle();
  expect(opened).toHaveLength(2);
});

test("what waits for results is taken back by typing on, and by leaving", async () => {
  const opened: string[] = [];
  session.search("dignit");
  session.whenAnswered(() => opened.push("typed on"));
  session.search("dignity");
  await settle();
  session.search("treaty");
  session.whenAnswered(() => opened.push("left"));
  session.waitNoLonger();
  await settle();
  expect(opened).toEqual([]);
});

test("Enter right behind a change of type waits for the results of that type", async () => {
  session.search("dignity");
  await settle();
  shell.total = 1;
  session.toggle("article");
  const opened: (string | undefined)[] = [];
  session.whenAnswered(() => opened.push(session.hits[session.active]?.target.id));
  expect(opened).toEqual([]);
  await settle();
  shell.total = 120;
  expect(opened).toEqual([undefined]);
});

test("Enter after a search that failed asks again, and nothing is opened later when that fails too", async () => {
  const opened: string[] = [];
  shell.broken = true;
  session.search("dignity");
  await settle();
  session.whenAnswered(() => opened.push("failed"));
  await settle();
  expect(shell.asked).toHaveLength(2);
  shell.broken = false;
  session.again();
  await settle();
  expect(opened).toEqual([]);
});

test("what opening throws is no failure of the search", async () => {
  const apart: (() => void)[] = [];
  const later = vi.spyOn(globalThis, "queueMicrotask").mockImplementation((act) => void apart.push(act));
  session.search("dignity");
  session.whenAnswered(() => {
    throw new Error("gone");
  });
  await settle();
  later.mockRestore();
  expect(() => apart.forEach((act) => act())).toThrow("gone");
  expect(session.failure).toBeNull();
});
