/** Dates as they are typed. */
import { call } from "./client";

export const dates = {
  /**
   * What was typed, as `2022-05-10`, `2022-05` or `2022`; null when it is no date. `9 May` and
   * `Monday` are those up to `seenFrom`, the day of a text, which is empty where none is known;
   * null counts from today.
   */
  read: (typed: string, seenFrom: string | null) => call<string | null>("date_read", { typed, seenFrom }),
};
