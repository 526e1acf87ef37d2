// Doing one thing to several articles: what goes on, and how it ended.

import { manyArticles as client, notebook } from "../../api/client";
import type { Article, ArticleFlag, ChosenArticles, ManyArticlesAction, ManyArticlesReport } from "../../api/generated";
import { askStep } from "../../state/stepOrder";
import { showFailure, showNotice, showToast } from "../../state/toasts.svelte";
import { count, many as words } from "../../strings/en";
import { flags } from "../../strings/reading";

let running = $state.raw<ManyArticlesReport | null>(null);
/** Whoever takes back need not wait any more for what is running. */
let begun: () => void = () => undefined;
let asked = $state.raw<ChosenArticles | null>(null);

export const manyArticles = {
  /** How far it is, while something goes on. */
  get running(): ManyArticlesReport | null {
    return running;
  },
  /** The articles for which a tag is being asked. */
  get tagging(): ChosenArticles | null {
    return asked;
  },
  askTag(chosen: ChosenArticles): void {
    asked = chosen;
  },
  endTag(): void {
    asked = null;
  },
  hear(report: ManyArticlesReport): void {
    running &&= report;
    // Its step is kept with its first part: taking it back ends the rest.
    if (report.done > 0) begun();
  },
  cancel(): void {
    client.cancel().catch((thrown: unknown) => showFailure(thrown, "articles_cancel"));
  },
};

export const sizeOf = (chosen: ChosenArticles): number => chosen.articles.length + chosen.rows.length;

/** What `toggleFlag` would do. */
export function flagWords(article: Article | null, flag: ArticleFlag): string {
  const on = article?.[flag] === true;
  if (flag === "read") return on ? flags.markUnread : flags.markRead;
  if (flag === "starred") return on ? flags.unstar : flags.star;
  return on ? flags.unarchive : flags.archive;
}

/** Marks one article, or takes the mark away. */
export function toggleFlag(article: Article, flag: ArticleFlag): Promise<boolean> {
  return doToAll({ articles: [article.id], rows: [] }, { do: "mark", flag, on: !article[flag] });
}

/** Does it to all; says whether it was done. What can be taken back is offered. */
export async function doToAll(chosen: ChosenArticles, action: ManyArticlesAction): Promise<boolean> {
  if (running) return false;
  running = { total: sizeOf(chosen), done: 0 };
  const { turn, end } = askStep();
  begun = end;
  try {
    await turn;
    const before = await notebook.undoPeek();
    const ended = await client.do(chosen, action);
    const step = await notebook.undoPeek();
    const made = step !== null && step.id !== before?.id ? step : null;
    if (ended.done < ended.total) showNotice(words.cancelled(count(ended.done)), made);
    else if (made) showToast(made);
    else if (action.do !== "restore") showNotice(words.none);
    return true;
  } catch (thrown) {
    showFailure(thrown, "articles_do");
    return false;
  } finally {
    running = null;
    end();
  }
}
