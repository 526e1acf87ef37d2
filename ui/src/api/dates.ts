/** Dates as they are typed. */
import type { PrintedTime } from "./generated";
import { call } from "./client";

export const dates = {
  /** The time of an article that was typed, with its time of day and zone; null when it is no time. */
  readTime: (typed: string) => call<PrintedTime | null>("time_read", { typed }),
  /**
   * What was typed, as `2022-05-10`, `2022-05` or `2022`; null when it is no date. `9 May` and
   * `Monday` are those up to `seenFrom`, the day of a text, which is empty where none is known;
   * null counts from today.
   */
  read: (typed: string, seenFrom: string | null) => call<string | null>("date_read", { typed, seenFrom }),
};
