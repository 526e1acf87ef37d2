/** For an editor of which nothing is taken back but what is typed. */
import type { StepOptions } from "../../src/features/notes/editor/steps";

export const noSteps: StepOptions = {
  takeBack: async () => true,
  doAgain: async () => true,
  inTurn: (act) => act(),
  undoElsewhere: async () => undefined,
};
