// Development only: texts by hand, where each line of the source can be pointed at.

import type { Article, OriginalOf, OutletPick } from "../generated";
import type { FakeCommand, FakeWorld } from "./fake";

export function textCommands(world: FakeWorld): Record<string, FakeCommand> {
  let picks: OutletPick[] = [];
  const articleOf = (of: OriginalOf): Article => world.article(of.of === "article" ? of.id : (world.articles[0]?.id ?? ""));
  const linesOf = (of: OriginalOf, lines: number[]) => articleOf(of).pieces.filter(({ line }) => lines.includes(line));
  const words = (text: string): number => text.split(/\s+/).filter((word) => word !== "").length;
  const use = (article: Article, texts: string[], by: "picked" | "typed"): string => {
    article.blocks = texts.map((text, at) => ({ kind: "paragraph", text, credit: null, line: at + 1 }));
    article.textOrigin = { by };
    world.did(by === "picked" ? "pickText" : "typeText", article.title, () => undefined);
    world.change({ changed: "articles", ids: [article.id] });
    return article.id;
  };
  return {
    text_type_in: ({ of, text }) => use(articleOf(of), text.split(/\n\s*\n/), "typed"),
    text_pickable: ({ of }) => ({
      html: articleOf(of)
        .pieces.map(({ line, text }) => `<p data-block="${line}">${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`)
        .join(""),
      original: "1",
      host: "independent.co.uk",
    }),
    text_preview: ({ of, blocks }) => {
      const found = linesOf(of, blocks);
      return {
        paragraphs: found.length,
        words: words(found.map(({ text }) => text).join(" ")),
        first: found[0]?.text.slice(0, 80) ?? "",
        last: found.length > 1 ? (found.at(-1)?.text.slice(0, 80) ?? "") : "",
      };
    },
    text_pick: ({ of, blocks, remember }) => {
      if (remember) picks = [{ host: "independent.co.uk", madeAt: "2022-05-12T10:00:00Z" }];
      return use(articleOf(of), linesOf(of, blocks).map(({ text }) => text), "picked");
    },
    text_outlet_picks: () => picks,
    text_forget_pick: ({ host }) => (picks = picks.filter((pick) => pick.host !== host)),
  };
}
