// Which article a person says has the same text as another.

import type { Article } from "../../api/generated";

let asked = $state.raw<Article | null>(null);

export const merge = {
  get asked(): Article | null {
    return asked;
  },
};

/** Asks which other article has the text of this one. */
export function askMerge(article: Article): void {
  asked = article;
}

export function endMerge(): void {
  asked = null;
}
