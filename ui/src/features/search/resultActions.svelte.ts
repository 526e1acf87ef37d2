// What can be done with all results of a search at once.

import { search as client } from "../../api/client";
import type { SearchQuery } from "../../api/generated";
import { showFailure, showNotice } from "../../state/toasts.svelte";
import { plural } from "../../strings/en";
import { resultWords as words } from "../../strings/tags";
import { copyFetched, NothingToCopy } from "../../text/clipboard";
import { citationList } from "./citations";

let asked = $state.raw<{ query: SearchQuery; articles: number } | null>(null);

export const resultActions = {
  /** Results that are to be tagged, while the tag is asked for. */
  get asked(): { query: SearchQuery; articles: number } | null {
    return asked;
  },
  askTag(query: SearchQuery, articles: number): void {
    if (articles === 0) showNotice(words.nothing);
    else asked = { query, articles };
  },
  endTagging(): void {
    asked = null;
  },
  /** Puts the results into the clipboard, each with its source. */
  async copy(query: SearchQuery, form: "plain" | "markdown"): Promise<void> {
    let copied = 0;
    const list = client.citations(query).then((cited) => {
      copied = cited.length;
      if (copied === 0) throw new NothingToCopy();
      return citationList(cited, form);
    });
    try {
      await copyFetched(list);
      showNotice(words.copied(plural(copied, "article")));
    } catch (thrown) {
      if (thrown instanceof NothingToCopy) showNotice(words.nothing);
      else showFailure(thrown, "copy");
    }
  },
};
