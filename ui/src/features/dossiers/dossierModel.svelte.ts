// One dossier as it is shown: its rows in pages, its statuses, the item that keys act on.

import { dossiers as client } from "../../api/dossiers";
import type { DossierId, DossierItem, DossierItemId, DossierRow, ItemPlace, ItemShift, NewItem, StatusCount } from "../../api/generated";
import { Pages } from "../../state/pages.svelte";
import { showNotice } from "../../state/toasts.svelte";
import { dossierWords as words } from "../../strings/dossiers";
import { change } from "./dossierList.svelte";

export class DossierModel {
  readonly id: DossierId;
  readonly rows: Pages<DossierItem>;
  #dossier = $state.raw<DossierRow | null>(null);
  #statuses = $state.raw<readonly StatusCount[]>([]);
  #status = $state<string | null>(null);
  #active = $state(-1);
  /** The item that is to stay the active one, wherever it stands after the next answer. */
  #kept: DossierItemId | null = null;

  constructor(id: DossierId, item?: DossierItemId) {
    this.id = id;
    this.#kept = item ?? null;
    this.rows = new Pages<DossierItem>(async (offset, limit) => {
      const page = await client.page(id, this.#status, offset, limit);
      this.#dossier = page.dossier;
      this.#statuses = page.statuses;
      return page;
    });
  }

  get dossier(): DossierRow | null {
    return this.#dossier;
  }
  /** Nothing is worked at in the trash: emptying it would take that too. */
  get editable(): boolean {
    return this.#dossier?.deleted === false;
  }
  get statuses(): readonly StatusCount[] {
    return this.#statuses;
  }
  /** The status that is shown alone. */
  get status(): string | null {
    return this.#status;
  }
  get active(): number {
    return this.#active;
  }
  get item(): DossierItem | undefined {
    return this.rows.row(this.#active);
  }

  choose(index: number): void {
    this.#active = index;
    this.#kept = this.rows.row(index)?.id ?? null;
  }

  filter(status: string | null): void {
    this.#status = status;
    this.#active = -1;
    this.#kept = null;
    this.rows.reset();
  }

  /** Fetches again; the active item stays the active one where it moved to. */
  async refresh(): Promise<void> {
    await this.rows.refresh();
    // Read only now: a person may have gone to another item meanwhile.
    const kept = this.#kept;
    const at = kept === null ? -1 : this.rows.find((row) => row.id === kept);
    if (at >= 0) this.#active = at;
    else if (this.#active >= 0) this.choose(Math.min(this.#active, this.rows.total - 1));
  }

  async #arrange(command: string, work: () => Promise<unknown>, undoable = true): Promise<boolean> {
    if (!this.editable) return false;
    const done = await change(command, work, undoable);
    if (done) await this.refresh();
    return done;
  }

  shift(shift: ItemShift): Promise<boolean> {
    const { item } = this;
    if (!item || this.#status !== null) return Promise.resolve(false);
    // Keys move step by step: a toast for each would say nothing new.
    return this.#arrange("dossier_shift", () => client.shift(item.id, shift), false);
  }

  async move(item: DossierItemId, place: ItemPlace): Promise<boolean> {
    const before = this.#kept;
    this.#kept = item;
    const moved = await this.#arrange("dossier_move", () => client.move(item, place));
    if (!moved) this.#kept = before;
    return moved;
  }

  remove(item: DossierItem): Promise<boolean> {
    return this.#arrange("dossier_remove", () => client.remove([item.id]));
  }

  setStatus(item: DossierItem, status: string): Promise<boolean> {
    return this.#arrange("dossier_set_status", () => client.setStatus([item.id], status));
  }

  setQuestion(item: DossierItem, question: string): Promise<boolean> {
    if (question.trim() === item.question) return Promise.resolve(true);
    return this.#arrange("dossier_set_question", () => client.setQuestion(item.id, question));
  }

  setHeading(item: DossierItem, title: string): Promise<boolean> {
    if (title.trim() === item.title || title.trim() === "") return Promise.resolve(true);
    return this.#arrange("dossier_set_heading", () => client.setHeading(item.id, title));
  }

  setClosed(item: DossierItem, closed: boolean): Promise<boolean> {
    if (item.children === 0 || item.closed === closed) return Promise.resolve(false);
    return this.#arrange("dossier_set_closed", () => client.setClosed(item.id, closed), false);
  }

  /** Adds after the active item, or at the end. */
  async add(item: NewItem): Promise<boolean> {
    if (!this.editable) return false;
    const now = this.item;
    const place: ItemPlace = now ? { at: "after", item: now.id } : { at: "last", parent: null };
    let already = 0;
    const done = await change("dossier_add", async () => (already = (await client.add(this.id, [item], place)).already), false);
    if (!done) return false;
    const before = this.#active;
    await this.refresh();
    if (already > 0) showNotice(words.already(this.#dossier?.name ?? ""));
    else if (this.#status === null) {
      const next = now ? before + 1 + this.#below(before) : this.rows.total - 1;
      this.rows.ensure(next, next + 1);
      this.choose(next);
    }
    return true;
  }

  /** How many shown rows stand under the one at `index`. */
  #below(index: number): number {
    const depth = this.rows.row(index)?.depth ?? 0;
    let at = index + 1;
    while ((this.rows.row(at)?.depth ?? 0) > depth) at += 1;
    return at - index - 1;
  }

  /** The row of the item that the active one stands under. */
  get parent(): number {
    const { item } = this;
    return item?.parent ? this.rows.find((row) => row.id === item.parent) : -1;
  }
}
