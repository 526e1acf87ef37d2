// The dossiers of the notebook, for the list and for whoever adds to one.

import { logProblem } from "../../api/client";
import { dossiers as client } from "../../api/dossiers";
import type { DossierId, DossierRow } from "../../api/generated";
import { openDossier } from "../../state/navigation.svelte";
import { offerUndo, showFailure } from "../../state/toasts.svelte";
import { Latest } from "../search/latest";

let list = $state.raw<readonly DossierRow[]>([]);
let deleted = $state.raw<readonly DossierRow[]>([]);
let loaded = $state(false);

const asking = new Latest<null, [DossierRow[], DossierRow[]]>(
  () => Promise.all([client.list(), client.list(true)]),
  ([kept, gone]) => {
    list = kept;
    deleted = gone;
    loaded = true;
  },
  (problem) => logProblem(`dossiers: ${String(problem)}`),
);

/** Does it, and offers to take it back; true when it was done. */
export async function change(command: string, work: () => Promise<unknown>, undoable = true): Promise<boolean> {
  try {
    await work();
    if (undoable) await offerUndo();
    return true;
  } catch (thrown) {
    showFailure(thrown, command);
    return false;
  }
}

export const dossierList = {
  get rows(): readonly DossierRow[] {
    return list;
  },
  /** Those in the trash. */
  get deleted(): readonly DossierRow[] {
    return deleted;
  },
  get loaded(): boolean {
    return loaded;
  },
  load: (): void => asking.ask(null),
  async create(name: string): Promise<void> {
    try {
      const made = await client.create(name);
      openDossier(made.id);
      await offerUndo();
    } catch (thrown) {
      showFailure(thrown, "dossier_create");
    }
  },
  rename: (id: DossierId, name: string) => change("dossier_rename", () => client.rename(id, name)),
  delete: (id: DossierId) => change("dossier_delete", () => client.delete(id)),
  restore: (id: DossierId) => change("dossier_restore", () => client.restore(id), false),
};
