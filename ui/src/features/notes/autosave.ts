/**
 * When a note is written to disk. The promise: what was typed is durable
 * within a second of the last key, however long somebody types without pause.
 */

export interface Draft {
  title: string;
  body: string;
}

export type SaveOutcome = "saved" | "conflict";

export type SaveState =
  | { is: "saved" }
  | { is: "saving" }
  /** Not on disk; will be tried again. `problem` is what the save threw. */
  | { is: "failed"; problem: unknown }
  /** Somebody else saved this note; nothing more is written until a person says which stays. */
  | { is: "conflict" };

export interface AutosaveOptions {
  /** Writes the draft. Throws when it can't. */
  save: (draft: Draft) => Promise<SaveOutcome>;
  /** Keeps what is typed in a conflict elsewhere, until a person says which text stays. */
  hold: (draft: Draft) => void;
  onState: (state: SaveState) => void;
}

/** Quiet time after a key before a save, in milliseconds. */
export const QUIET_MS = 300;
/** The longest that unbroken typing puts a save off, in milliseconds: what is left of a second is for the disk. */
export const LONGEST_WAIT_MS = 600;
/** In unbroken typing a save begins so long after a key, in milliseconds: once that is painted, and before the next. */
export const AFTER_KEY_MS = 25;
/** So long before its latest time such a save may begin, in milliseconds: whoever types presses a key within it. */
const EARLY_MS = 150;
/** How long until a failed save is tried again, in milliseconds. */
export const RETRY_MS = 3000;

export class Autosave {
  #save: AutosaveOptions["save"];
  #hold: AutosaveOptions["hold"];
  #onState: AutosaveOptions["onState"];
  #state: SaveState = { is: "saved" };
  #waiting: Draft | null = null;
  #firstChange = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  /** What changes now comes after a step that is being done: nothing is written until that is. */
  #held: { ended: Promise<void>; end: () => void } | null = null;

  constructor(options: AutosaveOptions) {
    this.#save = options.save;
    this.#hold = options.hold;
    this.#onState = options.onState;
  }

  get state(): SaveState {
    return this.#state;
  }

  /** True while something typed is not known to be on disk. */
  get dirty(): boolean {
    return this.#waiting !== null || this.#running !== null;
  }

  /** Takes the draft as it is now and sees that it gets saved. */
  changed(draft: Draft): void {
    if (this.#waiting === null) this.#firstChange = Date.now();
    this.#waiting = draft;
    // Said once, not with each key: whoever shows it draws it anew.
    if (this.#state.is === "saved") this.#become({ is: "saving" });
    this.#scheduleNext();
  }

  /**
   * Writes what is waiting, and what changes from then on only once `release` is called. `onHeld`
   * is called where the two part. Resolves to false, with nothing held back, where that can't be written.
   */
  async holdBack(onHeld: () => void): Promise<boolean> {
    clearTimeout(this.#timer);
    // Who waited for a save too may have begun the next one.
    while (this.#running !== null) await this.#running;
    const writing = this.#write();
    let end = (): void => undefined;
    this.#held = { ended: new Promise((resolve) => (end = resolve)), end };
    onHeld();
    await writing;
    if (this.#state.is !== "conflict" && this.#state.is !== "failed") return true;
    this.release();
    return false;
  }

  release(): void {
    this.#held?.end();
    this.#held = null;
    if (this.#waiting !== null && this.#running === null) this.#scheduleNext();
  }

  /** Saves now what is waiting; resolves when it is on disk, held or has failed. */
  async flush(): Promise<void> {
    if (this.#held !== null) await this.#held.ended;
    clearTimeout(this.#timer);
    if (this.#running !== null) await this.#running;
    if (this.#waiting !== null) await this.#write();
  }

  /** Ends a conflict. With a draft, that draft is saved; without, nothing is waiting any more. */
  settle(draft: Draft | null): void {
    clearTimeout(this.#timer);
    this.#waiting = null;
    this.#become({ is: "saved" });
    if (draft !== null) this.changed(draft);
  }

  #become(state: SaveState): void {
    this.#state = state;
    this.#onState(state);
  }

  #scheduleNext(): void {
    const left = this.#firstChange + LONGEST_WAIT_MS - Date.now();
    // A key that comes while a long text is made ready to be saved waits until that is done.
    const wanted = left <= EARLY_MS ? AFTER_KEY_MS : QUIET_MS;
    this.#schedule(Math.max(0, Math.min(wanted, left)));
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#write(), delay);
  }

  async #write(): Promise<void> {
    // One save at a time: each names the revision that the one before made.
    if (this.#running !== null) return;
    const draft = this.#waiting;
    if (draft === null) return;
    clearTimeout(this.#timer);
    if (this.#held !== null || this.#state.is === "conflict") {
      this.#firstChange = Date.now();
      return this.#hold(draft);
    }
    this.#waiting = null;
    this.#become({ is: "saving" });
    this.#running = this.#attempt(draft);
    await this.#running;
    this.#running = null;
    if (this.#waiting === null) return;
    // What was refused is held already; what was typed meanwhile is not.
    const { is } = this.state;
    if (is === "conflict" && this.#waiting === draft) return;
    if (is === "failed") this.#schedule(RETRY_MS);
    else this.#scheduleNext();
  }

  async #attempt(draft: Draft): Promise<void> {
    try {
      const outcome = await this.#save(draft);
      if (outcome === "conflict") {
        this.#waiting ??= draft;
        this.#become({ is: "conflict" });
      } else if (this.#waiting === null) {
        this.#become({ is: "saved" });
      }
    } catch (problem) {
      if (this.#waiting === null) {
        this.#waiting = draft;
        this.#firstChange = Date.now();
      }
      this.#become({ is: "failed", problem });
    }
  }
}
