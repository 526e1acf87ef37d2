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
  #at = $state(0);
  /** The name of the current row, by which it is found again where others move in above it. */
  #key: string | undefined;
  /** Times that another row was made the current one. */
  #chosen = 0;
  /** The rows in sight. */
  #sight = { from: 0, to: 0 };
  /** Rises when the current row has moved and was in sight: it is to stay there. */
  moved = $state(0);
  /** The name that the pane shows. */
  #shown: string | undefined;
  /** Names decided since the screen was opened. */
  decided = $state(0);
  /** Names that are not accepted with the others. */
  #unticked = $state.raw<ReadonlySet<string>>(new Set());
  /** Names that were in sight: nothing else is ticked. */
  #seen = $state.raw<ReadonlySet<string>>(new Set());
  /** How many names each step of this screen decided, by its id. */
  #steps = new Map<number, number>();
  /** Names that are decided, while that is carried out. */
  #claimed = $state.raw<ReadonlySet<string>>(new Set());
  /** Changes of kind that are asked for and not done. */
  #kinds = 0;
  readonly #turns = new Turns();

  /** Hears from the list which rows are in sight; by name, since others may move in above them. */
  see(from: number, to: number): void {
    this.#sight = { from, to };
    const keys: string[] = [];
    for (let at = from; at < to; at += 1) {
      const key = this.rows.row(at)?.key;
      if (key !== undefined && !this.#seen.has(key)) keys.push(key);
    }
    if (keys.length > 0) this.#seen = new Set([...this.#seen, ...keys]);
  }

  readonly current = $derived<ProposalGroup | undefined>((void this.rows.version, this.rows.row(this.at)));

  /** Hears which name the pane shows. */
  show(key: string | undefined): void {
    this.#shown = key;
  }

  /** Which row is the current one: a decided name gives way to the next. */
  get at(): number {
    return this.#at;
  }

  set at(at: number) {
    this.#at = at;
    this.#key = this.rows.row(at)?.key;
    this.#chosen += 1;
  }

  /** The same name stays the current one, wherever it stands now. */
  async refresh(): Promise<void> {
    const [here, chosen, was] = [this.current?.key, this.#chosen, this.#at];
    const inSight = was >= this.#sight.from && was < this.#sight.to;
    await this.rows.refresh();
    const key = this.#key ?? (chosen === this.#chosen ? here : undefined);
    const at = key === undefined ? -1 : this.rows.find((row) => row.key === key);
    if (at >= 0) this.#at = at;
    else if (this.rows.total > 0 && this.#at >= this.rows.total) this.#at = this.rows.total - 1;
    this.#key = this.rows.row(this.#at)?.key;
    // Whoever went to the end is to see what stands there.
    if (this.rows.total > 0) this.rows.ensure(this.#at, this.#at + 1);
    if (inSight && this.#at !== was) this.moved += 1;
  }

  /** These are decided: the next one that is not is the current one. */
  #leave(keys: readonly string[]): void {
    const now = this.current?.key;
    if (now === undefined || !keys.includes(now)) return;
    let next = this.#at + 1;
    while (this.#claimed.has(this.rows.row(next)?.key ?? "")) next += 1;
    if (this.rows.row(next)) this.at = next;
    // What is not here yet comes to the same place.
    else this.#key = undefined;
    this.#chosen += 1;
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
    this.rows.here.filter((row) => this.#seen.has(row.key) && !this.#claimed.has(row.key) && this.isTicked(row)).slice(0, MOST_TICKED),
  );

  /**
   * The current name, where a person had it before them, in the list or in the pane, and nothing
   * is decided of it: what keys are about.
   */
  get marked(): ProposalGroup | undefined {
    const { current } = this;
    const known = current && (current.key === this.#shown || this.#seen.has(current.key)) && !this.#claimed.has(current.key);
    return known ? current : undefined;
  }

  /** Does it once a change of kind is done, after which the name is another one. */
  afterKind(act: () => unknown): void | false {
    if (this.#kinds > 0) void this.#turns.take(() => void act());
    else return act() === false ? false : undefined;
  }

  /** Accepts all that is ticked, as one step. */
  acceptTicked(): Promise<void> | false {
    const keys = this.ticked.map(({ key }) => key);
    return keys.length > 0 && this.#decide((which) => acceptAs(which, null), keys);
  }

  /** A step was taken back: what it decided is to be decided again. */
  undone(step: number): void {
    this.decided -= this.#steps.get(step) ?? 0;
    this.#steps.delete(step);
  }

  accept(to: Meant = null, of: ProposalGroup | undefined = this.marked): Promise<void> | false {
    if (!of || (of.ambiguous && to === null)) return false;
    return this.#decide((which) => acceptAs(which, to), [of.key]);
  }

  reject(of: ProposalGroup | undefined = this.marked): Promise<void> | false {
    return of !== undefined && this.#decide((which) => client.reject(which), [of.key]);
  }

  /** Gives the name the next kind, or this one. */
  kind(wanted?: EntityKind): Promise<void> | false {
    if (!this.marked) return false;
    this.#kinds += 1;
    return this.#turns.take(async () => {
      try {
        await this.#setKind(wanted);
      } finally {
        this.#kinds -= 1;
      }
    });
  }

  async #setKind(wanted?: EntityKind): Promise<void> {
    const now = this.marked;
    if (!now) return;
    const kind = wanted ?? KINDS[(KINDS.indexOf(now.kind) + 1) % KINDS.length];
    if (!kind || kind === now.kind) return;
    await this.#carryOut((which) => client.setKind(which, kind), [now.key], false);
    // It may stand elsewhere now: the same name of the other kind was there.
    const moved = this.rows.find((row) => row.name === now.name && row.kind === kind);
    if (moved >= 0) this.at = moved;
  }

  /** These names are decided: the next one is the current one at once, and it is carried out in its turn. */
  #decide(act: (which: ProposalsMeant) => Promise<unknown>, keys: string[]): Promise<void> {
    this.#claimed = new Set([...this.#claimed, ...keys]);
    this.#leave(keys);
    return this.#turns.take(async () => {
      try {
        await this.#carryOut(act, keys, true);
      } finally {
        this.#claimed = new Set([...this.#claimed].filter((key) => !keys.includes(key)));
      }
    });
  }

  async #carryOut(act: (which: ProposalsMeant) => Promise<unknown>, keys: string[], gone: boolean): Promise<void> {
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
    }
  }
}
