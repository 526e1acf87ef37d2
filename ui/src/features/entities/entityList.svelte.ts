/** What the entity list shows: its filter, order and rows, kept while other views are open. */
import { entities as client } from "../../api/client";
import type { EntityKind, EntityRow, EntitySort } from "../../api/generated";
import { Pages } from "../../state/pages.svelte";

/** In the order in which the notebook counts them. */
export const KINDS: readonly EntityKind[] = ["person", "organisation", "place", "event"];

class EntityList {
  kinds = $state.raw<readonly EntityKind[]>([]);
  sort = $state<EntitySort>("articles");
  byKind = $state.raw<readonly number[]>([]);
  readonly rows = new Pages<EntityRow>(async (offset, limit) => {
    const page = await client.list({ kinds: [...this.kinds], sort: this.sort }, offset, limit);
    this.byKind = page.byKind;
    return page;
  });

  refresh(): void {
    void this.rows.refresh();
  }

  toggle(kind: EntityKind): void {
    this.kinds = this.kinds.includes(kind) ? this.kinds.filter((each) => each !== kind) : [...this.kinds, kind];
    this.rows.reset();
  }

  allKinds(): void {
    this.kinds = [];
    this.rows.reset();
  }

  sortBy(sort: EntitySort): void {
    this.sort = sort;
    this.rows.reset();
  }
}

export const entityList = new EntityList();
