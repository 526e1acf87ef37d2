// Whose text a person is about to type or to point at.

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

let asked = $state.raw<Asked | null>(null);

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
};
