// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { afterEach, expect, test, vi } from "vitest";

vi.mock("../../../src/api/client", () => ({
  logProblem: () => undefined,
  search: { complete: async () => [{ value: "region/koreas", written: "region/koreas", count: 3 }] },
}));

const { default: TagField } = await import("../../../src/features/tags/TagField.svelte");
let shown: Record<string, unknown> | null = null;
afterEach(() => {
  if (shown) void unmount(shown);
});

test("Tab takes what is offered, and the next one leaves the field", async () => {
  shown = mount(TagField, { target: document.body, props: { label: "Tag", onpick: () => undefined } });
  flushSync();
  const field = document.querySelector("input")!;
  const settle = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 0));
    flushSync();
  };
  /** True where the key is left to the window. */
  const press = (key: string): boolean => {
    const left = field.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    flushSync();
    return left;
  };
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await settle();
  press("ArrowDown");
  expect(press("Tab")).toBe(false);
  expect(field.value).toBe("region/koreas");
  expect(press("Tab")).toBe(true);
});
