/**
 * Whether somebody is writing in a note just now. What follows from a change elsewhere in the
 * window, as lists and counts, waits for a pause then: to draw it takes as long as a key may.
 */

/** Milliseconds without a key that are a pause. */
export const PAUSE = 500;
/** Milliseconds after which what waits is done, though nobody paused. */
export const LONGEST = 5000;

let lastKey = -Infinity;
/** What waits for a pause, and since when. */
const waiting = new Map<() => void, number>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Keys that write, and those that take back what was written. */
const WRITES = new Set(["Enter", "Backspace", "Delete", "Process", "Unidentified"]);

/** Listens for keys in notes. Returns how to stop. */
export function watchWriting(): () => void {
  const heard = ({ target, key, ctrlKey, metaKey }: KeyboardEvent): void => {
    const writes = WRITES.has(key) || ([...key].length === 1 && !ctrlKey && !metaKey);
    if (writes && target instanceof Element && target.closest('[data-scope="editor"]')) lastKey = Date.now();
  };
  window.addEventListener("keydown", heard, true);
  return () => window.removeEventListener("keydown", heard, true);
}

function isWriting(): boolean {
  const since = Date.now() - lastKey;
  // A clock that was put back holds nothing up.
  return since >= 0 && since < PAUSE;
}

/** Does it in the next pause; at once where nobody writes. Returns how to leave it undone. */
export function inPause(act: () => void): () => void {
  if (!isWriting()) act();
  else {
    waiting.set(act, Date.now());
    timer ??= setTimeout(look, PAUSE);
  }
  return () => void waiting.delete(act);
}

function look(): void {
  timer = undefined;
  const now = Date.now();
  const due = [...waiting].filter(([, since]) => !isWriting() || now - since >= LONGEST);
  for (const [act] of due) waiting.delete(act);
  if (waiting.size > 0) timer = setTimeout(look, Math.max(50, lastKey + PAUSE - now));
  // Each by itself: what one throws must not keep the others from it.
  for (const [act] of due) queueMicrotask(act);
}
