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
