// The open row of a list stays in sight: it is gone to when it is opened, from wherever, and
// followed when a change moves it while a person has it before them. A list that is fetched
// again otherwise keeps its place.

import { untrack } from "svelte";

type List = { reveal(index: number): void; sees(index: number): boolean };

/**
 * Call it while initialising. `open` says which row is open, by id, and its place in the list,
 * or -1 until that is known.
 */
export function keepOpenRowInSight(list: () => List | undefined, open: () => { id: string | null; at: number }): void {
  let shown: { id: string; at: number } | null = null;
  $effect(() => {
    const { id, at } = open();
    const here = list();
    // With none open, or one that is not in the list, what comes next is opened anew.
    if (id === null || (at < 0 && id !== shown?.id)) shown = null;
    if (id === null || at < 0 || !here) return;
    const before = shown;
    shown = { id, at };
    if (before?.id === id && (before.at === at || !untrack(() => here.sees(before.at)))) return;
    untrack(() => here.reveal(at));
  });
}
