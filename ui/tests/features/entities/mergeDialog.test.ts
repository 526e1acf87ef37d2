// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { expect, test, vi } from "vitest";

import type { Entity } from "../../../src/api/generated";

const merged = vi.hoisted(() => [] as unknown[]);
vi.mock("../../../src/api/client", () => ({
  entities: {
    get: async (id: string) => ({ id, kind: "person", name: "كيم", description: "", names: [], articles: 1, mentions: 1 }),
    merge: async (...given: unknown[]) => {
      merged.push(given);
      return { id: given[0] };
    },
    alike: async () => [{ entity: { id: "e3", kind: "organisation", name: "Kim Jong Un", articles: 2 }, by: "name", name: "Kim Jong Un", own: "Kim Jong Un", sharedArticles: 0, sharedCompany: 0 }],
    complete: async () => [{ id: "e2", kind: "person", name: "كيم", matched: "كيم", articles: 1 }],
  },
  notes: { backlinks: async () => [] },
  notebook: { undoPeek: async () => null },
  on: () => () => undefined,
  logProblem: () => undefined,
}));
const { default: MergeEntities } = await import("../../../src/features/entities/MergeEntities.svelte");

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) {
    await Promise.resolve();
    flushSync();
  }
};
/** A key as a browser gives it: what is focused is pressed unless somebody says otherwise. */
async function enter(repeat: boolean): Promise<void> {
  const target = document.activeElement ?? document.body;
  const event = new KeyboardEvent("keydown", { key: "Enter", repeat, bubbles: true, cancelable: true });
  target.dispatchEvent(event);
  if (!event.defaultPrevented && target instanceof HTMLButtonElement) target.click();
  await settle();
}

test("Enter that chose the other entity and is still held does not merge them", async () => {
  Element.prototype.scrollIntoView = () => undefined;
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) { this.open = true; };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) { this.open = false; };
  const entity = { id: "e1", kind: "person", name: "Kim Jong Un", description: "", names: [], articles: 3 } as unknown as Entity;
  const shown = mount(MergeEntities, { target: document.body, props: { entity, onclose: () => undefined, onmerged: () => undefined } });
  await settle();
  const field = document.querySelector<HTMLInputElement>("dialog input");
  if (!field) throw new Error("no field");
  field.focus();
  field.value = "كيم";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await settle();
  await enter(false);
  // A name from right to left does not turn the sentence around.
  expect(document.querySelector(".facts bdi")?.textContent).toBe("كيم");
  expect(document.activeElement?.textContent).toContain("Merge");
  await enter(true);
  expect(merged).toEqual([]);
  await enter(false);
  expect(merged).toEqual([["e1", ["e2"]]]);
  void unmount(shown);
});

test("whom it may be stands first, before anything is typed", async () => {
  const entity = { id: "e1", kind: "person", name: "Kim Jong Un", description: "", names: [], articles: 3 } as unknown as Entity;
  merged.length = 0;
  const shown = mount(MergeEntities, { target: document.body, props: { entity, onclose: () => undefined, onmerged: () => undefined } });
  await settle();
  expect(document.querySelector("[role=listbox]")?.textContent).toContain("May be the same");
  expect(document.querySelector("[role=option]")?.textContent).toContain("Kim Jong Un");
  document.querySelector<HTMLInputElement>("dialog input")?.focus();
  await enter(false);
  await enter(false);
  expect(merged).toEqual([["e1", ["e3"]]]);
  void unmount(shown);
});
