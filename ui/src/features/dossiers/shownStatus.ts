/** The status that the dossier of each pane is narrowed to: print prints what is shown. */
import type { DossierId } from "../../api/generated";

type Shown = { id: DossierId; status: string | null };
export type Pane = "main" | "beside";
const shown = new Map<Pane, Shown>();

/** Says what a pane shows of a dossier. Returns how to forget it. */
export function showStatus(pane: Pane, id: DossierId, status: string | null): () => void {
  const now = { id, status };
  shown.set(pane, now);
  return () => {
    // The pane may show another by now.
    if (shown.get(pane) === now) shown.delete(pane);
  };
}

/** `null`: all of it. */
export function shownStatus(pane: Pane, id: DossierId): string | null {
  const here = shown.get(pane);
  return here?.id === id ? here.status : null;
}
