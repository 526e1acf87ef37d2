// Change events of the notebook, so that views fetch again what they show.

import { on } from "../api/client";
import type { Change } from "../api/generated";

/** Runs `hear` for each change of this kind while the calling component lives. */
export function onChange<K extends Change["changed"]>(
  kind: K | readonly K[],
  hear: (change: Extract<Change, { changed: K }>) => void,
): void {
  const kinds: readonly string[] = Array.isArray(kind) ? kind : [kind];
  $effect(() =>
    on("change", (change) => {
      if (kinds.includes(change.changed)) hear(change as Extract<Change, { changed: K }>);
    }),
  );
}
