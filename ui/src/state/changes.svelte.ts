// Change events of the notebook, so that views fetch again what they show.

import { on } from "../api/client";
import type { Change } from "../api/generated";
import { inPause } from "./writing";

/** Things that one change names at most; of more it says that any of them changed. */
const MOST_NAMED = 500;

/** Two changes of one kind as one. */
export function united(first: Change | undefined, then: Change): Change {
  if (first === undefined || !("ids" in first) || !("ids" in then)) return then;
  const ids = [...new Set<string>([...first.ids, ...then.ids])];
  const any = first.ids.length === 0 || then.ids.length === 0 || ids.length > MOST_NAMED;
  return { ...then, ids: any ? [] : ids };
}

/** Runs `hear` for each change of this kind while the calling component lives; while somebody writes a note, in the next pause. */
export function onChange<K extends Change["changed"]>(
  kind: K | readonly K[],
  hear: (change: Extract<Change, { changed: K }>) => void,
): void {
  const kinds: readonly string[] = Array.isArray(kind) ? kind : [kind];
  $effect(() => {
    /** What waits to be heard, by its kind: many changes of a pause are fetched for once. */
    const waiting = new Map<string, Change>();
    const tell = (): void => {
      const changes = [...waiting.values()];
      waiting.clear();
      for (const change of changes) hear(change as Extract<Change, { changed: K }>);
    };
    let forget = (): void => undefined;
    const stop = on("change", (change) => {
      if (!kinds.includes(change.changed)) return;
      const first = waiting.size === 0;
      waiting.set(change.changed, united(waiting.get(change.changed), change));
      if (first) forget = inPause(tell);
    });
    return () => {
      stop();
      forget();
    };
  });
}
