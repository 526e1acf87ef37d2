// The names that a notebook knows from the start, as the shell knows them.

import { call } from "./client";
import type * as T from "./generated";

export const gazetteer = {
  about: () => call<T.GazetteerInUse>("gazetteer_about"),
  /** Asks for a file; null when none was chosen. */
  choose: () => call<T.GazetteerChoice | null>("gazetteer_choose"),
  reset: () => call<T.GazetteerInUse>("gazetteer_reset"),
};
