/**
 * Asks again and again while somebody types, and hears only what is newest.
 * One question is out at a time; of those asked meanwhile only the last follows,
 * so that a slow answer never makes a queue. Where a question can be stopped, the one that
 * is out is, so that the next needn't wait for its end.
 */
export class Latest<Q, R> {
  #ask: (question: Q) => Promise<R>;
  #hear: (answer: R, question: Q) => void;
  #fail: (problem: unknown, question: Q) => void;
  #stop: () => void;
  #out = false;
  #next: { question: Q } | null = null;
  /** Rises with each question and each `drop`; an answer to an older number is stale. */
  #turn = 0;

  constructor(
    ask: (question: Q) => Promise<R>,
    hear: (answer: R, question: Q) => void,
    fail: (problem: unknown, question: Q) => void,
    stop: () => void = () => undefined,
  ) {
    this.#ask = ask;
    this.#hear = hear;
    this.#fail = fail;
    this.#stop = stop;
  }

  ask(question: Q): void {
    this.#turn += 1;
    this.#next = { question };
    if (this.#out) this.#stop();
    else void this.#run();
  }

  /** Forgets every question: nothing asked before is heard any more. */
  drop(): void {
    this.#turn += 1;
    this.#next = null;
    if (this.#out) this.#stop();
  }

  async #run(): Promise<void> {
    this.#out = true;
    while (this.#next !== null) {
      const { question } = this.#next;
      this.#next = null;
      const turn = this.#turn;
      try {
        const answer = await this.#ask(question);
        if (turn === this.#turn) this.#hear(answer, question);
      } catch (problem) {
        if (turn === this.#turn) this.#fail(problem, question);
      }
    }
    this.#out = false;
  }
}
