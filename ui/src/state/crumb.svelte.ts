// What the toolbar names after the view: the note's or the entity's title.

import { unturned } from "../text/turning";

let detail = $state("");

export const crumb = {
  get detail(): string {
    return detail;
  },
};

/** Shows `title()` behind the view's name while the calling component lives. */
export function useCrumb(title: () => string): void {
  $effect(() => {
    detail = unturned(title());
    return () => {
      detail = "";
    };
  });
}
