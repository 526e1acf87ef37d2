/** What the entity list shows: its filter, order and rows, kept while other views are open. */
import { entities as client } from "../../api/client";
import type { EntityKind, EntityQuery, EntityRow, EntitySort } from "../../api/generated";
import { Pages } from "../../state/pages.svelte";

/** In the order in which the notebook counts them. */
export const KINDS: readonly EntityKind[] = ["person", "organisation", "place", "event"];

type Narrowing = Pick<EntityQuery, "script" | "described" | "unreviewed" | "alike">;

class EntityList {
  script = $state<string | null>(null);
  described = $state<boolean | null>(null);
  /** Only those that some article has nothing but suggestions of. */
  unreviewed = $state(false);
  /** Only those that may be the same as another one. */
  alike = $state(false);
  kinds = $state.raw<readonly EntityKind[]>([]);
  sort = $state<EntitySort>("articles");
  byKind = $state.raw<readonly number[]>([]);
  readonly rows = new Pages<EntityRow>(async (offset, limit) => {
    const page = await client.list(this.query(), offset, limit);
    this.byKind = page.byKind;
    return page;
  });

  query(): EntityQuery {
    const { kinds, sort, script, described, unreviewed, alike } = this;
    return { kinds: [...kinds], sort, script, described, unreviewed, alike };
  }

  /** Which entities are shown, in whichever order. */
  get filter(): string {
    const { sort: _, ...filter } = this.query();
    return JSON.stringify({ ...filter, kinds: filter.kinds.toSorted() });
  }

  /** How many things beside kinds it is narrowed by. */
  get narrowed(): number {
    return Number(this.script !== null) + Number(this.described !== null) + Number(this.unreviewed) + Number(this.alike);
  }

  narrow(by: Partial<Narrowing>): void {
    Object.assign(this, by);
    this.rows.reset();
  }

  /** Shows all again. */
  all(): void {
    this.kinds = [];
    this.narrow({ script: null, described: null, unreviewed: false, alike: false });
  }

  refresh(): void {
    void this.rows.refresh();
  }

  toggle(kind: EntityKind): void {
    this.kinds = this.kinds.includes(kind) ? this.kinds.filter((each) => each !== kind) : [...this.kinds, kind];
    this.rows.reset();
  }

  sortBy(sort: EntitySort): void {
    this.sort = sort;
    this.rows.reset();
  }
}

export const entityList = new EntityList();
