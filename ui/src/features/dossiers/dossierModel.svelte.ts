// One dossier as it is shown: its rows in pages, its statuses, the item that keys act on.

import { dossiers as client } from "../../api/dossiers";
import type { Change, DossierId, DossierItem, DossierItemId, DossierReport, DossierRow, ItemPlace, ItemShift, NewItem, StatusCount } from "../../api/generated";
import { Pages } from "../../state/pages.svelte";
import { doInOrder, showNotice } from "../../state/toasts.svelte";
import { dossierWords as words } from "../../strings/dossiers";
import { Hearing, isAbout } from "./hearing";

export class DossierModel {
  readonly id: DossierId;
  readonly rows: Pages<DossierItem>;
  #dossier = $state.raw<DossierRow | null>(null);
  #statuses = $state.raw<readonly StatusCount[]>([]);
  #status = $state<string | null>(null);
  #active = $state(-1);
  /** The item that is to stay the active one, wherever it stands after the next answer. */
  #kept: DossierItemId | null = null;
  #shows = $state(0);
  #refreshing: Promise<void> | null = null;
  /** Something was asked since the question that is out. */
  #again = false;
  #hearing = new Hearing(() => this.refresh());

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
  /** Rises when the active item is to be brought into view. */
  get shows(): number {
    return this.#shows;
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

  /** Hears what changed in the notebook: what is shown here is fetched again, a few times a second at most. */
  heard(change: Change): void {
    // What is on its way may have been read before the change.
    if (this.rows.fetching || isAbout(change, this.id, this.rows.here)) this.#hearing.heard();
  }

  /** Nothing that changed is waited for any more. */
  drop(): void {
    this.#hearing.stop();
  }

  /** Fetches again; the active item stays the active one where it moved to. One question is out at a time:
      what is asked meanwhile is asked once after it, and answered with it. */
  refresh(): Promise<void> {
    this.#again = true;
    this.#refreshing ??= this.#refresh();
    return this.#refreshing;
  }

  async #refresh(): Promise<void> {
    try {
      while (this.#again) {
        this.#again = false;
        await this.#fetch();
      }
    } finally {
      this.#refreshing = null;
    }
  }

  async #fetch(): Promise<void> {
    await this.rows.refresh();
    // Read only now: a person may have gone to another item meanwhile.
    const kept = this.#kept;
    if (kept !== null && (await this.#reach(kept, this.#active < 0))) return;
    if (kept === this.#kept && this.#active >= 0) this.choose(Math.min(this.#active, this.rows.total - 1));
  }

  /** Makes an item the active one and shows it, however far down it stands. */
  async goTo(item: DossierItemId): Promise<void> {
    this.#kept = item;
    await this.#reach(item, true);
  }

  /** False where it is not among the rows: closed away, taken out, or of another status. */
  async #reach(item: DossierItemId, show: boolean): Promise<boolean> {
    const here = this.rows.find((row) => row.id === item);
    const index = here >= 0 ? here : this.#status === null ? await client.rowOf(item).catch(() => null) : null;
    // A person may have gone to another item meanwhile.
    if (this.#kept !== item) return true;
    if (index === null) return false;
    this.rows.ensure(index, index + 1);
    this.#active = index;
    if (show || here < 0) this.#shows += 1;
    return true;
  }

  async #arrange(command: string, work: () => Promise<unknown>, undoable = true): Promise<boolean> {
    if (!this.editable) return false;
    const done = await doInOrder(command, work, undoable);
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

  /** Adds at a place, or after the active item, under an active heading what is none itself, or
      at the end; the new one is the active one then. */
  async add(item: NewItem, at?: ItemPlace): Promise<boolean> {
    if (!this.editable) return false;
    const now = this.item;
    const under = now?.target.is === "heading" && item.target.is !== "heading";
    const place = at ?? (under ? { at: "last", parent: now.id } : now ? { at: "after", item: now.id } : { at: "last", parent: null });
    // What is added is to be seen.
    if (!at && under && now.closed) await this.setClosed(now, false);
    let report: DossierReport | null = null;
    const done = await doInOrder("dossier_add", async () => (report = await client.add(this.id, [item], place)), false);
    if (!done || report === null) return false;
    await this.refresh();
    const { already, first } = report as DossierReport;
    if (already > 0) showNotice(words.already(this.#dossier?.name ?? ""));
    else if (first !== null && this.#status === null) await this.goTo(first);
    return true;
  }

  /** The row of the item that the active one stands under. */
  get parent(): number {
    const { item } = this;
    return item?.parent ? this.rows.find((row) => row.id === item.parent) : -1;
  }
}
