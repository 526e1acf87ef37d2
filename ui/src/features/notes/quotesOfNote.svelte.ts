// What the quotes are now that a note shows as cards: who said them, and whether their passage is there.

import { clippings as client } from "../../api/clippings";
import type { Clipping } from "../../api/generated";
import { onChange } from "../../state/changes.svelte";
import { showFailure } from "../../state/toasts.svelte";
import { Latest } from "../search/latest";

/** The least time between two looks, in milliseconds: an import changes something twenty times a second. */
export const BETWEEN_MS = 500;

/** Tells `hear` what the quotes with these ids (between blanks) are, now and after changes, while the calling component lives. */
export function followQuotes(ids: () => string, hear: (quotes: readonly Clipping[]) => void): void {
  const latest = new Latest<string, readonly Clipping[]>(
    (wanted) => client.getSome(wanted.split(" ")),
    hear,
    (thrown) => showFailure(thrown, "clipping_get_some"),
  );
  let timer: ReturnType<typeof setTimeout> | undefined;

  function ask(): void {
    const wanted = ids();
    if (wanted !== "") latest.ask(wanted);
  }

  $effect(() => {
    ask();
    return () => latest.drop();
  });
  $effect(() => () => clearTimeout(timer));
  onChange(["clippings", "articles", "entities"], () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      ask();
    }, BETWEEN_MS);
  });
}
