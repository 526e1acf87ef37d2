// Which problem is the current one, and which are chosen to be ignored together.

import type { ImportItem, ImportItemId } from "../../api/generated";

export class ChosenProblems {
  #items: () => readonly ImportItem[];
  #chosen = $state.raw<ReadonlySet<ImportItemId>>(new Set());
  #current = $state(0);
  /** Where a stretch of chosen rows begins. */
  #from: number | null = null;
  /** Some row was the current one by a person's doing. */
  acted = false;

  constructor(items: () => readonly ImportItem[]) {
    this.#items = items;
  }

  get current(): number {
    return this.#current;
  }

  set current(index: number) {
    this.acted = true;
    this.#current = Math.max(0, Math.min(index, this.#items().length - 1));
  }

  get size(): number {
    return this.#chosen.size;
  }

  has(id: ImportItemId): boolean {
    return this.#chosen.has(id);
  }

  /** The chosen ones or, with none, the current one. */
  get meant(): readonly ImportItem[] {
    const items = this.#items();
    if (this.#chosen.size > 0) return items.filter(({ id }) => this.#chosen.has(id));
    return items.slice(this.#current, this.#current + 1);
  }

  /** All with the same problem. */
  alike({ code }: ImportItem): readonly ImportItem[] {
    return this.#items().filter((other) => other.code === code);
  }

  move(by: number): void {
    this.current += by;
    this.#from = null;
  }

  /** Moves, and chooses all rows from where the stretch began. */
  extend(by: number): void {
    this.#from ??= this.#current;
    this.current += by;
    const [first, last] = [Math.min(this.#from, this.#current), Math.max(this.#from, this.#current)];
    this.#chosen = new Set(this.#items().slice(first, last + 1).map(({ id }) => id));
  }

  toggle(index: number): void {
    const id = this.#items()[index]?.id;
    if (id === undefined) return;
    this.current = index;
    this.#from = null;
    const next = new Set(this.#chosen);
    if (!next.delete(id)) next.add(id);
    this.#chosen = next;
  }

  all(): void {
    this.#chosen = new Set(this.#items().map(({ id }) => id));
  }

  /** Forgets those that are gone. */
  keep(): void {
    const left = new Set(this.#items().map(({ id }) => id));
    this.#chosen = new Set([...this.#chosen].filter((id) => left.has(id)));
    this.#current = Math.max(0, Math.min(this.#current, left.size - 1));
  }
}
