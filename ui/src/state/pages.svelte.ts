// Rows of a long list, fetched in pages as they come into view.

/** What a list command answers. */
export type Page<Row> = { total: number; offset: number; rows: Row[] };

export const PAGE_SIZE = 100;
/** Pages kept in memory around what is looked at. */
const KEPT = 30;

export class Pages<Row> {
  #fetch: (offset: number, limit: number) => Promise<Page<Row>>;
  #pages = new Map<number, Row[]>();
  #asked = new Set<number>();
  #generation = 0;
  /** The refresh that was begun last. */
  #latest: Promise<void> = Promise.resolve();
  #version = $state(0);
  #total = $state(0);
  #loaded = $state(false);
  #error = $state.raw<unknown>(null);

  constructor(fetch: (offset: number, limit: number) => Promise<Page<Row>>) {
    this.#fetch = fetch;
  }

  /** Rows of the whole list, fetched or not. */
  get total(): number {
    return this.#total;
  }

  /** Whether an answer has come since the start or the last `reset`. */
  get loaded(): boolean {
    return this.#loaded;
  }

  /** Whether some of the rows are on their way. */
  get fetching(): boolean {
    return this.#asked.size > 0;
  }

  get error(): unknown {
    return this.#error;
  }

  /** Rises whenever rows change. */
  get version(): number {
    return this.#version;
  }

  /** Row number `index`, if it is here. */
  row(index: number): Row | undefined {
    void this.#version;
    return this.#pages.get(Math.floor(index / PAGE_SIZE))?.[index % PAGE_SIZE];
  }

  /** The rows that are here, in the order of the list. */
  get here(): Row[] {
    void this.#version;
    return [...this.#pages].toSorted(([a], [b]) => a - b).flatMap(([, rows]) => rows);
  }

  /** The place of the first row here for which `is` holds, or -1. */
  find(is: (row: Row) => boolean): number {
    for (const [page, rows] of this.#pages) {
      const at = rows.findIndex(is);
      if (at >= 0) return page * PAGE_SIZE + at;
    }
    return -1;
  }

  /** Changes rows in place, without asking the notebook. */
  patch(change: (row: Row) => Row): void {
    for (const [page, rows] of this.#pages) this.#pages.set(page, rows.map(change));
    this.#version += 1;
  }

  /** Sees to it that rows `from..to` come. */
  ensure(from: number, to: number): void {
    const last = Math.max(0, Math.min(to, Math.max(this.#total, 1)) - 1);
    for (let page = Math.floor(from / PAGE_SIZE); page <= Math.floor(last / PAGE_SIZE); page += 1) {
      if (!this.#pages.has(page) && !this.#asked.has(page)) void this.#load(page, this.#generation);
    }
  }

  /** Fetches the page of a row, unless it is here, and waits for it. */
  async fetch(index: number): Promise<void> {
    const page = Math.floor(index / PAGE_SIZE);
    if (!this.#pages.has(page)) await this.#load(page, this.#generation);
  }

  /**
   * Fetches again what is here, keeping the old rows on screen until the new ones come. Waits
   * for them also where another refresh takes its place meanwhile.
   */
  async refresh(): Promise<void> {
    this.#generation += 1;
    this.#asked.clear();
    const generation = this.#generation;
    const pages = this.#pages.size > 0 ? [...this.#pages.keys()].slice(-4) : [0];
    for (const page of [...this.#pages.keys()]) if (!pages.includes(page)) this.#pages.delete(page);
    const loads = Promise.all(pages.map((page) => this.#load(page, generation)));
    const done = loads.then(() => (generation === this.#generation ? undefined : this.#latest));
    this.#latest = done;
    await done;
  }

  /** Forgets all rows: the list is now another one. */
  reset(): void {
    this.#generation += 1;
    this.#latest = Promise.resolve();
    this.#asked.clear();
    this.#pages.clear();
    this.#total = 0;
    this.#loaded = false;
    this.#error = null;
    this.#version += 1;
    this.ensure(0, 1);
  }

  async #load(page: number, generation: number): Promise<void> {
    this.#asked.add(page);
    try {
      const answer = await this.#fetch(page * PAGE_SIZE, PAGE_SIZE);
      if (generation !== this.#generation) return;
      this.#pages.delete(page);
      this.#pages.set(page, answer.rows);
      if (this.#pages.size > KEPT) {
        const oldest = this.#pages.keys().next().value;
        if (oldest !== undefined) this.#pages.delete(oldest);
      }
      this.#total = answer.total;
      this.#error = null;
    } catch (thrown) {
      if (generation !== this.#generation) return;
      this.#error = thrown;
    } finally {
      if (generation === this.#generation) {
        this.#asked.delete(page);
        this.#loaded = true;
        this.#version += 1;
      }
    }
  }
}
