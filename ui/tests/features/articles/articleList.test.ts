import { beforeEach, expect, test, vi } from "vitest";
import type { ArticlePage, ArticleQuery, ArticleRow } from "../../../src/api/generated";

const shell = vi.hoisted(() => ({ unread: [] as string[] }));

vi.mock("../../../src/api/client", () => ({
  articles: {
    list: async (_query: ArticleQuery, offset: number, limit: number): Promise<ArticlePage> => {
      const rows = shell.unread.slice(offset, offset + limit).map((id) => ({ id, title: id, read: false, wire: null }) as unknown as ArticleRow);
      return { total: shell.unread.length, articles: shell.unread.length, offset, rows };
    },
  },
  logProblem: () => undefined,
}));

const { ArticleList } = await import("../../../src/features/articles/articleList.svelte");

const titles = (list: InstanceType<typeof ArticleList>): string[] =>
  Array.from({ length: list.rows.total }, (_, at) => list.rows.row(at)?.title ?? "");

beforeEach(() => {
  vi.useFakeTimers();
  shell.unread = ["port", "quay", "strike"];
});

async function inbox(): Promise<InstanceType<typeof ArticleList>> {
  const list = new ArticleList();
  list.show({ view: "inbox" });
  list.rows.ensure(0, 10);
  await vi.advanceTimersByTimeAsync(1000);
  return list;
}

function read(list: InstanceType<typeof ArticleList>, id: string): void {
  shell.unread = shell.unread.filter((other) => other !== id);
  list.patchRead([id], true);
}

test("what is read stays in the Inbox while something else about the articles changes", async () => {
  const list = await inbox();
  read(list, "quay");
  list.hear({ changed: "articles", ids: ["port"] });
  await vi.advanceTimersByTimeAsync(1000);
  expect(titles(list)).toEqual(["port", "quay", "strike"]);
});

test("what comes into the Inbox is shown, also after something was read", async () => {
  const list = await inbox();
  read(list, "quay");
  shell.unread = ["vote", ...shell.unread];
  list.hear({ changed: "articles", ids: ["vote"] });
  await vi.advanceTimersByTimeAsync(1000);
  expect(titles(list)[0]).toBe("vote");
});
