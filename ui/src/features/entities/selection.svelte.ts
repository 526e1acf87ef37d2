/** Entities of the list that are chosen for doing one thing to all of them. */
import { entities as client } from "../../api/client";
import type { EntityId, EntityKind, EntityRow } from "../../api/generated";
import { offerUndo, showFailure } from "../../state/toasts.svelte";

/** More chosen ones than this are not asked for one by one. */
const MOST_REFRESHED = 40;

export class EntitySelection {
  chosen = $state.raw<ReadonlyMap<EntityId, EntityRow>>(new Map());
  /** Where a stretch begins: the row that was chosen last. */
  #from = -1;

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
    this.chosen = next;
  }

  /** Entities have changed (none named: any): chosen ones are shown as they are now, and those that are gone are not chosen. */
  async refresh(changed: readonly EntityId[]): Promise<void> {
    const stale = this.ids.filter((id) => changed.length === 0 || changed.includes(id));
    if (stale.length > MOST_REFRESHED) return this.clear();
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
  }

  async #do(command: string, act: () => Promise<unknown>): Promise<boolean> {
    try {
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

  delete(): Promise<boolean> {
    return this.#do("entity_delete_all", () => client.deleteAll(this.ids));
  }

  /** All into the one that most articles name. */
  merge(): Promise<boolean> {
    const [kept, ...others] = this.byArticles();
    if (!kept || others.length === 0) return Promise.resolve(false);
    return this.#do("entity_merge", () => client.merge(kept.id, others.map((row) => row.id)));
  }

  /** The chosen ones, those that most articles name first. */
  byArticles(): EntityRow[] {
    return [...this.chosen.values()].toSorted((a, b) => b.articles - a.articles || a.name.localeCompare(b.name));
  }
}
