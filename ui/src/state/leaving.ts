// What waits to be kept is kept when the window closes or another notebook opens.

const works = new Set<() => Promise<unknown>>();

/** Has it done then. Returns how to leave it undone. */
export function whenLeaving(work: () => Promise<unknown>): () => void {
  works.add(work);
  return () => void works.delete(work);
}

/** Does it all; what one throws keeps no other from it. */
export async function keepWhatWaits(): Promise<void> {
  await Promise.allSettled([...works].map((work) => work()));
}
