/** Which names are accepted with the others. A name keeps its tick when its kind is changed, and changed back. */
export class NameTicks {
  /** Names that are not, by the first key that each had. */
  #off = $state.raw<ReadonlySet<string>>(new Set());
  /** The first key of each further one. */
  #first = $state.raw<ReadonlyMap<string, string>>(new Map());

  #firstOf(key: string): string {
    return this.#first.get(key) ?? key;
  }

  isOn(key: string): boolean {
    return !this.#off.has(this.#firstOf(key));
  }

  toggle(key: string): void {
    const [off, first] = [new Set(this.#off), this.#firstOf(key)];
    if (!off.delete(first)) off.add(first);
    this.#off = off;
  }

  /** A name has one key, or had it, and the other: unticked by either, it is. */
  join(key: string, other: string): void {
    const [first, joined] = [this.#firstOf(key), this.#firstOf(other)];
    if (first === joined) return;
    const kept = [...this.#first].map(([each, its]): [string, string] => [each, its === joined ? first : its]);
    this.#first = new Map([...kept, [joined, first]]);
    if (this.#off.has(joined)) this.#off = new Set([...this.#off, first].filter((each) => each !== joined));
  }
}
