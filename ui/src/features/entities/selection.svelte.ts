/** Entities of the list that are chosen for doing one thing to all of them. */
import { entities as client } from "../../api/client";
import type { EntityId, EntityKind, EntityRenaming, EntityRow } from "../../api/generated";
import { offerUndo, showFailure } from "../../state/toasts.svelte";

/** Chosen ones that are asked for at a time; more that have changed are asked for before something is done to them. */
const AT_ONCE = 40;

/** The longest stretch of the list that the notebook gives. */
const MOST_ROWS = 500;

export class EntitySelection {
  chosen = $state.raw<ReadonlyMap<EntityId, EntityRow>>(new Map());
  /** Where a stretch begins: the row that was chosen last. */
  #from = -1;
  /** Where the stretch that is drawn now ends. */
  #to = -1;
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

  /** Takes a row in or out; with `to`, all from the last one up to it in. */
  mark(index: number, to: boolean, row: (index: number) => EntityRow | undefined): void {
    const next = new Map(this.chosen);
    const [first, last] = to && this.#from >= 0 ? [Math.min(this.#from, index), Math.max(this.#from, index)] : [index, index];
    for (let at = first; at <= last; at += 1) {
      const each = row(at);
      if (!each) continue;
      if (first === last && next.has(each.id)) next.delete(each.id);
      else next.set(each.id, each);
    }
    this.#from = index;
    this.#others = null;
    this.#asked += 1;
    this.chosen = next;
  }

  /** Draws a stretch from `from`, or from where it began, to `to`, beside what was chosen before it. */
  stretch(to: number, from: number, row: (index: number) => EntityRow | undefined): void {
    // The keys have gone elsewhere meanwhile: another stretch begins there.
    if (this.#others === null || this.#to !== from) {
      this.#from = from;
      this.#others = this.chosen;
    }
    this.#to = to;
    const next = new Map(this.#others);
    for (let at = Math.min(this.#from, to); at <= Math.max(this.#from, to); at += 1) {
      const each = row(at);
      if (each) next.set(each.id, each);
    }
    this.#asked += 1;
    this.chosen = next;
  }

  /** Every row of the list that `fetch` gives stretches of. */
  async all(fetch: (offset: number, limit: number) => Promise<{ total: number; rows: readonly EntityRow[] }>): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const next = new Map<EntityId, EntityRow>();
    try {
      for (let at = 0, total = 1; at < total; at += MOST_ROWS) {
        const page = await fetch(at, MOST_ROWS);
        if (this.#asked !== asked) return;
        total = page.total;
        for (const row of page.rows) next.set(row.id, row);
      }
      this.chosen = next;
      this.#from = -1;
      this.#others = null;
    } catch (thrown) {
      showFailure(thrown, "entities_list");
    }
  }

  /**
   * Entities have changed: chosen ones are shown as they are now, and those that are gone are
   * not chosen. None named means any, as often as an import goes on: looked up before acting.
   */
  async refresh(changed: readonly EntityId[]): Promise<void> {
    const stale = this.ids.filter((id) => changed.includes(id));
    if (changed.length === 0 || stale.length > AT_ONCE) this.#stale = true;
    else await this.#lookUp(stale);
  }

  async #lookUp(stale: readonly EntityId[]): Promise<void> {
    const now = await Promise.all(stale.map((id) => client.get(id).catch(() => null)));
    const next = new Map(this.chosen);
    stale.forEach((id, at) => {
      const entity = now[at];
      // One that was merged is answered by the entity that holds it.
      if (!next.has(id)) return;
      if (!entity || entity.deleted || entity.id !== id) next.delete(id);
      else next.set(id, { id, kind: entity.kind, name: entity.name, articles: entity.articles });
    });
    this.chosen = next;
  }

  clear(): void {
    this.chosen = new Map();
    this.#from = -1;
    this.#others = null;
    this.#asked += 1;
    this.#stale = false;
  }

  /** Looks all of them up where any may have changed. */
  async #check(): Promise<void> {
    if (!this.#stale) return;
    this.#stale = false;
    const { ids } = this;
    for (let at = 0; at < ids.length; at += AT_ONCE) await this.#lookUp(ids.slice(at, at + AT_ONCE));
  }

  /** Does it, unless fewer than `least` are left of them. */
  async #do(command: string, act: () => Promise<unknown>, least = 1): Promise<boolean> {
    try {
      await this.#check();
      if (this.chosen.size < least) return false;
      await act();
      this.clear();
      await offerUndo();
      return true;
    } catch (thrown) {
      showFailure(thrown, command);
      return false;
    }
  }

  setKind(kind: EntityKind): Promise<boolean> {
    return this.#do("entity_set_kinds", () => client.setKinds(this.ids, kind));
  }

  rename(renamings: readonly EntityRenaming[]): Promise<boolean> {
    return this.#do("entity_rename_all", () => client.renameAll(renamings));
  }

  delete(): Promise<boolean> {
    return this.#do("entity_delete_all", () => client.deleteAll(this.ids));
  }

  /** All into the one that most articles name. */
  merge(): Promise<boolean> {
    const into = async (): Promise<void> => {
      const [kept, ...others] = this.byArticles();
      if (kept) await client.merge(kept.id, others.map((row) => row.id));
    };
    return this.#do("entity_merge", into, 2);
  }

  /** The chosen ones, those that most articles name first. */
  byArticles(): EntityRow[] {
    return [...this.chosen.values()].toSorted((a, b) => b.articles - a.articles || a.name.localeCompare(b.name));
  }
}
