/** For an editor of which nothing is taken back but what is typed. */
import type { StepOptions } from "../../src/features/notes/editor/steps";

export const noSteps: StepOptions = {
  takeBack: async () => "done",
  doAgain: async () => "done",
  inTurn: (act) => act(),
  undoElsewhere: async () => undefined,
};
