// What the window draws of a difference: paragraphs that are the same fold away
// around those that changed.

import type { DiffRun, PartDiff, TextDiff } from "../../api/generated";
import { dateAndTime, readTime } from "../../text/time";

export type DiffRow =
  | { row: "part"; key: number; part: PartDiff }
  /** Parts that are the same, from the first to the last. */
  | { row: "fold"; key: number; parts: PartDiff[] };

/** Paragraphs left in sight on each side of a change. */
const AROUND = 1;

/** The rows in reading order; `open` holds the keys of folds that are unfolded. */
export function diffRows(diff: TextDiff, open: ReadonlySet<number>): DiffRow[] {
  const near = diff.parts.map((_, at) =>
    diff.parts.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(({ change }) => change !== "same"),
  );
  const rows: DiffRow[] = [];
  let folded: PartDiff[] = [];
  let first = 0;
  const unfold = (): void => {
    if (folded.length === 0) return;
    if (folded.length === 1 || open.has(first)) folded.forEach((part, at) => rows.push({ row: "part", key: first + at, part }));
    else rows.push({ row: "fold", key: first, parts: folded });
    folded = [];
  };
  diff.parts.forEach((part, at) => {
    if (near[at]) {
      unfold();
      rows.push({ row: "part", key: at, part });
      return;
    }
    if (folded.length === 0) first = at;
    folded.push(part);
  });
  unfold();
  return rows;
}

/** Whether anything differs. */
export function differs(diff: TextDiff): boolean {
  return diff.parts.some(({ change }) => change !== "same");
}

/** What is drawn of a part: a time is shown as it is elsewhere, and changes as a whole. */
export function runsOf({ of, runs }: PartDiff): DiffRun[] {
  if (of.part !== "published" && of.part !== "updated") return runs;
  const without = (kind: DiffRun["kind"]): string => runs.filter((run) => run.kind !== kind).map(({ text }) => text).join("");
  const printed = (iso: string): string => {
    const time = readTime(iso);
    return time ? dateAndTime(time) : iso;
  };
  const [before, after] = [printed(without("inserted")), printed(without("deleted"))];
  if (before === after) return [{ kind: "same", text: after }];
  const both: DiffRun[] = [{ kind: "deleted", text: before }, { kind: "inserted", text: after }];
  return both.filter(({ text }) => text !== "");
}
