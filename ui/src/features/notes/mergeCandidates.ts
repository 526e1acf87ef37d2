import type { LinkCandidate, LinkTarget, NoteId } from "../../api/generated";

/**
 * Picks `most` of the candidates so that no sort crowds out the others: each of
 * entities, notes and articles gets its share first, what is left goes to the
 * best of all. The notebook's order stays, and no target comes twice. A note is
 * not offered to itself: `self`.
 */
export function mergeCandidates(candidates: readonly LinkCandidate[], most: number, self?: NoteId): LinkCandidate[] {
  const seen = new Set<string>();
  const distinct = candidates.filter(({ target }) => {
    const key = `${target.to}:${target.id}`;
    if (seen.has(key) || (target.to === "note" && target.id === self)) return false;
    seen.add(key);
    return true;
  });
  const sorts = new Set(distinct.map(({ target }) => target.to));
  const share = Math.floor(most / Math.max(1, sorts.size));
  const taken = new Map<LinkTarget["to"], number>();
  const chosen = new Set<LinkCandidate>();
  for (const candidate of distinct) {
    const had = taken.get(candidate.target.to) ?? 0;
    if (had >= share) continue;
    taken.set(candidate.target.to, had + 1);
    chosen.add(candidate);
  }
  for (const candidate of distinct) {
    if (chosen.size >= most) break;
    chosen.add(candidate);
  }
  return distinct.filter((candidate) => chosen.has(candidate));
}
