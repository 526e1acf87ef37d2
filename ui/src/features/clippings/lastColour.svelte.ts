// The colour that the next highlight gets: that of the last one, also after a restart.

import { logProblem, notebook } from "../../api/client";
import type { ClippingColour } from "../../api/generated";
import { COLOURS } from "./clipDraft";

const SETTING = "highlightColour";

let colour = $state<ClippingColour>("yellow");
let asked = false;

export const lastColour = {
  get now(): ClippingColour {
    return colour;
  },
  /** Reads what the notebook remembers, once. */
  async load(): Promise<void> {
    if (asked) return;
    asked = true;
    try {
      const kept = await notebook.setting(SETTING);
      colour = COLOURS.find((one) => one === kept) ?? colour;
    } catch (thrown) {
      logProblem(`highlight colour: ${String(thrown)}`);
    }
  },
  use(chosen: ClippingColour): void {
    if (chosen === colour) return;
    colour = chosen;
    notebook.setSetting(SETTING, chosen).catch((thrown: unknown) => logProblem(`highlight colour: ${String(thrown)}`));
  },
};
