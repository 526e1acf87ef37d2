// Tabs of one pane, each with a history of its own.

export type Tab<P> = { key: number; stack: readonly P[]; index: number };
/** The tabs of a pane as they were at a time, with their histories. */
export type TabsThen<P> = { tabs: readonly Tab<P>[]; active: number };
/** What is kept of a pane over a restart. */
export type KeptTabs<P> = { tabs: { stack: P[]; index: number }[]; active: number };

/** Steps of a tab that are kept, and those that outlive a restart. */
const MOST_STEPS = 200;
export const KEPT_STEPS = 20;
/** Tabs that a pane can have. */
const MOST_TABS = 20;

let keys = 0;

function tabOf<P>(stack: readonly P[], index: number): Tab<P> {
  keys += 1;
  return { key: keys, stack, index };
}

/** Tabs with the last `steps` of each history, up to what it shows. */
export function keptTabs<P, K>({ tabs, active }: TabsThen<P>, steps: number, keep: (place: P) => K): KeptTabs<K> {
  const kept = tabs.map(({ stack, index }) => {
    const from = Math.max(0, index + 1 - steps);
    return { stack: stack.slice(from, index + 1).map(keep), index: index - from };
  });
  return { tabs: kept, active };
}

/** What was kept, as tabs; null where none is left. What `read` does not know is left out. */
export function readTabs<P>(kept: unknown, read: (place: unknown) => P | null): TabsThen<P> | null {
  const { tabs, active } = (kept ?? {}) as { tabs?: unknown; active?: unknown };
  if (!Array.isArray(tabs)) return null;
  const restored = tabs.slice(0, MOST_TABS).flatMap((tab: unknown) => {
    const { stack } = (tab ?? {}) as { stack?: unknown };
    const places = Array.isArray(stack) ? stack.slice(-KEPT_STEPS).flatMap((place: unknown) => read(place) ?? []) : [];
    return places.length > 0 ? [tabOf<P>(places as P[], places.length - 1)] : [];
  });
  if (restored.length === 0) return null;
  return { tabs: restored, active: typeof active === "number" && restored[active] ? active : 0 };
}

export class PaneTabs<P> {
  #tabs = $state.raw<readonly Tab<P>[]>([]);
  #active = $state(0);

  get tabs(): readonly Tab<P>[] {
    return this.#tabs;
  }
  get active(): number {
    return this.#active;
  }
  /** What the active tab shows; nothing in a pane without tabs. */
  get current(): P | undefined {
    const tab = this.#tabs[this.#active];
    return tab?.stack[tab.index];
  }
  /** What the active tab showed before. */
  get before(): P | undefined {
    const tab = this.#tabs[this.#active];
    return tab?.stack[tab.index - 1];
  }
  get canGoBack(): boolean {
    return (this.#tabs[this.#active]?.index ?? 0) > 0;
  }
  get canGoForward(): boolean {
    const tab = this.#tabs[this.#active];
    return tab !== undefined && tab.index < tab.stack.length - 1;
  }

  #change(change: (tab: Tab<P>) => Tab<P>): void {
    this.#tabs = this.#tabs.map((tab, at) => (at === this.#active ? change(tab) : tab));
  }

  /** A step on in the active tab. */
  push(place: P): void {
    if (this.#tabs.length === 0) this.#tabs = [tabOf<P>([place], 0)];
    else
      this.#change((tab) => {
        const stack = [...tab.stack.slice(0, tab.index + 1), place].slice(-MOST_STEPS);
        return { ...tab, stack, index: stack.length - 1 };
      });
  }

  /** Another place instead of the present one. */
  overwrite(place: P): void {
    this.#change((tab) => ({ ...tab, stack: tab.stack.map((old, at) => (at === tab.index ? place : old)) }));
  }

  step(by: 1 | -1): void {
    this.#change((tab) => ({ ...tab, index: Math.max(0, Math.min(tab.stack.length - 1, tab.index + by)) }));
  }

  /** A new tab behind the active one. */
  open(place: P): void {
    if (this.#tabs.length >= MOST_TABS) return this.push(place);
    const at = this.#tabs.length === 0 ? 0 : this.#active + 1;
    this.#tabs = [...this.#tabs.slice(0, at), tabOf<P>([place], 0), ...this.#tabs.slice(at)];
    this.#active = at;
  }

  choose(at: number): void {
    if (this.#tabs[at]) this.#active = at;
  }

  close(at: number): void {
    this.#tabs = this.#tabs.filter((_, n) => n !== at);
    if (at < this.#active || this.#active >= this.#tabs.length) this.#active = Math.max(0, this.#active - 1);
  }

  /** One tab with one place, or none at all. */
  reset(place?: P): void {
    this.#tabs = place === undefined ? [] : [tabOf<P>([place], 0)];
    this.#active = 0;
  }

  /** All of it as it is now; null for a pane without tabs. */
  get now(): TabsThen<P> | null {
    return this.#tabs.length === 0 ? null : { tabs: this.#tabs, active: this.#active };
  }

  /** Shows the tabs as they were; none for null. */
  show(then: TabsThen<P> | null): void {
    this.#tabs = then?.tabs ?? [];
    this.#active = then?.active ?? 0;
  }
}
