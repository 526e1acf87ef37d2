// What a link in a note leads to that is made for it.

import { entities, notes } from "../../api/client";
import type { EntityKind, LinkTarget } from "../../api/generated";
import { showFailure } from "../../state/toasts.svelte";

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
