/** The names to review over the notebook, and what is decided about them. */
import { proposals as client } from "../../api/client";
import type { EntityKind, ProposalGroup, ProposalsMeant } from "../../api/generated";
import { Pages } from "../../state/pages.svelte";
import { offerUndo, showFailure } from "../../state/toasts.svelte";
import { Turns } from "../../state/turns";
import { acceptAs, type Meant } from "./meant";

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
  /** Names that were in sight: nothing else is ticked. */
  #seen = $state.raw<ReadonlySet<string>>(new Set());
  /** How many names each step of this screen decided, by its id. */
  #steps = new Map<number, number>();
  #busy = false;
  readonly #turns = new Turns();

  /** Hears from the list which rows are in sight; by name, since others may move in above them. */
  see(from: number, to: number): void {
    const keys: string[] = [];
    for (let at = from; at < to; at += 1) {
      const key = this.rows.row(at)?.key;
      if (key !== undefined && !this.#seen.has(key)) keys.push(key);
    }
    if (keys.length > 0) this.#seen = new Set([...this.#seen, ...keys]);
  }

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

  /** The ticked names among those that were in sight. */
  readonly ticked = $derived<ProposalGroup[]>(
    this.rows.here.filter((row) => this.#seen.has(row.key) && this.isTicked(row)).slice(0, MOST_TICKED),
  );

  /** What a key asks for, once what the key before it decided is done: the current name is another then. */
  turn(act: () => Promise<void> | void): void {
    void this.#turns.take(act);
  }

  /** Accepts all that is ticked, as one step. */
  async acceptTicked(): Promise<void> {
    const keys = this.ticked.map(({ key }) => key);
    if (keys.length === 0) return;
    await this.#decide((which) => acceptAs(which, null), keys, true);
  }

  /** A step was taken back: what it decided is to be decided again. */
  undone(step: number): void {
    this.decided -= this.#steps.get(step) ?? 0;
    this.#steps.delete(step);
  }

  async accept(to: Meant = null, of: ProposalGroup | undefined = this.current): Promise<void> {
    if (!of || (of.ambiguous && to === null)) return;
    await this.#decide((which) => acceptAs(which, to), [of.key], true);
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
        // Brought back, they are to be looked at again.
        this.#seen = new Set([...this.#seen].filter((key) => !keys.includes(key)));
      }
      await this.refresh();
      const step = await offerUndo();
      if (gone && step) this.#steps.set(step.id, keys.length);
    } catch (thrown) {
      showFailure(thrown, "proposal");
      // A name may be gone or ambiguous by now, which fails for all.
      await this.refresh();
    } finally {
      this.#busy = false;
    }
  }
}
