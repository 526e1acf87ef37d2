// The dossiers of the notebook, for the list and for whoever adds to one.

import { logProblem } from "../../api/client";
import { dossiers as client } from "../../api/dossiers";
import type { DossierId, DossierRow } from "../../api/generated";
import { openDossier } from "../../state/navigation.svelte";
import { doInOrder, offerUndo, showFailure } from "../../state/toasts.svelte";
import { Latest } from "../search/latest";

let list = $state.raw<readonly DossierRow[]>([]);
let deleted = $state.raw<readonly DossierRow[]>([]);
let loaded = $state(false);
let justMade: DossierId | null = null;

const asking = new Latest<null, [DossierRow[], DossierRow[]]>(
  () => Promise.all([client.list(), client.list(true)]),
  ([kept, gone]) => {
    list = kept;
    deleted = gone;
    loaded = true;
  },
  (problem) => logProblem(`dossiers: ${String(problem)}`),
);

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
      justMade = made.id;
      openDossier(made.id);
      await offerUndo();
    } catch (thrown) {
      showFailure(thrown, "dossier_create");
    }
  },
  /** Whether this one was just made: who makes a dossier puts something into it next. Said once. */
  takeMade(id: DossierId): boolean {
    const made = justMade === id;
    if (made) justMade = null;
    return made;
  },
  rename: (id: DossierId, name: string) => doInOrder("dossier_rename", () => client.rename(id, name)),
  delete: (id: DossierId) => doInOrder("dossier_delete", () => client.delete(id)),
  restore: (id: DossierId) => doInOrder("dossier_restore", () => client.restore(id), false),
};
