// @vitest-environment jsdom
// Answers that overtake each other.
import { expect, it, vi } from "vitest";

import type { Article } from "../../../src/api/generated";

const answers = vi.hoisted(() => [] as ((article: unknown) => void)[]);
vi.mock("../../../src/api/client", () => ({
  on: () => () => undefined,
  logProblem: () => undefined,
  articles: { get: () => new Promise((resolve) => void answers.push(resolve)) },
  clippings: { ofArticle: async () => [] },
  notebook: {},
}));
const { ArticleModel } = await import("../../../src/features/articles/articleModel.svelte");

const titled = (title: string): Article => ({ id: "a", title }) as unknown as Article;

it("shows the article that was asked for last, whichever comes last", async () => {
  const model = new ArticleModel();
  const first = model.show("a", null);
  const second = model.reload();
  answers[1]?.(titled("now"));
  await second;
  answers[0]?.(titled("before"));
  await first;
  expect(model.article?.title).toBe("now");
  const third = model.reload();
  answers[2]?.(titled("then"));
  await third;
  expect(model.article?.title).toBe("then");
});
