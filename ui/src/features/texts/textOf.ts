// What the dialogs of texts by hand need to know of an article.

import type { Article } from "../../api/generated";
import type { Asked } from "./byHand.svelte";

/** The article's own text is there to be corrected; captions are no part of it. */
export function textOf(article: Article, way: Asked["way"]): Asked {
  const body = article.blocks.filter(({ kind }) => kind !== "caption");
  return {
    way,
    of: { of: "article", id: article.id },
    name: article.title,
    language: article.language,
    title: article.title,
    text: body.map(({ text }) => text).join("\n\n"),
    original: article.original !== null,
  };
}
