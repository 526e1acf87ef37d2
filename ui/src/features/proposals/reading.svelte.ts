// How far the notebook has read its articles for names.

import { logProblem, proposals as client } from "../../api/client";
import type { ReadingStatus } from "../../api/generated";
import { showFailure } from "../../state/toasts.svelte";

let status = $state.raw<ReadingStatus | null>(null);
let asked = false;

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
      client.status().then(
        (now) => (status = now),
        (thrown: unknown) => logProblem(`reading for names: ${String(thrown)}`),
      );
    }, EVERY_MS);
  },
  async set(on: boolean): Promise<void> {
    try {
      await client.setReading(on);
      status = await client.status();
    } catch (thrown) {
      showFailure(thrown, "proposal_set_reading");
    }
  },
};
