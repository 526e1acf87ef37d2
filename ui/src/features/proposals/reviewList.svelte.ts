/** The names to review over the notebook, and what is decided about them. */
import { proposals as client } from "../../api/client";
import type { EntityKind, ProposalGroup, ProposalsMeant, UndoStep } from "../../api/generated";
import { Pages } from "../../state/pages.svelte";
import { offerUndo, showFailure, showNotice } from "../../state/toasts.svelte";
import { Turns } from "../../state/turns";
import { kinds, proposals as words } from "../../strings/en";
import { acceptAs, type Meant } from "./meant";

/** In the order in which *Kind* goes through them. */
const KINDS: readonly EntityKind[] = ["person", "organisation", "place", "event"];

/** Names that are accepted in one step. */
const MOST_TICKED = 200;

/** Decides names, and gives the step that takes it back. */
type Decides = (which: ProposalsMeant) => Promise<UndoStep>;

/** Changes of a name's kind that are asked for, one after another. */
interface Changing {
  /** What the name is after those that are done; none where one failed or the name is not found. */
  row: ProposalGroup | undefined;
  /** What it becomes by the one that is under way. */
  becomes: Pick<ProposalGroup, "name" | "kind"> | undefined;
  /** The keys that it has had. */
  keys: Set<string>;
  /** Those not done. */
  waiting: number;
}

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
  /** Steps that were taken back since the screen was opened, the last one last. */
  #takenBack: number[] = [];
  /** Names that are decided, while that is carried out. */
  #claimed = $state.raw<ReadonlySet<string>>(new Set());
  /** Changes of kind that are not done, by each key that the name has had since the first. */
  #changing = new Map<string, Changing>();
  /** The current name became another that is not here: keys are about none until one is chosen. */
  #adrift = false;
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
    this.#adrift = false;
  }

  /** The same name stays the current one, wherever it stands now. */
  async refresh(): Promise<void> {
    const [here, chosen, was] = [this.current?.key, this.#chosen, this.#at];
    const inSight = was >= this.#sight.from && was < this.#sight.to;
    await this.rows.refresh();
    const key = this.#key ?? (chosen === this.#chosen ? here : undefined);
    const at = key === undefined ? -1 : this.#find(key);
    // Also once its change is done: what stands in its place nobody chose.
    this.#adrift = at < 0 && key !== undefined && (this.#adrift || this.#changing.has(key));
    if (at >= 0) this.#at = at;
    else if (this.rows.total > 0 && this.#at >= this.rows.total) this.#at = this.rows.total - 1;
    this.#key = this.#adrift ? key : this.rows.row(this.#at)?.key;
    // Whoever went to the end is to see what stands there.
    if (this.rows.total > 0) this.rows.ensure(this.#at, this.#at + 1);
    if (inSight && this.#at !== was) this.moved += 1;
  }

  /** Where the name is that has this key, or had it before its kind was changed. */
  #find(key: string): number {
    const at = this.rows.find((row) => row.key === key);
    const changing = this.#changing.get(key);
    const becomes = changing?.becomes;
    if (at >= 0 || !changing || !becomes) return at;
    const there = this.rows.find(({ name, kind }) => name === becomes.name && kind === becomes.kind);
    const now = this.rows.row(there)?.key;
    if (now !== undefined) this.#know(changing, now);
    return there;
  }

  /** What is asked of the name by this key too waits for its changes. */
  #know(changing: Changing, key: string): void {
    changing.keys.add(key);
    this.#changing.set(key, changing);
    // A person had it before them, called otherwise, and may have unticked it.
    if (!this.#seen.has(key)) this.#seen = new Set([...this.#seen, key]);
    const unticked = [...changing.keys].some((each) => this.#unticked.has(each));
    if (unticked) this.#unticked = new Set([...this.#unticked, key]);
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
    if (this.#adrift) return undefined;
    const known = current && (current.key === this.#shown || this.#seen.has(current.key)) && !this.#claimed.has(current.key);
    return known ? current : undefined;
  }

  /** Does it with the current name, once a change of its kind is done. */
  afterKind(act: (group: ProposalGroup) => void): void | false {
    const now = this.marked;
    if (!now) return false;
    const change = this.#changing.get(now.key);
    if (!change) return act(now);
    void this.#turns.take(() => {
      if (change.row) act(change.row);
    });
  }

  /** Accepts all that is ticked, as one step, once changes of their kinds are done. */
  acceptTicked(): Promise<void> | false {
    const ticked = this.ticked.map(({ key }) => ({ key, change: this.#changing.get(key) }));
    const now = (): string[] =>
      ticked.flatMap(({ key, change }) => {
        if (!change) return key;
        return change.row && !change.row.ambiguous ? change.row.key : [];
      });
    return ticked.length > 0 && this.#decide((which) => acceptAs(which, null).then(({ step }) => step), ticked.map(({ key }) => key), () => [...new Set(now())]);
  }

  /** A step was taken back: what it decided is to be decided again. */
  undone(step: number): void {
    this.decided -= this.#steps.get(step) ?? 0;
    this.#takenBack.push(step);
  }

  /** The step that was taken back last was done again, and has this id now. */
  redone(step: number): void {
    const names = this.#steps.get(this.#takenBack.pop() ?? step) ?? 0;
    this.decided += names;
    this.#steps.set(step, names);
  }

  /** It decided so many names. Who took it back by a key may have been heard of first. */
  #did(step: UndoStep, names: number): void {
    this.#steps.set(step.id, names);
    if (this.#takenBack.includes(step.id)) return;
    this.decided += names;
    // What was taken back before cannot be done again now.
    this.#takenBack = [];
  }

  /** Of an ambiguous name `ask` hears, since a person has to say which is meant. */
  accept(to: Meant = null, of: ProposalGroup | undefined = this.marked, ask?: (group: ProposalGroup) => void): Promise<void> | false {
    const asks = (group: ProposalGroup): boolean => group.ambiguous && to === null;
    if (!of) return false;
    if (asks(of) && !this.#changing.has(of.key)) return ask ? Promise.resolve(ask(of)) : false;
    return this.#decideOne((which) => acceptAs(which, to).then(({ step }) => step), of, (group) => {
      if (!asks(group)) return group;
      ask?.(group);
    });
  }

  reject(of: ProposalGroup | undefined = this.marked): Promise<void> | false {
    return of !== undefined && this.#decideOne((which) => client.reject(which), of, (group) => group);
  }

  /** Gives the current name the next kind, or this one. */
  kind(wanted?: EntityKind): Promise<void> | false {
    const now = this.marked;
    if (!now) return false;
    const changing = this.#changing.get(now.key) ?? { row: now, becomes: undefined, keys: new Set(), waiting: 0 };
    changing.waiting += 1;
    this.#know(changing, now.key);
    return this.#turns.take(async () => {
      if (changing.row) changing.row = await this.#setKind(changing, changing.row, wanted);
      changing.waiting -= 1;
      if (changing.waiting === 0) for (const key of changing.keys) this.#changing.delete(key);
    });
  }

  /** What the name is then. Where it is the current one, it stays that wherever it stands. */
  async #setKind(changing: Changing, was: ProposalGroup, wanted: EntityKind | undefined): Promise<ProposalGroup | undefined> {
    // What is kept has its kind on its own page: with another one this would not be it.
    if (was.entity) {
      showNotice(words.keptKind(was.name, kinds[was.kind]));
      return was;
    }
    const kind = wanted ?? KINDS[(KINDS.indexOf(was.kind) + 1) % KINDS.length];
    if (!kind || kind === was.kind) return was;
    changing.becomes = { name: was.name, kind };
    let now: ProposalGroup | undefined;
    await this.#carryOut((which) => client.setKind(which, kind), [was.key], () => {
      now = this.rows.row(this.#find(was.key));
    });
    return now;
  }

  #decideOne(act: Decides, of: ProposalGroup, meant: (group: ProposalGroup) => ProposalGroup | void): Promise<void> {
    const change = this.#changing.get(of.key);
    return this.#decide(act, [of.key], () => {
      const group = change ? change.row : of;
      const now = group && meant(group);
      return now ? [now.key] : [];
    });
  }

  /**
   * These names are decided: the next one is the current one at once, and it is carried out in
   * its turn, with the keys that they have by then.
   */
  #decide(act: Decides, shown: string[], then = (): string[] => shown): Promise<void> {
    let claimed = shown;
    this.#claimed = new Set([...this.#claimed, ...claimed]);
    this.#leave(shown);
    return this.#turns.take(async () => {
      try {
        const keys = then();
        claimed = [...shown, ...keys];
        this.#claimed = new Set([...this.#claimed, ...claimed]);
        if (keys.length > 0) await this.#carryOut(act, keys);
      } finally {
        this.#claimed = new Set([...this.#claimed].filter((key) => !claimed.includes(key)));
      }
    });
  }

  async #carryOut(act: (which: ProposalsMeant) => Promise<UndoStep | void>, keys: string[], refreshed?: () => void): Promise<void> {
    try {
      const step = await act({ of: "groups", keys });
      if (step) {
        this.#did(step, keys.length);
        // Brought back, they are to be looked at again.
        this.#seen = new Set([...this.#seen].filter((key) => !keys.includes(key)));
      }
      await this.refresh();
      refreshed?.();
      await offerUndo();
    } catch (thrown) {
      showFailure(thrown, "proposal");
      // A name may be gone or ambiguous by now, which fails for all.
      await this.refresh();
    }
  }
}
