// The props of an article's text, to be changed while it is shown.
import type { Article } from "../../../src/api/generated";
import type { ArticleModel } from "../../../src/features/articles/articleModel.svelte";

export type TextProps = { model: ArticleModel; article: Article; current: never[]; onmention: () => void; onclipping: () => void };

export function textProps(model: ArticleModel, article: Article): TextProps {
  let shown = $state.raw(article);
  return {
    model,
    get article() { return shown; },
    set article(next) { shown = next; },
    current: [], onmention: () => undefined, onclipping: () => undefined,
  };
}
