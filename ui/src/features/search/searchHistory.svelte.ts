// What was searched for last, as far as a history is kept.

import { logProblem, search as client } from "../../api/client";
import type { SearchHistory } from "../../api/generated";

let history = $state.raw<SearchHistory>({ texts: [], kept: true });

async function then(work: Promise<void>): Promise<void> {
  try {
    await work;
    history = await client.history();
  } catch (thrown) {
    logProblem(`search history: ${String(thrown)}`);
  }
}

export const searchHistory = {
  get texts(): readonly string[] {
    return history.texts;
  },
  get kept(): boolean {
    return history.kept;
  },
  load: () => then(Promise.resolve()),
  remember: (text: string) => void then(client.remember(text)),
  clear: () => then(client.clearHistory()),
  keep: (kept: boolean) => then(client.keepHistory(kept)),
};
