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
  /** How many the question that is out, or the last one, was for. */
  #wanted = AT_ONCE;

  get items(): readonly DossierItem[] {
    return this.#items;
  }
  /** -1 until an answer has come. */
  get total(): number {
    return this.#total;
  }
  get asking(): boolean {
    return this.#asking;
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
    this.#wanted = AT_ONCE;
    await this.again();
  }

  /** Fetches again as many as are here or on their way, so that who reads far down stays there and goes on. */
  again(): Promise<void> {
    return this.#ask([], Math.max(this.#asking ? this.#wanted : this.#items.length, AT_ONCE));
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
    this.#wanted = wanted;
    try {
      let items = have;
      let total: number;
      let offset = have.length;
      const known = new Set(have.map(({ id }) => id));
      do {
        const limit = Math.min(wanted - items.length, MOST);
        // Read through it is whole, whatever is folded away in its outline.
        const page = this.#status === null ? await client.whole(this.#id, offset, limit) : await client.page(this.#id, this.#status, offset, limit);
        if (turn !== this.#turn) return;
        ({ total } = page);
        if (page.rows.length === 0) break;
        offset += page.rows.length;
        // What came in above moves rows into the next page that are here already.
        items = [...items, ...page.rows.filter(({ id }) => !known.has(id))];
        for (const { id } of page.rows) known.add(id);
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
