// Development only: stars, the archive, and what is done to many articles.

import type { Article, ArticleScope, ChosenArticles, ManyArticlesAction } from "../generated";
import type { FakeCommand, FakeWorld } from "./fake";

export function inScope(article: Article, scope: ArticleScope): boolean {
  if (scope === "trash" || article.deleted) return scope === "trash" && article.deleted;
  if (scope === "starred") return article.starred;
  if (scope === "archive") return article.archived;
  return !article.archived && (scope !== "inbox" || !article.read);
}

export function flagCommands(world: FakeWorld): Record<string, FakeCommand> {
  return {
    articles_ids: ({ query, offset, limit }) =>
      world.articles.filter((article) => inScope(article, query.scope)).map(({ id }) => id).slice(offset, offset + limit),
    articles_do: (args) => {
      const { chosen, action } = args as { chosen: ChosenArticles; action: ManyArticlesAction };
      const ids = [...chosen.articles, ...chosen.rows];
      for (const article of ids.map((id) => world.article(id))) {
        if (action.do === "mark") article[action.flag] = action.on;
        else if (action.do === "delete") article.deleted = true;
        else if (action.do === "restore") article.deleted = false;
        else if (action.do === "addTag") article.tags = [...new Set([...article.tags, action.tag])];
        else if (action.do === "removeTag") article.tags = article.tags.filter((tag) => tag !== action.tag);
      }
      world.did("star", String(ids.length), () => undefined);
      world.change({ changed: "articles", ids });
      return { total: ids.length, done: ids.length };
    },
    article_correct: ({ id, correction }) => {
      const article = world.article(id);
      const { blocks } = article;
      const made = (text: string) => ({ kind: "paragraph" as const, text, credit: null, line: 1000 + blocks.length });
      if (correction.do === "rewrite") blocks[correction.block]!.text = correction.text;
      else if (correction.do === "add") blocks.splice(correction.after === null ? 0 : correction.after + 1, 0, made(correction.text));
      else blocks.splice(correction.block, 1);
      if (correction.do === "rewrite") article.corrected = [...article.corrected, correction.block];
      article.textVersion += 1;
      world.did("correctText", article.title, () => undefined);
      return article;
    },
    article_keep_place: () => undefined,
    article_use_text: ({ id }) => world.article(id),
    tag_list: () => [...new Set(world.articles.flatMap(({ tags }) => tags))].sort().map((path) => ({ path, articles: world.articles.filter(({ tags }) => tags.includes(path)).length, token: `tag:"${path}"` })),
    tag_rename: () => 0,
    tag_delete: () => 0,
    articles_cancel: () => undefined,
  };
}
