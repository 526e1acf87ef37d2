// What keys and buttons do to the current row of the list, or to all that are chosen.

import { articles as client } from "../../api/client";
import type { ArticleFlag, ChosenArticles, ManyArticlesAction } from "../../api/generated";
import { isArticles, navigation, replacePlace, withArticle, type ArticlesPlace } from "../../state/navigation.svelte";
import { showFailure } from "../../state/toasts.svelte";
import { flags as words } from "../../strings/reading";
import type { ArticleList } from "./articleList.svelte";
import { Chosen } from "./chosen.svelte";
import { doToAll, manyArticles } from "./manyArticles.svelte";
import type { ListItem } from "./wireRows.svelte";

type Current = { place: ArticlesPlace; active: number; row: ListItem | undefined };

export class ListActions {
  readonly chosen: Chosen;
  #list: ArticleList;
  #current: () => Current;

  constructor(list: ArticleList, current: () => Current) {
    this.#list = list;
    this.#current = current;
    this.chosen = new Chosen(list);
  }

  /** The chosen ones, else the current row; with its copies where `copies` says so. */
  #targets(copies: boolean): ChosenArticles | null {
    if (this.chosen.size > 0) return this.chosen.articles;
    const { row } = this.#current();
    if (!row) return null;
    return copies && row.is === "row" && !row.open ? { articles: [], rows: [row.id] } : { articles: [row.id], rows: [] };
  }

  /** Does it, and says whether it was done; where the rows leave the list by it, goes on to the next one. */
  async act(action: ManyArticlesAction, leaves = false, copies = true): Promise<boolean> {
    const targets = this.#targets(copies);
    if (!targets) return false;
    const { place, active } = this.#current();
    const next = leaves ? this.#next(active) : undefined;
    if (!(await doToAll(targets, action))) return false;
    this.chosen.clear();
    // Many take a while: a person may have gone on meanwhile.
    const now = navigation.place;
    if (leaves && isArticles(now) && now.view === place.view && now.article === place.article) replacePlace(withArticle(now, next));
    return true;
  }

  #next(active: number): string | undefined {
    const { shown } = this.#list;
    const stays = (at: number): string | undefined => {
      const id = shown.row(at)?.id;
      return id !== undefined && at !== active && !this.chosen.has(id) ? id : undefined;
    };
    for (let at = active + 1; shown.row(at); at += 1) if (stays(at)) return stays(at);
    for (let at = active - 1; at >= 0 && shown.row(at); at -= 1) if (stays(at)) return stays(at);
    return undefined;
  }

  /** What doing it to the current row would do: of two things, the one. */
  says(flag: ArticleFlag): string {
    const { place, row } = this.#current();
    if (flag === "read") return row?.read ? words.markUnread : words.markRead;
    if (flag === "archived") return place.view === "archive" ? words.unarchive : words.archive;
    return row?.is === "row" && row.row.starred ? words.unstar : words.star;
  }

  /** Off where all of them have it; told by the current row. */
  async toggle(flag: Exclude<ArticleFlag, "read">): Promise<void> {
    const { place, row } = this.#current();
    if (!row) return;
    const has = flag === "archived" ? place.view === "archive" : row.is === "row" && row.row.starred;
    const on = !has;
    const leaves = flag === "archived" ? place.view !== "starred" : place.view === "starred" && !on;
    const { articles = [], rows = [] } = this.#targets(false) ?? {};
    const done = await this.act({ do: "mark", flag, on }, leaves, flag === "archived");
    if (!done || flag !== "starred" || leaves) return;
    const ids = new Set([...articles, ...rows]);
    this.#list.rows.patch((each) => (ids.has(each.id) ? { ...each, starred: on } : each));
  }

  async toggleRead(): Promise<void> {
    const { row } = this.#current();
    if (!row) return;
    if (this.chosen.size > 0) return void (await this.act({ do: "mark", flag: "read", on: !row.read }));
    const read = !row.read;
    this.#list.patchRead([row.id], read);
    await client.markRead([row.id], read, true).catch((thrown: unknown) => showFailure(thrown, "article_mark_read"));
  }

  tag(): void {
    const targets = this.#targets(true);
    if (targets) manyArticles.askTag(targets);
  }
}
