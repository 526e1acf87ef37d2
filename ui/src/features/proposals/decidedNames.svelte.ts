/** How many names were decided since the screen was opened, as steps are done, taken back and done again. */
export class DecidedNames {
  count = $state(0);
  /** How many names each step of this screen decided, by its id; a change of kind none. */
  #steps = new Map<number, number>();
  /** Steps that were taken back since the screen was opened, the last one last. */
  #takenBack: number[] = [];

  /** It decided so many names. Who took it back by a key may have been heard of first. */
  did(step: number, names: number): void {
    this.#steps.set(step, names);
    if (this.#takenBack.includes(step)) return;
    this.count += names;
    // What was taken back before cannot be done again now.
    this.#takenBack = [];
  }

  /** A step was taken back. Says whether it was done on this screen. */
  undone(step: number): boolean {
    const names = this.#steps.get(step);
    this.count -= names ?? 0;
    this.#takenBack.push(step);
    return names !== undefined;
  }

  /** The step that was taken back last was done again, and has this id now. */
  redone(step: number): void {
    const names = this.#steps.get(this.#takenBack.pop() ?? step);
    if (names === undefined) return;
    this.count += names;
    this.#steps.set(step, names);
  }
}
