// Whose text a person is about to type or to point at, and what was typed so far.

import type { OriginalOf } from "../../api/generated";

export type Asked = {
  way: "type" | "pick";
  of: OriginalOf;
  /** What the window calls it: a title or a file's name. */
  name: string;
  language: string | null;
  title: string;
  text: string;
  /** There is an original to look at. */
  original: boolean;
};

export type Draft = { title: string; text: string };

let asked = $state.raw<Asked | null>(null);
/** By source: what was typed and not yet taken over, until the window closes. */
const drafts = new Map<string, Draft>();

const keyOf = (of: OriginalOf): string => `${of.of} ${of.id}`;

export const byHand = {
  get asked(): Asked | null {
    return asked;
  },

  ask(what: Asked): void {
    asked = what;
  },

  /** Closes the dialog of this request; one that was opened meanwhile stays. */
  end(of: Asked): void {
    if (asked === of) asked = null;
  },

  draft(of: OriginalOf): Draft | undefined {
    return drafts.get(keyOf(of));
  },

  keepDraft(of: OriginalOf, draft: Draft): void {
    drafts.set(keyOf(of), draft);
  },

  dropDraft(of: OriginalOf): void {
    drafts.delete(keyOf(of));
  },
};
