// Which entity a proposed name is of, where a person says so.

import { proposals } from "../../api/client";
import type { EntityId, ProposalOutcome, ProposalsMeant, Span } from "../../api/generated";

/** None of the kept entities, also where these share the name. */
export const NEW = "new";
/** `null`: whichever has the name, or a new one. */
export type Meant = EntityId | typeof NEW | null;

export function acceptAs(which: ProposalsMeant, meant: Meant, only: Span | null = null): Promise<ProposalOutcome> {
  return proposals.accept({ which, to: meant === NEW ? null : meant, asNew: meant === NEW, only });
}
