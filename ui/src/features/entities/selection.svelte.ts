/** Entities of the list that are chosen for doing one thing to all of them. */
import { entities as client } from "../../api/client";
import type { EntityId, EntityKind, EntityRenaming, EntityRow } from "../../api/generated";
import { doInOrder, offerUndo, showFailure } from "../../state/toasts.svelte";

/** Chosen ones that are looked up as soon as they change; more are looked up before something is done to them. */
const AT_ONCE = 40;
/** What is done to more than so many is asked about first. */
const UNASKED = 300;

/** What is about to be done to many. */
export type AskedOfMany = { does: "merge" | "delete" } | { does: "setKind"; kind: EntityKind };

/** The rows of the list by number, where they are here. */
type Rows = { row: (index: number) => EntityRow | undefined; find: (is: (row: EntityRow) => boolean) => number };

export class EntitySelection {
  chosen = $state.raw<ReadonlyMap<EntityId, EntityRow>>(new Map());
  /** What is to be done, and waits for a yes. */
  asked = $state.raw<AskedOfMany | null>(null);
  /** It is being done. */
  doing = $state(false);
  /** Where a stretch begins: the row that was chosen last. By id: rows move. */
  #from: EntityId | null = null;
  /** Where the stretch that is drawn now ends. */
  #to: EntityId | null = null;
  /** What was chosen before the stretch that is drawn now. */
  #others: ReadonlyMap<EntityId, EntityRow> | null = null;
  #asked = 0;
  /** Any of them may have changed since they were looked up. */
  #stale = false;

  get ids(): EntityId[] {
    return [...this.chosen.keys()];
  }

  has(id: EntityId): boolean {
    return this.chosen.has(id);
  }

  /**
   * Takes a row in or out; with `to`, all from the last one up to it in. With nothing chosen
   * before, the current row is taken in too, or is the last one.
   */
  mark(index: number, to: boolean, rows: Rows, current = -1): void {
    const next = new Map(this.chosen);
    const open = next.size === 0 && current !== index ? rows.row(current) : undefined;
    if (open) next.set(open.id, open);
    const recent = open ? current : this.#place(this.#from, rows);
    const from = to ? recent : -1;
    const [first, last] = from >= 0 ? [Math.min(from, index), Math.max(from, index)] : [index, index];
    for (let at = first; at <= last; at += 1) {
      const each = rows.row(at);
      if (!each) continue;
      if (first === last && next.has(each.id)) next.delete(each.id);
      else next.set(each.id, each);
    }
    this.#from = rows.row(index)?.id ?? null;
    this.#others = null;
    this.#asked += 1;
    this.chosen = next;
  }

  #place(id: EntityId | null, rows: Rows): number {
    return id === null ? -1 : rows.find((row) => row.id === id);
  }

  /** Draws a stretch from `from`, or from where it began, to `to`, beside what was chosen before it. */
  stretch(to: number, from: number, rows: Rows): void {
    const at = rows.row(from)?.id ?? null;
    let begins = this.#place(this.#from, rows);
    // The keys have gone elsewhere meanwhile, or its beginning has: another stretch begins here.
    if (this.#others === null || this.#to !== at || begins < 0) {
      [this.#from, begins] = [at, from];
      this.#others = this.chosen;
    }
    this.#to = rows.row(to)?.id ?? null;
    const next = new Map(this.#others);
    for (let at = Math.min(begins, to); at <= Math.max(begins, to); at += 1) {
      const each = rows.row(at);
      if (each) next.set(each.id, each);
    }
    this.#asked += 1;
    this.chosen = next;
  }

  /** Every row that `fetch` gives, unless something else is chosen meanwhile. */
  async all(fetch: () => Promise<readonly EntityRow[]>): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    try {
      const rows = await fetch();
      if (this.#asked !== asked) return;
      this.chosen = new Map(rows.map((row) => [row.id, row]));
      this.#from = null;
      this.#others = null;
    } catch (thrown) {
      showFailure(thrown, "entities_list");
    }
  }

  #filter: string | null = null;

  /** The list shows what this asks for: what was chosen under another filter is not chosen unseen. */
  within(filter: string): void {
    if (this.#filter !== null && this.#filter !== filter) this.clear();
    this.#filter = filter;
  }

  /**
   * Entities have changed: chosen ones are shown as they are now, and those that are gone are
   * not chosen. None named means any, as often as an import goes on: looked up before acting.
   */
  async refresh(changed: readonly EntityId[]): Promise<void> {
    const stale = [...new Set(changed)].filter((id) => this.chosen.has(id));
    if (changed.length === 0 || stale.length > AT_ONCE) this.#stale = true;
    else await this.#lookUp(stale);
  }

  async #lookUp(ids: readonly EntityId[]): Promise<void> {
    if (ids.length === 0) return;
    const found = await client.rows(ids);
    const now = new Map(found.map((row) => [row.id, row]));
    const next = new Map(this.chosen);
    for (const id of ids) {
      const row = now.get(id);
      if (!next.has(id)) continue;
      if (row) next.set(id, row);
      else next.delete(id);
    }
    this.chosen = next;
  }

  clear(): void {
    this.chosen = new Map();
    this.asked = null;
    this.#from = null;
    this.#others = null;
    this.#asked += 1;
    this.#stale = false;
  }

  /** Looks all of them up where any may have changed. */
  async #check(): Promise<void> {
    if (!this.#stale) return;
    this.#stale = false;
    await this.#lookUp(this.ids);
  }

  /** Does it, unless fewer than `least` are left of them. */
  async #do(command: string, act: () => Promise<unknown>, least = 1): Promise<boolean> {
    if (this.doing) return false;
    this.doing = true;
    let done = false;
    const change = async (): Promise<void> => {
      await this.#check();
      if (this.chosen.size < least) return;
      await act();
      this.clear();
      done = true;
      await offerUndo();
    };
    await doInOrder(command, change, false);
    this.doing = false;
    return done;
  }

  /** Many are asked about first, and into which one others go. */
  async #askOrGo(asked: AskedOfMany): Promise<boolean> {
    if (asked.does === "merge" ? this.chosen.size < 2 : this.chosen.size <= UNASKED) return this.#go(asked);
    if (!this.doing) this.asked = asked;
    return false;
  }

  /** Does what was asked about. */
  confirm(): Promise<boolean> {
    const { asked } = this;
    this.asked = null;
    return asked ? this.#go(asked) : Promise.resolve(false);
  }

  #go(asked: AskedOfMany): Promise<boolean> {
    switch (asked.does) {
      case "setKind":
        return this.#do("entity_set_kinds", () => client.setKinds(this.ids, asked.kind));
      case "delete":
        return this.#do("entity_delete_all", () => client.deleteAll(this.ids));
      case "merge":
        return this.#do("entity_merge", () => this.#merge(), 2);
    }
  }

  async #merge(): Promise<void> {
    const kept = this.largest();
    if (kept) await client.merge(kept.id, this.ids.filter((id) => id !== kept.id));
  }

  setKind(kind: EntityKind): Promise<boolean> {
    return this.#askOrGo({ does: "setKind", kind });
  }

  rename(renamings: readonly EntityRenaming[]): Promise<boolean> {
    return this.#do("entity_rename_all", () => client.renameAll(renamings));
  }

  delete(): Promise<boolean> {
    return this.#askOrGo({ does: "delete" });
  }

  /** All into the one that most articles name. */
  merge(): Promise<boolean> {
    return this.#askOrGo({ does: "merge" });
  }

  /** The one among the chosen that most articles name. */
  largest(): EntityRow | undefined {
    let largest: EntityRow | undefined;
    for (const row of this.chosen.values()) {
      const more = row.articles - (largest?.articles ?? -1);
      if (!largest || more > 0 || (more === 0 && row.name.localeCompare(largest.name) < 0)) largest = row;
    }
    return largest;
  }
}
