// What a link of a note leads to, opened.

import type { LinkTarget } from "../../api/generated";
import { openArticle, openDossier, openEntity, openNote } from "../../state/navigation.svelte";
import { openQuote } from "../clippings/openQuote";
import { wantPassage } from "./editor/passages";

export function openTarget(target: LinkTarget, beside: boolean, anchor = ""): void {
  if (target.to === "note" && anchor !== "") wantPassage(target.id, anchor);
  if (target.to === "article") openArticle(target.id, { beside });
  else if (target.to === "entity") openEntity(target.id, { beside });
  else if (target.to === "quote") void openQuote(target.id, { beside });
  else if (target.to === "dossier") openDossier(target.id, { beside });
  else openNote(target.id, { beside });
}
