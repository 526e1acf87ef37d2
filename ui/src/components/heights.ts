// Heights of a long list's rows: a guess for all, the measured ones exactly.
// A Fenwick tree holds the differences, so that finding the row at an offset
// and the offset of a row take log(n) steps at 100,000 rows.

export class Heights {
  #estimate: number;
  #count = 0;
  #tree = new Float64Array(1);
  #measured = new Float64Array(0);

  constructor(estimate: number, count = 0) {
    this.#estimate = estimate;
    this.resize(count);
  }

  get count(): number {
    return this.#count;
  }

  /** Height of all rows together. */
  get total(): number {
    return this.offsetOf(this.#count);
  }

  /** Changes the number of rows; rows that stay keep their measured heights. */
  resize(count: number): void {
    if (count === this.#count) return;
    const old = this.#measured;
    this.#count = count;
    this.#measured = new Float64Array(count);
    this.#measured.set(old.subarray(0, Math.min(old.length, count)));
    this.#tree = new Float64Array(count + 1);
    for (let i = 0; i < count; i += 1) {
      const delta = this.#measured[i] ?? 0;
      if (delta !== 0) this.#add(i, delta);
    }
  }

  /** Forgets what was measured. */
  clear(): void {
    this.#measured.fill(0);
    this.#tree.fill(0);
  }

  #add(index: number, delta: number): void {
    for (let at = index + 1; at <= this.#count; at += at & -at) {
      this.#tree[at] = (this.#tree[at] ?? 0) + delta;
    }
  }

  heightOf(index: number): number {
    return this.#estimate + (this.#measured[index] ?? 0);
  }

  /** Takes a measured height; returns by how much the row grew. */
  measure(index: number, height: number): number {
    if (index < 0 || index >= this.#count) return 0;
    const grown = height - this.heightOf(index);
    if (grown === 0) return 0;
    this.#measured[index] = height - this.#estimate;
    this.#add(index, grown);
    return grown;
  }

  /** Where row `index` begins. */
  offsetOf(index: number): number {
    const rows = Math.min(Math.max(index, 0), this.#count);
    let sum = rows * this.#estimate;
    for (let at = rows; at > 0; at -= at & -at) sum += this.#tree[at] ?? 0;
    return sum;
  }

  /** The row that covers `offset`; the nearest one when it is outside. */
  indexAt(offset: number): number {
    if (this.#count === 0) return 0;
    let at = 0;
    let left = offset;
    let step = 1 << (31 - Math.clz32(this.#count));
    for (; step > 0; step >>= 1) {
      const next = at + step;
      if (next > this.#count) continue;
      const block = step * this.#estimate + (this.#tree[next] ?? 0);
      if (block <= left) {
        at = next;
        left -= block;
      }
    }
    return Math.min(at, this.#count - 1);
  }

  /** The rows that a viewport shows, with `over` more on each side: first and one past the last. */
  window(top: number, height: number, over: number): { from: number; to: number } {
    if (this.#count === 0) return { from: 0, to: 0 };
    const from = Math.max(0, this.indexAt(top) - over);
    const to = Math.min(this.#count, this.indexAt(top + height) + 1 + over);
    return { from, to };
  }
}
