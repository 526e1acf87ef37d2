// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { expect, it, vi } from "vitest";

import type { Entity, EntityCandidate, EntityEdit } from "../../../src/api/generated";
import type { EntityPage } from "../../../src/features/entities/entityPage.svelte";

const { complete } = vi.hoisted(() => ({ complete: vi.fn() }));
vi.mock("../../../src/api/client", async (original) => ({ ...(await original<object>()), entities: { complete } }));
vi.mock("../../../src/features/notes/pictureDrops", () => ({ takePictures: () => undefined }));
const { default: EntityHead } = await import("../../../src/features/entities/EntityHead.svelte");
const { default: NewEntity } = await import("../../../src/features/entities/NewEntity.svelte");

const button = (text: string): HTMLButtonElement => [...document.querySelectorAll("button")].find((each) => each.textContent.trim() === text)!;

function type(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

it("saves what the form says in one step, and goes back to where it was opened", async () => {
  const entity = { id: "e", kind: "place", name: "Rason", description: "", picture: null, names: [] } as unknown as Entity;
  const [edit, editLeft] = [vi.fn<(edit: EntityEdit) => Promise<boolean>>(async () => true), vi.fn()];
  const page = { id: "e", entity, edit, editLeft } as unknown as EntityPage;
  const before = { name: "Rason", kind: "place", description: "", picture: null };
  const shown = mount(EntityHead, { target: document.body, props: { page, entity, ondelete: () => undefined, onmerge: () => undefined } });
  flushSync();
  for (const [description, saved] of [["", 0], [" A port. ", 1]] as const) {
    button("Edit").click();
    flushSync();
    type(document.querySelector("textarea")!, description);
    if (saved) document.querySelector<HTMLInputElement>("input[value=organisation]")!.click();
    document.querySelector("form")!.requestSubmit();
    await vi.waitFor(() => expect(document.activeElement).toBe(button("Edit")));
    expect(edit).toHaveBeenCalledTimes(saved);
  }
  expect(edit).toHaveBeenCalledWith({ before, wanted: { ...before, kind: "organisation", description: "A port." } });
  // What is being written when another one is opened is kept too.
  button("Edit").click();
  flushSync();
  type(document.querySelector("textarea")!, "A port in the north.");
  flushSync();
  void unmount(shown);
  expect(editLeft).toHaveBeenCalledExactlyOnceWith({ before, wanted: { ...before, description: "A port in the north." } });
  const again = mount(EntityHead, { target: document.body, props: { page, entity, ondelete: () => undefined } });
  flushSync();
  button("Edit").click();
  flushSync();
  type(document.querySelector("textarea")!, "A port.");
  flushSync();
  button("Cancel").click();
  flushSync();
  void unmount(again);
  expect([edit, editLeft].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
});

it("says that a name is kept already", async () => {
  const kim: EntityCandidate = { id: "k", kind: "person", name: "Kim Jong Un", matched: "Kim Jong Un", articles: 2 } as EntityCandidate;
  Object.assign(HTMLDialogElement.prototype, { showModal(this: HTMLDialogElement) { this.open = true; }, close: () => undefined });
  complete.mockResolvedValue([kim, { ...kim, id: "l", name: "Kim Jong Un University", matched: "Kim Jong Un University" }]);
  const opened = vi.fn();
  const shown = mount(NewEntity, { target: document.body, props: { onclose: () => undefined, oncreated: opened } });
  flushSync();
  type(document.querySelector<HTMLInputElement>("input.field")!, "kim jong un");
  await vi.waitFor(() => expect(document.querySelectorAll("[role=status] p")).toHaveLength(1));
  button("Open").click();
  expect(opened).toHaveBeenCalledWith("k");
  void unmount(shown);
});
