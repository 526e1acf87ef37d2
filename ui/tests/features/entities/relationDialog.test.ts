// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { expect, test, vi } from "vitest";

import type { Entity } from "../../../src/api/generated";

const asked = vi.hoisted(() => [] as unknown[]);
vi.mock("../../../src/api/client", () => ({
  entities: {
    relate: async (...given: unknown[]) => {
      asked.push(given);
      throw { code: "invalid_input", detail: "" };
    },
    complete: async () => [],
  },
  notebook: { undoPeek: async () => null },
  on: () => () => undefined,
  logProblem: () => undefined,
}));
vi.mock("../../../src/api/dates", () => ({ dates: { read: async (text: string) => text } }));
const { default: RelationDialog } = await import("../../../src/features/entities/RelationDialog.svelte");

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) {
    await Promise.resolve();
    flushSync();
  }
};

test("it begins at its first field, says why dates cannot be, and says no more of what was changed", async () => {
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) { this.open = true; };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) { this.open = false; };
  Element.prototype.scrollIntoView = () => undefined;
  const entity = { id: "e1", kind: "person", name: "Sergei Lavrov", names: [] } as unknown as Entity;
  const relation = { id: "r1", kind: "holds", inverse: false, other: null, role: "Minister", since: "2004-03-09", until: "2003", source: "" } as const;
  const shown = mount(RelationDialog, { target: document.body, props: { entity, relation, onclose: () => undefined } });
  await settle();
  expect(document.activeElement?.tagName).toBe("SELECT");
  const save = async (): Promise<void> => {
    document.querySelector("form")?.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true }));
    await settle();
  };
  const alert = (): string | undefined => document.querySelector("[role=alert]")?.textContent ?? undefined;
  await save();
  expect(alert()).toContain("Until 2003 is before since 2004-03-09");
  expect(asked).toEqual([]);
  const source = [...document.querySelectorAll<HTMLInputElement>("input")].at(-1);
  const until = [...document.querySelectorAll<HTMLInputElement>("input")].at(-2);
  if (!source || !until) throw new Error("no fields");
  until.value = "2007";
  until.dispatchEvent(new Event("input", { bubbles: true }));
  await settle();
  expect(alert()).toBeUndefined();
  await save();
  expect(alert()).toContain("This value cannot be used.");
  source.value = "its page";
  source.dispatchEvent(new Event("input", { bubbles: true }));
  await settle();
  expect(alert()).toBeUndefined();
  void unmount(shown);
});
