// Which suggestion is the current one, and what y and x do with it. It belongs
// to the article, not to the inspector: the keys work while that is closed.

import { mentions } from "../../api/client";
import type { MentionId } from "../../api/generated";
import { showFailure } from "../../state/toasts.svelte";
import type { ArticleModel } from "../articles/articleModel.svelte";
import { suggestionsOf, type Suggestion } from "./suggestions";

export class Review {
  #model: ArticleModel;
  #chosen = $state("");

  constructor(model: ArticleModel) {
    this.#model = model;
  }

  readonly rows = $derived.by<Suggestion[]>(() => suggestionsOf(this.#model.article?.mentions ?? []));
  readonly current = $derived<Suggestion | undefined>(this.rows.find((row) => row.key === this.#chosen) ?? this.rows[0]);

  choose(row: Suggestion): void {
    this.#chosen = row.key;
  }

  /** Accepts or rejects these mentions and goes on to the next suggestion. */
  async decide(ids: readonly MentionId[], accept: boolean): Promise<void> {
    const at = this.rows.findIndex((row) => row.key === this.current?.key);
    this.#chosen = (this.rows[at + 1] ?? this.rows[at - 1])?.key ?? "";
    try {
      await (accept ? mentions.confirm([...ids]) : mentions.reject([...ids]));
      await this.#model.reload();
    } catch (thrown) {
      showFailure(thrown, "mention");
    }
  }

  /** What y or x means: the suggestion in the text that has the focus, else the current row. */
  act(accept: boolean): void | false {
    const focused = document.activeElement?.closest<HTMLElement>("[data-mention]")?.dataset["mention"];
    const mention = this.#model.article?.mentions.find(({ id }) => id === focused);
    if (mention && mention.status !== "suggested") return false;
    const ids = mention ? [mention.id] : this.current?.ids;
    if (!ids) return false;
    void this.decide(ids, accept);
  }
}
