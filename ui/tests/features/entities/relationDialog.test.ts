// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { afterEach, expect, test, vi } from "vitest";

import type { Entity, Relation } from "../../../src/api/generated";

const refusal = vi.hoisted(() => ({ code: "invalid_input" }));
const asked = vi.hoisted(() => [] as unknown[]);
vi.mock("../../../src/api/client", () => ({
  entities: {
    relate: async (...given: unknown[]) => {
      asked.push(given);
      throw { code: refusal.code, detail: "" };
    },
    complete: async () => [{ id: "e2", kind: "organisation", name: "Foreign Ministry", matched: "Foreign Ministry", articles: 4 }],
  },
  notebook: { undoPeek: async () => null },
  on: () => () => undefined,
  logProblem: () => undefined,
}));
vi.mock("../../../src/api/dates", () => ({ dates: { read: async (text: string) => (/^\d/.test(text) ? text : null) } }));
const { default: RelationDialog } = await import("../../../src/features/entities/RelationDialog.svelte");

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) {
    await Promise.resolve();
    flushSync();
  }
};

let shown: Record<string, unknown> | undefined;
async function open(relation: Relation | null): Promise<void> {
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) { this.open = true; };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) { this.open = false; };
  Element.prototype.scrollIntoView = () => undefined;
  asked.length = 0;
  const entity = { id: "e1", kind: "person", name: "Sergei Lavrov", names: [] } as unknown as Entity;
  shown = mount(RelationDialog, { target: document.body, props: { entity, relation, onclose: () => undefined } });
  await settle();
}
afterEach(() => {
  if (shown) void unmount(shown);
  shown = undefined;
  document.body.innerHTML = "";
});
const save = async (): Promise<void> => {
  document.querySelector("form")?.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true }));
  await settle();
};
const alert = (): string | undefined => document.querySelector("[role=alert]")?.textContent ?? undefined;
const field = (label: string): HTMLInputElement => {
  const found = document.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`);
  if (!found) throw new Error(`no field ${label}`);
  return found;
};
async function type(into: HTMLInputElement, text: string): Promise<void> {
  into.value = text;
  into.dispatchEvent(new Event("input", { bubbles: true }));
  await settle();
}
const relation: Relation = { id: "r1", kind: "holds", inverse: false, other: null, role: "Minister", since: "2004-03-09", until: "2003", source: "" };

test("it begins at its first field, says why dates cannot be, and says no more of what was changed", async () => {
  await open(relation);
  expect(document.activeElement?.tagName).toBe("SELECT");
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
});

test("dates that cannot be read are not compared: their fields say so, and nothing is saved", async () => {
  await open({ ...relation, since: "", until: "" });
  await type(field("Since"), "soon");
  await type(field("Until"), "never");
  await save();
  expect(document.querySelector("form")?.textContent).toContain("Not a date.");
  expect([alert(), asked]).toEqual([undefined, []]);
  expect(document.activeElement).toBe(field("Since"));
  await type(field("Since"), "2004");
  await save();
  expect([alert(), asked]).toEqual([undefined, []]);
  expect(document.activeElement).toBe(field("Until"));
});

test("where dates are turned, the keys are in the later one", async () => {
  await open(relation);
  await save();
  expect(document.activeElement).toBe(field("Until"));
});

test("no empty box is drawn, and the keys go on to what is filled in next", async () => {
  await open(null);
  const box = (): DOMTokenList | undefined => document.querySelector("[role=listbox]")?.classList;
  expect(box()?.contains("bare")).toBe(true);
  const choice = document.querySelector<HTMLInputElement>("[role=combobox]");
  if (!choice) throw new Error("no choice");
  choice.focus();
  await type(choice, "for");
  choice.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
  await settle();
  expect(document.body.textContent).toContain("Foreign Ministry");
  expect(document.activeElement).toBe(field("Since"));
  document.querySelector<HTMLButtonElement>(".end button")?.click();
  await settle();
  expect(document.activeElement).toBe(document.querySelector("[role=combobox]"));
});

test("a circle is refused with who lies in whom already", async () => {
  refusal.code = "circle";
  await open({ ...relation, kind: "partOf", other: { id: "e2", kind: "place", name: "Moscow" }, until: "" });
  await save();
  refusal.code = "invalid_input";
  const said = (alert() ?? "").replace(/\p{Cf}/gu, "");
  expect(said).toContain("Moscow is part of Sergei Lavrov or located in it already");
  expect(said).not.toContain("This value cannot be used.");
});
