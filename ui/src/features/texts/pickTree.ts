// The blocks of an original that a person can point at, as a tree: which is around which,
// which comes next, and what a pick of several comes to.

export class PickTree {
  readonly #parents: ReadonlyMap<number, number | null>;
  readonly #children = new Map<number | null, number[]>();
  readonly #order: readonly number[];
  readonly #kinds: ReadonlyMap<number, string>;

  /** Blocks in reading order, each with the block around it and what kind of element it is. */
  constructor(blocks: readonly (readonly [number, number | null, string?])[]) {
    this.#parents = new Map(blocks.map(([block, parent]) => [block, parent]));
    this.#kinds = new Map(blocks.map(([block, , kind = ""]) => [block, kind]));
    this.#order = blocks.map(([block]) => block);
    for (const [block, parent] of blocks) {
      const known = this.#children.get(parent);
      if (known) known.push(block);
      else this.#children.set(parent, [block]);
    }
  }

  get first(): number | null {
    return this.#order[0] ?? null;
  }

  /** The block around this one. */
  wider(block: number): number | null {
    return this.#parents.get(block) ?? null;
  }

  /** The first block inside this one. */
  narrower(block: number): number | null {
    return this.#children.get(block)?.[0] ?? null;
  }

  next(block: number): number | null {
    for (let at: number | null = block; at !== null; at = this.wider(at)) {
      const beside = this.#beside(at, 1);
      if (beside !== null) return beside;
    }
    return null;
  }

  previous(block: number): number | null {
    for (let at: number | null = block; at !== null; at = this.wider(at)) {
      const beside = this.#beside(at, -1);
      if (beside !== null) return beside;
    }
    return null;
  }

  #beside(block: number, by: 1 | -1): number | null {
    const row = this.#children.get(this.wider(block)) ?? [];
    return row[row.indexOf(block) + by] ?? null;
  }

  /** True when `outer` is `block` or around it. */
  holds(outer: number, block: number): boolean {
    for (let at: number | null = block; at !== null; at = this.wider(at)) if (at === outer) return true;
    return false;
  }

  /**
   * The pick after a click on a block. One that is picked is taken out; one inside a picked
   * block is taken out of it, and the rest of that stays; any other is added.
   */
  toggle(picked: readonly number[], block: number): number[] {
    if (picked.includes(block)) return picked.filter((other) => other !== block);
    const outer = picked.find((other) => this.holds(other, block));
    if (outer !== undefined) {
      const rest = picked.filter((other) => other !== outer);
      for (let at = block; at !== outer; ) {
        const around = this.wider(at);
        if (around === null) break;
        rest.push(...(this.#children.get(around) ?? []).filter((other) => other !== at));
        at = around;
      }
      return this.#sorted(rest);
    }
    return this.#sorted([...picked.filter((other) => !this.holds(block, other)), block]);
  }

  /**
   * Whether a pick says where an article stands on a page, rather than which words of this
   * one: a block that holds others, or at least three alike beside each other.
   */
  isPlace(picked: readonly number[]): boolean {
    const [first, second, third] = picked;
    if (first === undefined) return false;
    if (second === undefined) return this.narrower(first) !== null;
    const alike = (block: number): boolean => this.wider(block) === this.wider(first) && this.#kinds.get(block) === this.#kinds.get(first);
    return third !== undefined && picked.every(alike);
  }

  #sorted(blocks: number[]): number[] {
    const place = new Map(this.#order.map((block, at) => [block, at]));
    return blocks.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
  }
}
