// Which suggestion is the current one, and what y and x do with it. It belongs
// to the article, not to the inspector: the keys work while that is closed.

import { tick } from "svelte";

import { mentions, proposals } from "../../api/client";
import type { Mention } from "../../api/generated";
import { inOrder, isTakingBack } from "../../state/stepOrder";
import { offerUndo, showFailure } from "../../state/toasts.svelte";
import { Turns } from "../../state/turns";
import { acceptAs, type Meant } from "../proposals/meant";
import { isProposed } from "../proposals/proposed";
import type { ArticleModel } from "../articles/articleModel.svelte";
import { suggestionsOf, type Suggestion } from "./suggestions";

const MARK = "[data-mention]";

/** The text in which a name has the focus. */
const textOfFocus = (): Element | null => document.activeElement?.closest(MARK)?.closest("[data-scope~=reader]") ?? null;

export class Review {
  #model: ArticleModel;
  #chosen = $state("");
  /** Which place of the current suggestion was gone to last. */
  #place = -1;
  readonly #turns = new Turns();
  /** Suggestions that were decided, each with its article, by which it is known what comes back. */
  #decided = new Set<string>();
  /** The suggestion of which a person is asked whose it is. */
  asked = $state.raw<Suggestion | null>(null);

  constructor(model: ArticleModel) {
    this.#model = model;
  }

  readonly rows = $derived.by<Suggestion[]>(() => (this.#model.article ? suggestionsOf(this.#model.article) : []));
  readonly current = $derived<Suggestion | undefined>(this.rows.find((row) => row.key === this.#chosen) ?? this.rows[0]);

  choose(row: Suggestion): void {
    if (row.key !== this.#chosen) this.#place = -1;
    this.#chosen = row.key;
  }

  /** Goes to the next place of a suggestion in the text. */
  show(row: Suggestion): void {
    this.choose(row);
    this.#place = (this.#place + 1) % Math.max(1, row.places.length);
    const place = row.places[this.#place];
    if (!place) return;
    this.#model.tab = "article";
    this.#model.at = { ...place };
  }

  /** Makes the suggestion `by` rows on the current one, and goes to its first place. */
  step(by: 1 | -1): void | false {
    const at = this.rows.findIndex((row) => row.key === this.current?.key);
    const next = this.rows[(at + by + this.rows.length) % this.rows.length];
    if (!next) return false;
    this.#place = -1;
    this.show(next);
  }

  /** Accepts or rejects suggestions and goes on to the next one. Of an ambiguous one it is asked whose it is. */
  async decide(rows: readonly Suggestion[], accept: boolean, to: Meant = null): Promise<void> {
    await inOrder(() => this.#turns.take(() => this.#settle(rows, accept, to)));
  }

  /** Something was taken back or done again: what came back by it is the current one. */
  async follow(): Promise<void> {
    if (this.#decided.size === 0) return;
    const text = textOfFocus();
    await this.#model.reload();
    const back = this.rows.filter((row) => this.#decided.delete(this.#inArticle(row)));
    if (!back[0]) return;
    this.choose(back[0]);
    if (text) await this.#goOn(text);
  }

  async #settle(rows: readonly Suggestion[], accept: boolean, to: Meant = null): Promise<void> {
    const ambiguous = accept && to === null ? rows.find((row) => row.ambiguous) : undefined;
    if (ambiguous) this.asked = ambiguous;
    else await this.#decide(rows, accept, to);
  }

  async #decide(rows: readonly Suggestion[], accept: boolean, to: Meant): Promise<void> {
    const at = this.rows.findIndex((row) => row.key === this.current?.key);
    const left = (row: Suggestion | undefined): boolean => row !== undefined && !rows.some(({ key }) => key === row.key);
    const next = this.rows.slice(at).find(left) ?? this.rows.slice(0, at).findLast(left);
    this.#chosen = next?.key ?? "";
    this.#place = -1;
    const proposed = rows.flatMap(({ proposal }) => (proposal === null ? [] : [proposal]));
    const tagged = rows.flatMap(({ proposal, ids }) => (proposal === null ? ids : []));
    const decided = rows.map((row) => this.#inArticle(row));
    try {
      for (const key of decided) this.#decided.add(key);
      if (tagged.length > 0) await (accept ? mentions.confirm(tagged) : mentions.reject(tagged));
      if (proposed.length > 0) {
        const which = { of: "these", ids: proposed } as const;
        await (accept ? acceptAs(which, to) : proposals.reject(which));
        await offerUndo();
      }
      await this.#model.reload();
    } catch (thrown) {
      for (const key of decided) this.#decided.delete(key);
      showFailure(thrown, "mention");
    }
  }

  /** The same words may be a suggestion in another article too. */
  #inArticle({ key }: Suggestion): string {
    return `${this.#model.article?.id}\n${key}`;
  }

  /** The suggestion that a mark in the text belongs to. */
  rowOf(mark: Mention): Suggestion | undefined {
    return this.rows.find((row) => row.ids.includes(mark.id));
  }

  /** What y or x means: the suggestion in the text that has the focus, else the current row. */
  act(accept: boolean): void | false {
    // The next key means the suggestion that comes next, not the one that is being decided.
    if (!this.#turns.busy && !isTakingBack() && this.#meant() === undefined) return false;
    const settle = async (): Promise<void> => {
      const row = this.#meant();
      if (!row) return;
      const text = textOfFocus();
      await this.#settle([row], accept);
      if (text) await this.#goOn(text);
    };
    void inOrder(() => this.#turns.take(settle));
  }

  /** From a name that was decided in the text to the next one, or back to it, where the next key acts. */
  async #goOn(text: Element): Promise<void> {
    await tick();
    const at = document.activeElement;
    const left = at !== null && at !== document.body && !text.contains(at);
    const ids = this.current?.ids ?? [];
    if (left || ids.length === 0) return;
    [...text.querySelectorAll<HTMLElement>(MARK)].find(({ dataset }) => ids.includes(dataset["mention"] ?? ""))?.focus();
  }

  #meant(): Suggestion | undefined {
    const focused = document.activeElement?.closest<HTMLElement>(MARK)?.dataset["mention"];
    if (focused === undefined) return this.current;
    const marked = this.rows.find((row) => row.ids.includes(focused));
    // One that is decided and still drawn: the next key means the suggestion that comes next.
    if (!marked && isProposed(focused)) return this.current;
    // Of a mention that is tagged already, only this place; of a proposal, all of them.
    return marked && marked.proposal === null ? { ...marked, ids: [focused] } : marked;
  }
}
