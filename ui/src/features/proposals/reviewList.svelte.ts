/** The names to review over the notebook, and what is decided about them. */
import { untrack } from "svelte";

import { proposals as client } from "../../api/client";
import type { EntityId, EntityKind, ProposalGroup, ProposalsMeant } from "../../api/generated";
import { Pages } from "../../state/pages.svelte";
import { offerUndo, showFailure } from "../../state/toasts.svelte";
import { Turns } from "../../state/turns";

/** In the order in which *Kind* goes through them. */
const KINDS: readonly EntityKind[] = ["person", "organisation", "place", "event"];

/** Names that are accepted in one step. */
const MOST_TICKED = 200;

export class ReviewList {
  readonly rows = new Pages<ProposalGroup>((offset, limit) => client.list(offset, limit));
  /** Which row is the current one: a decided name gives way to the next. */
  at = $state(0);
  /** Names decided since the screen was opened. */
  decided = $state(0);
  /** Names that are not accepted with the others. */
  #unticked = $state.raw<ReadonlySet<string>>(new Set());
  /** Rows that were on the screen: nothing else is ticked. */
  #seen = $state(0);
  /** How many names each step of this screen decided, by its id. */
  #steps = new Map<number, number>();
  #busy = false;
  readonly #turns = new Turns();

  /** The rows, for the list that shows them: it says which come into sight. */
  readonly shown = shownRows(this.rows, (to) => (this.#seen = Math.max(this.#seen, to)));

  readonly current = $derived<ProposalGroup | undefined>((void this.rows.version, this.rows.row(this.at)));

  /** After a decision the row at the same place is the current one; else the same name stays. */
  async refresh(): Promise<void> {
    const key = this.#busy ? undefined : this.current?.key;
    await this.rows.refresh();
    const at = key === undefined ? -1 : this.rows.find((row) => row.key === key);
    if (at >= 0) this.at = at;
    if (this.rows.total > 0 && this.at >= this.rows.total) this.at = this.rows.total - 1;
  }

  /** Ambiguous names never are: a person has to say which is meant. */
  isTicked(row: ProposalGroup): boolean {
    return !row.ambiguous && !this.#unticked.has(row.key);
  }

  tick(row: ProposalGroup | undefined = this.current): void | false {
    if (!row || row.ambiguous) return false;
    const next = new Set(this.#unticked);
    if (!next.delete(row.key)) next.add(row.key);
    this.#unticked = next;
  }

  /** The ticked names among those that were on the screen. */
  readonly ticked = $derived.by<ProposalGroup[]>(() => {
    void this.rows.version;
    const rows: ProposalGroup[] = [];
    for (let at = 0; at < Math.min(this.#seen, this.rows.total) && rows.length < MOST_TICKED; at += 1) {
      const row = this.rows.row(at);
      if (row && this.isTicked(row)) rows.push(row);
    }
    return rows;
  });

  /** What a key asks for, once what the key before it decided is done: the current name is another then. */
  turn(act: () => Promise<void> | void): void {
    void this.#turns.take(act);
  }

  /** Accepts all that is ticked, as one step. */
  async acceptTicked(): Promise<void> {
    const keys = this.ticked.map(({ key }) => key);
    if (keys.length === 0) return;
    await this.#decide((which) => client.accept({ which, to: null, only: null }), keys, true);
  }

  /** A step was taken back: what it decided is to be decided again. */
  undone(step: number): void {
    this.decided -= this.#steps.get(step) ?? 0;
    this.#steps.delete(step);
  }

  async accept(to: EntityId | null = null, of: ProposalGroup | undefined = this.current): Promise<void> {
    if (!of || (of.ambiguous && to === null)) return;
    await this.#decide((which) => client.accept({ which, to, only: null }), [of.key], true);
  }

  async reject(): Promise<void> {
    const now = this.current;
    if (now) await this.#decide((which) => client.reject(which), [now.key], true);
  }

  /** Gives the name the next kind, or this one. */
  async kind(wanted?: EntityKind): Promise<void> {
    const now = this.current;
    if (!now) return;
    const kind = wanted ?? KINDS[(KINDS.indexOf(now.kind) + 1) % KINDS.length];
    if (!kind || kind === now.kind) return;
    await this.#decide((which) => client.setKind(which, kind), [now.key], false);
    // It may stand elsewhere now: the same name of the other kind was there.
    const moved = this.rows.find((row) => row.name === now.name && row.kind === kind);
    if (moved >= 0) this.at = moved;
  }

  async #decide(act: (which: ProposalsMeant) => Promise<unknown>, keys: string[], gone: boolean): Promise<void> {
    this.#busy = true;
    try {
      await act({ of: "groups", keys });
      if (gone) {
        this.decided += keys.length;
        if (keys.length > 1) this.#seen = 0;
      }
      await this.refresh();
      const step = await offerUndo();
      if (gone && step) this.#steps.set(step.id, keys.length);
    } catch (thrown) {
      showFailure(thrown, "proposal");
    } finally {
      this.#busy = false;
    }
  }
}

/** Rows of a list that tell how far they have come into sight. */
function shownRows(rows: Pages<ProposalGroup>, seen: (to: number) => void) {
  return {
    get total(): number {
      return rows.total;
    },
    get version(): number {
      return rows.version;
    },
    row: (index: number): ProposalGroup | undefined => rows.row(index),
    ensure(from: number, to: number): void {
      untrack(() => seen(to));
      rows.ensure(from, to);
    },
  };
}
