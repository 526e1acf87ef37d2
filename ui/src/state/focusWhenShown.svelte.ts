// Whoever goes to a list moves in it with the next key, also when its rows come late.

import { isTextEntry } from "../keys/dispatch.svelte";

/** Focuses a list once, as soon as it is on screen. Call it while initialising. */
export function focusWhenShown(list: () => { focus(): void } | undefined, wanted: boolean): void {
  let waiting = wanted;
  $effect(() => {
    const shown = list();
    if (!shown || !waiting) return;
    waiting = false;
    const at = document.activeElement;
    if (!isTextEntry(at) && !at?.closest("[role=dialog], dialog")) shown.focus();
  });
}
