// What a person does not wait for when they open something is asked for once that is painted:
// each call to the shell takes the window milliseconds.

/** Milliseconds after which it is done in any case: a window that nobody sees paints nothing. */
const LATEST = 250;

/** Does it behind the next frame. Returns how to leave it undone. */
export function afterPaint(act: () => void): () => void {
  let timer = setTimeout(() => {
    cancelAnimationFrame(frame);
    act();
  }, LATEST);
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(act);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
