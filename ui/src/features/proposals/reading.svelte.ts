// How far the notebook has read its articles for names.

import { logProblem, proposals as client } from "../../api/client";
import type { ReadingStatus } from "../../api/generated";
import { showFailure } from "../../state/toasts.svelte";

let status = $state.raw<ReadingStatus | null>(null);
let asked = false;
/** Rises with each notebook: an answer about the last one comes too late. */
let turn = 0;

/** At most so often the notebook is asked while it reads on. */
const EVERY_MS = 300;

export const reading = {
  get status(): ReadingStatus | null {
    return status;
  },
  /** Asks again; many calls close together make one. */
  refresh(): void {
    if (asked) return;
    asked = true;
    setTimeout(() => {
      asked = false;
      const mine = turn;
      client.status().then(
        (now) => {
          if (mine === turn) status = now;
        },
        (thrown: unknown) => logProblem(`reading for names: ${String(thrown)}`),
      );
    }, EVERY_MS);
  },
  /** Another notebook is open: what is known of the last one is nothing to show. */
  forget(): void {
    status = null;
    turn += 1;
    reading.refresh();
  },
  /** False when it was refused. */
  async set(on: boolean): Promise<boolean> {
    try {
      await client.setReading(on);
    } catch (thrown) {
      showFailure(thrown, "proposal_set_reading");
      return false;
    }
    reading.refresh();
    return true;
  },
};
