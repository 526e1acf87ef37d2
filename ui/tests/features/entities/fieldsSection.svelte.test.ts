// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { expect, test, vi } from "vitest";

import type { Entity } from "../../../src/api/generated";

const kept = vi.hoisted(() => [] as unknown[]);
vi.mock("../../../src/api/client", () => ({
  entities: { setFields: async (...given: unknown[]) => void kept.push(given) },
  notebook: { undoPeek: async () => null },
  logProblem: () => undefined,
}));
const { default: FieldsSection } = await import("../../../src/features/entities/FieldsSection.svelte");

test("what is being written of an entity is kept when another one is opened", async () => {
  const entity = { id: "e1", fields: [{ name: "Born", value: "1984" }] } as unknown as Entity;
  for (const value of ["1983", "1984"]) {
    const shown = mount(FieldsSection, { target: document.body, props: { entity } });
    document.querySelector<HTMLButtonElement>("header button")?.click();
    flushSync();
    const field = document.querySelectorAll<HTMLInputElement>("input")[1];
    if (!field) throw new Error("no field");
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    flushSync();
    await unmount(shown);
  }
  expect(kept).toEqual([["e1", [{ name: "Born", value: "1983" }, { name: "", value: "" }]]]);
});

test("what is edited after a save counts against what was saved then", async () => {
  kept.length = 0;
  const fieldsOf = (value: string): Entity => ({ id: "e1", fields: [{ name: "Born", value }] }) as unknown as Entity;
  const props = $state({ entity: fieldsOf("1984") });
  const type = (value: string): void => {
    document.querySelector<HTMLButtonElement>("header button")?.click();
    flushSync();
    const field = document.querySelectorAll<HTMLInputElement>("input")[1]!;
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    flushSync();
  };
  const shown = mount(FieldsSection, { target: document.body, props });
  type("1983");
  document.querySelector("form")?.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true }));
  await Promise.resolve();
  await new Promise((resolve) => setTimeout(resolve, 0));
  props.entity = fieldsOf("1983");
  flushSync();
  type("1984");
  await unmount(shown);
  expect(kept.map((given) => (given as [string, { value: string }[]])[1][0]?.value)).toEqual(["1983", "1984"]);
});
