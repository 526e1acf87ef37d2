/** The names to review over the notebook, and what is decided about them. */
import { proposals as client } from "../../api/client";
import type { EntityId, EntityKind, ProposalGroup, ProposalsMeant } from "../../api/generated";
import { Pages } from "../../state/pages.svelte";
import { offerUndo, showFailure } from "../../state/toasts.svelte";

/** In the order in which *Kind* goes through them. */
const KINDS: readonly EntityKind[] = ["person", "organisation", "place", "event"];

export class ReviewList {
  readonly rows = new Pages<ProposalGroup>((offset, limit) => client.list(offset, limit));
  /** Which row is the current one: a decided name gives way to the next. */
  at = $state(0);
  /** Names decided since the screen was opened. */
  decided = $state(0);
  #busy = false;

  readonly current = $derived<ProposalGroup | undefined>((void this.rows.version, this.rows.row(this.at)));

  /** After a decision the row at the same place is the current one; else the same name stays. */
  async refresh(): Promise<void> {
    const key = this.#busy ? undefined : this.current?.key;
    await this.rows.refresh();
    const at = key === undefined ? -1 : this.rows.find((row) => row.key === key);
    if (at >= 0) this.at = at;
    if (this.rows.total > 0 && this.at >= this.rows.total) this.at = this.rows.total - 1;
  }

  async accept(to: EntityId | null = null, of: ProposalGroup | undefined = this.current): Promise<void> {
    await this.#decide((which) => client.accept({ which, to, only: null }), true, of);
  }

  async reject(): Promise<void> {
    await this.#decide((which) => client.reject(which), true);
  }

  /** Gives the name the next kind, or this one. */
  async kind(wanted?: EntityKind): Promise<void> {
    const now = this.current;
    if (!now) return;
    const kind = wanted ?? KINDS[(KINDS.indexOf(now.kind) + 1) % KINDS.length];
    if (!kind || kind === now.kind) return;
    await this.#decide((which) => client.setKind(which, kind), false);
    // It may stand elsewhere now: the same name of the other kind was there.
    const moved = this.rows.find((row) => row.name === now.name && row.kind === kind);
    if (moved >= 0) this.at = moved;
  }

  async #decide(act: (which: ProposalsMeant) => Promise<unknown>, gone: boolean, now = this.current): Promise<void> {
    // A key that is held down must not decide about what nobody has seen.
    if (!now || this.#busy) return;
    this.#busy = true;
    try {
      await act({ of: "groups", keys: [now.key] });
      if (gone) this.decided += 1;
      await this.refresh();
      await offerUndo();
    } catch (thrown) {
      showFailure(thrown, "proposal");
    } finally {
      this.#busy = false;
    }
  }
}
