import { beforeEach, expect, test, vi } from "vitest";

const shell = vi.hoisted(() => ({ asked: [] as string[], titles: {} as Record<string, string> }));
const answer = async (id: string): Promise<{ title: string; name: string }> => {
  shell.asked.push(id);
  const title = shell.titles[id];
  if (title === undefined) throw new Error("not there");
  return { title, name: title };
};
vi.mock("../../../src/api/client", () => ({
  logProblem: () => undefined,
  articles: { get: answer },
  notes: { get: answer },
  entities: { get: answer },
}));
vi.mock("../../../src/api/dossiers", () => ({ dossiers: { page: async (id: string) => ({ dossier: await answer(id) }) } }));

const { TabTitles } = await import("../../../src/features/panes/tabTitles.svelte");
const note = { is: "note", id: "n" } as const;
const article = { is: "article", id: "a" } as const;

beforeEach(() => {
  vi.useFakeTimers();
  shell.asked = [];
  shell.titles = { n: "", a: "Grain" };
});

test("each title is asked for once, also where asking failed", async () => {
  const titles = new TabTitles();
  const gone = { is: "entity", id: "gone" } as const;
  titles.show([note, article, gone]);
  await vi.runAllTimersAsync();
  titles.show([note, article, gone]);
  await vi.runAllTimersAsync();
  expect(shell.asked).toEqual(["n", "a", "gone"]);
  expect([titles.of(article), titles.of(gone)]).toEqual(["Grain", undefined]);
});

test("a renamed note is called by its new name, and many changes ask once", async () => {
  const titles = new TabTitles();
  titles.show([note, article]);
  await vi.runAllTimersAsync();
  expect(titles.of(note)).toBe("Untitled note");
  shell.asked = [];
  shell.titles["n"] = "Ports";
  for (let times = 0; times < 5; times += 1) titles.hear({ changed: "notes", ids: ["n"] });
  titles.hear({ changed: "articles", ids: ["other"] });
  await vi.runAllTimersAsync();
  expect([titles.of(note), shell.asked]).toEqual(["Ports", ["n"]]);
});
