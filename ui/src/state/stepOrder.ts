// The order in which steps are asked for. What takes back means the last thing that was asked for:
// it waits for all that was asked for before it, and what is asked for behind it waits for it.

/** Steps that are asked for and not done. */
const asked = new Set<Promise<void>>();
/** What was asked to be taken back or done again last, while that is not done. */
let back: Promise<void> | null = null;

/** Something is taken back or done again, or waits for its turn. */
export const isTakingBack = (): boolean => back !== null;

/**
 * Says that a step is asked for now: by one call (`api/client`, which goes at once), or by what takes
 * several. It may be done once `turn` has come (none: at once), and is done, or the notebook has kept
 * it, with `end`.
 */
export function askStep(): { turn: Promise<void> | null; end: () => void } {
  let end: () => void = () => undefined;
  const done = new Promise<void>((resolve) => (end = resolve));
  asked.add(done);
  void done.then(() => asked.delete(done));
  return { turn: back, end };
}

/**
 * Does something that may be a step, behind what is taken back before it; at once where nothing is.
 * Never within another one: what is taken back between the two would wait for the outer, and the inner
 * for that, so that nothing is taken back any more.
 */
export function inOrder<T>(act: () => T | Promise<T>): T | Promise<T> {
  const { turn, end } = askStep();
  if (turn) return turn.then(act).finally(end);
  try {
    const done = act();
    if (done instanceof Promise) return done.finally(end);
    end();
    return done;
  } catch (thrown) {
    end();
    throw thrown;
  }
}

/** Takes back, or does again, behind all that is asked for by now. */
export function backInOrder<T>(act: () => Promise<T>): Promise<T> {
  const before = [...asked, back];
  const done = Promise.all(before).then(act);
  const ended = done.then(
    () => undefined,
    // One that fails does not keep the next from its turn.
    () => undefined,
  );
  back = ended;
  void ended.then(() => {
    if (back === ended) back = null;
  });
  return done;
}
