// One thing after another: what is asked for while one is being done waits for its turn.

export class Turns {
  #last: Promise<void> = Promise.resolve();
  #waiting = 0;

  /** Something is being done, or waits. */
  get busy(): boolean {
    return this.#waiting > 0;
  }

  /** Does this once all before it are done. What it is about is looked up when its turn comes. */
  take<T>(act: () => Promise<T> | T): Promise<T> {
    this.#waiting += 1;
    const done = this.#last.then(async () => {
      try {
        return await act();
      } finally {
        this.#waiting -= 1;
      }
    });
    // One that fails does not keep the next from its turn.
    this.#last = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  }
}
