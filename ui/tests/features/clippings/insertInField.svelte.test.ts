// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { afterEach, expect, test, vi } from "vitest";

import { leftToInsert, type InsertInto } from "../../../src/features/clippings/insertQuote";

vi.mock("../../../src/api/client", () => ({ on: () => () => undefined, logProblem: () => undefined, notebook: {}, notes: { completeLink: async () => [] } }));
const { default: InsertInField } = await import("../../../src/features/clippings/InsertInField.svelte");

let shown: Record<string, unknown>;
afterEach(() => void unmount(shown));

function open(): { field: HTMLInputElement; props: { into: InsertInto } } {
  let into = $state.raw<InsertInto>("");
  const props = { get into() { return into; }, set into(next) { into = next; }, recent: [] };
  shown = mount(InsertInField, { target: document.body, props });
  flushSync();
  return { field: document.querySelector("input")!, props };
}

async function type(field: HTMLInputElement, text: string): Promise<void> {
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await Promise.resolve();
  await Promise.resolve();
  flushSync();
}

function press(field: HTMLInputElement, key: string, ctrlKey = false): void {
  field.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey, bubbles: true, cancelable: true }));
  flushSync();
}

test("a title that no note has makes one that is called so", async () => {
  const { field, props } = open();
  await type(field, "Korea notes ");
  expect([...document.querySelectorAll("[role=option]")].map(({ textContent }) => textContent)).toEqual(["New note “Korea notes”", "No note"]);
  press(field, "Enter");
  expect([field.value, props.into]).toEqual(["New note “Korea notes”", { title: "Korea notes" }]);
  expect(leftToInsert(props.into, "Kim", true)).toEqual({ title: "Korea notes" });
});

test("Ctrl+Enter clips into what stands in the field", async () => {
  const { field, props } = open();
  await type(field, "Ports");
  press(field, "Enter", true);
  expect(props.into).toEqual({ title: "Ports" });
});

test("a clip puts its cards into a note that is there by itself", () => {
  expect(leftToInsert("n", "Kim", true)).toBeNull();
  expect(leftToInsert("n", "Kim", false)).toEqual({ note: "n" });
  expect(leftToInsert("new", " Kim ", true)).toEqual({ title: "Kim" });
  expect(leftToInsert("", "Kim", false)).toBeNull();
});
