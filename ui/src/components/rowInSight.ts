// Brings a row of a long list into view and keeps it there: heights of rows are guesses until
// they are drawn, so a row may lie elsewhere than where it was gone to. Whoever scrolls is not
// brought back.

import type { Heights } from "./heights";

export class RowInSight {
  #heights: Heights;
  #box: () => HTMLElement | undefined;
  /** The row that was brought into view last, until a person scrolls. */
  #held = -1;
  /** Where the list stood when it was. */
  #top = 0;

  constructor(heights: Heights, box: () => HTMLElement | undefined) {
    this.#heights = heights;
    this.#box = box;
  }

  /** How much of the foot lies under the strip of a job. */
  get covered(): number {
    const box = this.#box();
    return (box && parseFloat(getComputedStyle(box).paddingBlockEnd)) || 0;
  }

  #edges(index: number): [number, number] {
    const start = this.#heights.offsetOf(index);
    return [start, start + this.#heights.heightOf(index)];
  }

  reveal(index: number): void {
    const box = this.#box();
    if (!box || index < 0 || index >= this.#heights.count) return;
    const [start, end] = this.#edges(index);
    const view = box.clientHeight - this.covered;
    if (start < box.scrollTop) box.scrollTop = start;
    else if (end > box.scrollTop + view) box.scrollTop = end - view;
    this.#held = index;
    this.#top = box.scrollTop;
  }

  /** Rows were measured, or the list has another height. */
  again(): void {
    this.reveal(this.#held);
  }

  /** Rows above what is in view have grown: that stays where it is. */
  shift(by: number): void {
    const box = this.#box();
    if (!box) return;
    box.scrollTop += by;
    if (this.#held >= 0) this.#top = box.scrollTop;
  }

  /** The list was scrolled, by this or by a person. Returns to where. */
  scrolled(): number {
    const top = this.#box()?.scrollTop ?? 0;
    if (Math.abs(top - this.#top) > 1) this.#held = -1;
    return top;
  }

  /** Whether any of a row is in view. */
  sees(index: number): boolean {
    const box = this.#box();
    if (!box || index < 0) return false;
    const [start, end] = this.#edges(index);
    return end > box.scrollTop && start < box.scrollTop + box.clientHeight - this.covered;
  }
}
