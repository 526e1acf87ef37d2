import type { ProposalGroup } from "../../api/generated";

/** Changes of a name's kind that are asked for, one after another. */
export interface Changing {
  /** What the name is after those that are done; none where one failed or the name is not found. */
  row: ProposalGroup | undefined;
  /** What it becomes by the one that is under way. */
  becomes: Pick<ProposalGroup, "name" | "kind"> | undefined;
  /** The keys that it has had. */
  keys: Set<string>;
  /** Those not done. */
  waiting: number;
}
