// What a link in a note leads to that is made for it.

import { entities, logProblem, notes, proposals } from "../../api/client";
import type { EntityKind, LinkTarget } from "../../api/generated";
import { offerUndo, showFailure } from "../../state/toasts.svelte";
import type { Offered } from "./editor/linkPrompt";

/** Null when it could not be made, which is said. */
export async function createNote(title: string): Promise<LinkTarget | null> {
  try {
    const note = await notes.create(title, "");
    return { to: "note", id: note.id };
  } catch (thrown) {
    showFailure(thrown, "note_create");
    return null;
  }
}

export async function createEntity(kind: EntityKind, name: string): Promise<LinkTarget | null> {
  try {
    const entity = await entities.create(kind, name);
    return { to: "entity", id: entity.id };
  } catch (thrown) {
    showFailure(thrown, "entity_create");
    return null;
  }
}

/** Names that are proposed in articles and go on from what was typed, as something to link to. */
export async function proposedNames(text: string, limit: number): Promise<Offered[]> {
  // Without them the names that are kept are offered all the same.
  const found = await proposals.named(text.trim(), limit).catch((thrown: unknown) => (logProblem(`proposal_named: ${String(thrown)}`), []));
  return found.map(({ key, kind, name }) => ({ target: { to: "entity", id: key }, title: name, kind, matched: name, detail: null, proposed: key }));
}

/** Accepts a proposed name, everywhere that it is proposed, as one step: whose it is may be called otherwise. */
export async function acceptName(key: string): Promise<LinkTarget | null> {
  try {
    const { entity } = await proposals.accept({ which: { of: "groups", keys: [key] }, to: null, asNew: false, only: null });
    await offerUndo();
    return entity === null ? null : { to: "entity", id: entity };
  } catch (thrown) {
    showFailure(thrown, "proposal_accept");
    return null;
  }
}
