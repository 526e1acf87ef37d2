/** What is fetched again because something changed in the notebook, and how often. */
import type { Change, DossierId, DossierItem } from "../../api/generated";

/** The least time between two fetches because something changed, in milliseconds. */
const BETWEEN_MS = 500;

/** Whether a change is about a dossier or these items of it. */
export function isAbout(change: Change, dossier: DossierId, items: readonly DossierItem[]): boolean {
  if (!("ids" in change) || change.ids.length === 0) return true;
  const changed: ReadonlySet<string> = new Set(change.ids);
  if (change.changed === "dossiers") return changed.has(dossier);
  // A quote says what its article and its speaker are called, and a note what its links are.
  return items.some(({ target, quote }) => quote !== null || target.is === "note" || ("id" in target && changed.has(target.id)));
}

/** Fetches again soon after what was heard, a few times a second at most and one after the other. */
export class Hearing {
  #fetch: () => Promise<void>;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #fetching = false;
  #missed = false;

  constructor(fetch: () => Promise<void>) {
    this.#fetch = fetch;
  }

  heard(): void {
    if (this.#fetching) this.#missed = true;
    else this.#soon ??= setTimeout(() => void this.#again(), BETWEEN_MS);
  }

  async #again(): Promise<void> {
    this.#soon = undefined;
    this.#fetching = true;
    try {
      await this.#fetch();
    } finally {
      this.#fetching = false;
      if (this.#missed) {
        this.#missed = false;
        this.heard();
      }
    }
  }

  /** Nothing that was heard is waited for any more. */
  stop(): void {
    clearTimeout(this.#soon);
    this.#soon = undefined;
    this.#missed = false;
  }
}
