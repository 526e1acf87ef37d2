// The items of a dossier that is read through, fetched from the first one on.

import { dossiers as client } from "../../api/dossiers";
import type { DossierId, DossierItem } from "../../api/generated";

/** Items fetched as the end comes near. */
const AT_ONCE = 20;
/** What one page may hold. */
const MOST = 500;

export class ReadItems {
  #id: DossierId = "";
  #status: string | null = null;
  #items = $state.raw<readonly DossierItem[]>([]);
  #total = $state(-1);
  #failure = $state.raw<unknown>(null);
  /** Rises when all is asked anew: an answer to an older question is of another list. */
  #turn = 0;
  #asking = false;

  get items(): readonly DossierItem[] {
    return this.#items;
  }
  /** -1 until an answer has come. */
  get total(): number {
    return this.#total;
  }
  get failure(): unknown {
    return this.#failure;
  }

  /** Begins with another dossier, or with the items of one status. */
  async show(id: DossierId, status: string | null): Promise<void> {
    this.#id = id;
    this.#status = status;
    this.#items = [];
    this.#total = -1;
    await this.again();
  }

  /** Fetches again as many as are here, so that who reads far down stays there. */
  again(): Promise<void> {
    return this.#ask([], Math.max(this.#items.length, AT_ONCE));
  }

  /** Fetches the next ones, unless something is being asked; `far` fetches as many as go at once. */
  async more(far = false): Promise<void> {
    if (this.#asking || this.#items.length >= this.#total) return;
    await this.#ask(this.#items, this.#items.length + (far ? MOST : AT_ONCE));
  }

  /** Goes on from `have` until there are `wanted`. */
  async #ask(have: readonly DossierItem[], wanted: number): Promise<void> {
    const turn = (this.#turn += 1);
    this.#asking = true;
    try {
      let items = have;
      let total: number;
      do {
        const page = await client.page(this.#id, this.#status, items.length, Math.min(wanted - items.length, MOST));
        if (turn !== this.#turn) return;
        ({ total } = page);
        if (page.rows.length === 0) break;
        items = [...items, ...page.rows];
      } while (items.length < Math.min(wanted, total));
      this.#items = items;
      this.#total = total;
      this.#failure = null;
    } catch (thrown) {
      if (turn === this.#turn) this.#failure = thrown;
    } finally {
      if (turn === this.#turn) this.#asking = false;
    }
  }
}
