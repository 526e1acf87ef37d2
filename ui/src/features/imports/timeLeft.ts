// How long an import still takes, in words no more exact than the guess is.

import { plural } from "../../strings/en";

/** "about 40 seconds" rounded up to ten, then minutes; nothing when it can't be told. */
export function timeLeft(done: number, total: number, perSecond: number): string {
  if (perSecond <= 0 || done >= total) return "";
  const seconds = (total - done) / perSecond;
  if (seconds < 5) return "";
  if (seconds < 90) return plural(Math.ceil(seconds / 10) * 10, "second");
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? plural(minutes, "minute") : plural(Math.round(minutes / 60), "hour");
}
