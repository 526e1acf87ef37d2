/** The entity that a page shows, and what can be done to it. */
import { entities as client, trash } from "../../api/client";
import { CommandError } from "../../api/errors";
import type { Entity, EntityEdit, EntityId, NameId, NameStrength } from "../../api/generated";
import { inOrder } from "../../state/stepOrder";
import { doInOrder, offerUndo, showFailure } from "../../state/toasts.svelte";

export class EntityPage {
  readonly id: EntityId;
  entity = $state.raw<Entity | null>(null);
  failure = $state.raw<unknown>(null);
  #turn = 0;

  constructor(id: EntityId) {
    this.id = id;
    void this.load();
  }

  async load(): Promise<void> {
    const turn = (this.#turn += 1);
    try {
      const found = await client.get(this.id);
      if (turn !== this.#turn) return;
      this.entity = found;
      this.failure = null;
    } catch (thrown) {
      if (turn === this.#turn) this.failure = thrown;
    }
  }

  /** Does one change and shows the entity as it is then. False when it was refused. */
  async #change(command: string, act: () => Promise<Entity>, undoable = true): Promise<boolean> {
    const change = async (): Promise<void> => {
      const changed = await act();
      this.#turn += 1;
      this.entity = changed;
    };
    return doInOrder(command, change, undoable);
  }

  /** What the form says, as one step. */
  edit(edit: EntityEdit): Promise<boolean> {
    return this.#change("entity_edit", () => client.edit(this.id, edit));
  }

  /** What stood in the form when it went: with an entity that was deleted or merged it goes, too. */
  async editLeft(edit: EntityEdit): Promise<void> {
    await inOrder(async () => {
      try {
        await client.edit(this.id, edit);
        await offerUndo();
      } catch (thrown) {
        if (CommandError.from(thrown, "entity_edit").code !== "conflict") showFailure(thrown, "entity_edit");
      }
    });
  }

  /** A picture that is kept already; null removes the one that is shown. */
  setPicture(sha256: string | null): Promise<boolean> {
    return this.#change("entity_set_picture", () => client.setPicture(this.id, sha256));
  }

  /** Out of the trash. */
  async restore(): Promise<boolean> {
    const { entity } = this;
    if (!entity) return false;
    const restore = (): Promise<void> => trash.restore({ is: "entity", id: entity.id, kind: entity.kind });
    return doInOrder("trash_restore", () => restore().then(() => this.load()), false);
  }

  async split(part: EntityId): Promise<boolean> {
    return doInOrder("entity_split", () => client.split(part).then(() => this.load()));
  }

  addName(text: string, strength: NameStrength): Promise<boolean> {
    return this.#change("entity_add_name", () => client.addName(this.id, text, strength));
  }

  removeName(name: NameId): Promise<boolean> {
    return this.#change("entity_remove_name", () => client.removeName(name));
  }

  setStrength(name: NameId, strength: NameStrength): Promise<boolean> {
    return this.#change("entity_set_name_strength", () => client.setNameStrength(name, strength), false);
  }

  prefer(name: NameId): Promise<boolean> {
    return this.#change("entity_prefer_name", () => client.preferName(name), false);
  }
}

/** Deletes an entity and offers to take that back. False when it was refused. */
export async function deleteEntity(id: EntityId): Promise<boolean> {
  return doInOrder("entity_delete", () => client.delete(id));
}
