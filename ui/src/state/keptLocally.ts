/**
 * What is typed and not yet in the notebook, kept by the window itself: a surface or a window
 * that closes must not cost it. Where the storage has no room it stays as long as the window.
 */

const unstored = new Map<string, unknown>();

export function keepLocally(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    unstored.delete(key);
  } catch {
    unstored.set(key, value);
  }
}

export function dropLocally(key: string): void {
  unstored.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    // Without storage nothing was kept.
  }
}

/** What is kept, of whatever form; null when nothing readable is. */
export function keptLocally(key: string): unknown {
  if (unstored.has(key)) return unstored.get(key);
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}
