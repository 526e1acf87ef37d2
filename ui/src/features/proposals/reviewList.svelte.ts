/** The names to review over the notebook, and what is decided about them. */
import { proposals as client } from "../../api/client";
import type { EntityKind, ProposalGroup, ProposalsMeant, UndoStep } from "../../api/generated";
import { Pages } from "../../state/pages.svelte";
import { inOrder } from "../../state/stepOrder";
import { offerUndo, showFailure, showNotice } from "../../state/toasts.svelte";
import { Turns } from "../../state/turns";
import { kinds, proposals as words } from "../../strings/en";
import type { Changing } from "./changing";
import { DecidedNames } from "./decidedNames.svelte";
import { acceptAs, type Meant } from "./meant";
import { NameTicks } from "./nameTicks.svelte";

/** In the order in which *Kind* goes through them. */
const KINDS: readonly EntityKind[] = ["person", "organisation", "place", "event"];

/** Names that are accepted in one step. */
const MOST_TICKED = 200;

/** Decides names, and gives the step that takes it back. */
type Decides = (which: ProposalsMeant) => Promise<UndoStep>;

/** What was asked for; false where it is about no name. Behind an undo it waits for that, and is about what is current then. */
type Asked = Promise<void | false> | void | false;

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
  readonly #ticks = new NameTicks();
  /** Names that were in sight: nothing else is ticked. */
  #seen = $state.raw<ReadonlySet<string>>(new Set());
  readonly #decided = new DecidedNames();
  /** Names that are decided, while that is carried out. */
  #claimed = $state.raw<ReadonlySet<string>>(new Set());
  /** Changes of kind that are not done, by each key that the name has had since the first. */
  #changing = new Map<string, Changing>();
  /** The current name became another that is not here: keys are about none until one is chosen. */
  #adrift = false;
  /** A step of which the first name is to be the current one; `here`: it was done on this screen. */
  #awaited: { step: number; here: boolean } | null = null;
  /** The name that came so: who took back what was decided of it here knows it. */
  #brought: string | undefined;
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
    this.#awaited = null;
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
    await this.#arrive();
  }

  /** The first name of the awaited step is the current one, where it is in the list. */
  async #arrive(): Promise<void> {
    const awaited = this.#awaited;
    if (!awaited) return;
    try {
      const place = await client.placeOfStep(awaited.step);
      if (!place) return;
      await this.rows.fetch(place.row);
      // Whoever goes elsewhere meanwhile stays there.
      if (this.#awaited !== awaited) return;
      const at = this.rows.row(place.row)?.key === place.key ? place.row : this.rows.find((row) => row.key === place.key);
      // The list has changed: it comes with the next answer.
      if (at < 0) return;
      this.at = at;
      this.#brought = awaited.here ? place.key : undefined;
      this.moved += 1;
    } catch (thrown) {
      this.#awaited = null;
      showFailure(thrown, "proposal_place_of_step");
    }
  }

  /** Goes to the first name of a step, as soon as it is there if it was done here. */
  async #goTo(step: number, here: boolean): Promise<void> {
    const awaited = { step, here };
    this.#awaited = awaited;
    await this.refresh();
    if (this.#awaited === awaited && !here) this.#awaited = null;
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
    for (const had of changing.keys) this.#ticks.join(had, key);
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
    return !row.ambiguous && this.#ticks.isOn(row.key);
  }

  tick(row?: ProposalGroup): Asked {
    return inOrder((): void | false => {
      const of = row ?? this.current;
      if (!of || of.ambiguous) return false;
      this.#ticks.toggle(of.key);
    });
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
    if (!current || this.#adrift || this.#awaited || this.#claimed.has(current.key)) return undefined;
    const known = current.key === this.#shown || current.key === this.#brought || this.#seen.has(current.key);
    return known ? current : undefined;
  }

  /** A button is about the name that it stands at, unless that is being decided; a key about the current one. */
  #meant(of: ProposalGroup | undefined): ProposalGroup | undefined {
    if (!of) return this.marked;
    return this.#claimed.has(of.key) ? undefined : of;
  }

  /** Does it with the current name, once a change of its kind is done. */
  afterKind(act: (group: ProposalGroup) => void): Asked {
    return inOrder((): Asked => {
      const now = this.marked;
      if (!now) return false;
      const change = this.#changing.get(now.key);
      if (!change) return act(now);
      return this.#turns.take(() => {
        if (change.row) act(change.row);
      });
    });
  }

  /** Accepts all that is ticked, as one step, once changes of their kinds are done. */
  acceptTicked(): Asked {
    return inOrder(() => this.#acceptTicked());
  }

  #acceptTicked(): Asked {
    const ticked = this.ticked.map(({ key }) => ({ key, change: this.#changing.get(key) }));
    const now = (): string[] =>
      ticked.flatMap(({ key, change }) => {
        if (!change) return key;
        return change.row && !change.row.ambiguous ? change.row.key : [];
      });
    return ticked.length > 0 && this.#decide((which) => acceptAs(which, null).then(({ step }) => step), ticked.map(({ key }) => key), () => [...new Set(now())]);
  }

  /** Names decided since the screen was opened. */
  get decided(): number {
    return this.#decided.count;
  }

  /** A step was taken back: what it decided is to be decided again, the first of it now. */
  undone(step: number): Promise<void> {
    return this.#goTo(step, this.#decided.undone(step));
  }

  /** The step that was taken back last was done again, and has this id now. */
  redone(step: number): Promise<void> {
    this.#decided.redone(step);
    return this.#goTo(step, false);
  }

  /** Of an ambiguous name `ask` hears, since a person has to say which is meant. */
  accept(to: Meant = null, of?: ProposalGroup, ask?: (group: ProposalGroup) => void): Asked {
    return inOrder(() => this.#accept(to, this.#meant(of), ask));
  }

  #accept(to: Meant, of: ProposalGroup | undefined, ask?: (group: ProposalGroup) => void): Asked {
    const asks = (group: ProposalGroup): boolean => group.ambiguous && to === null;
    if (!of) return false;
    if (asks(of) && !this.#changing.has(of.key)) return ask ? Promise.resolve(ask(of)) : false;
    return this.#decideOne((which) => acceptAs(which, to).then(({ step }) => step), of, (group) => {
      if (!asks(group)) return group;
      ask?.(group);
    });
  }

  reject(of?: ProposalGroup): Asked {
    return inOrder((): Asked => {
      const meant = this.#meant(of);
      return meant !== undefined && this.#decideOne((which) => client.reject(which), meant, (group) => group);
    });
  }

  /** Gives the current name, or this one, the next kind or this. */
  kind(wanted?: EntityKind, of?: ProposalGroup): Asked {
    return inOrder(() => this.#kind(wanted, this.#meant(of)));
  }

  #kind(wanted: EntityKind | undefined, now: ProposalGroup | undefined): Asked {
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
        this.#decided.did(step.id, keys.length);
        // Brought back, they are to be looked at again.
        this.#seen = new Set([...this.#seen].filter((key) => !keys.includes(key)));
      }
      await this.refresh();
      refreshed?.();
      const offered = await offerUndo();
      if (!step && offered?.action === "editProposal") this.#decided.did(offered.id, 0);
    } catch (thrown) {
      showFailure(thrown, "proposal");
      // A name may be gone or ambiguous by now, which fails for all.
      await this.refresh();
    }
  }
}
