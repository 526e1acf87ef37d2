// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { expect, test, vi } from "vitest";

import type { Article } from "../../../src/api/generated";

vi.mock("../../../src/api/client", () => ({
  logProblem: () => undefined,
  on: () => () => undefined,
  call: async () => null,
  tags: { add: async () => undefined, remove: async () => undefined },
  notebook: { undoPeek: async () => null, setting: async () => null, setSetting: async () => undefined },
  search: { complete: async () => [] },
}));
const { default: TagsSection } = await import("../../../src/features/tags/TagsSection.svelte");

test("a tag that is half typed goes to no other article", async () => {
  const article = (id: string): Article => ({ id, tags: ["kept"] }) as unknown as Article;
  const props = $state({ article: article("one") });
  const shown = mount(TagsSection, { target: document.body, props });
  flushSync();
  const field = (): HTMLInputElement | null => document.querySelector("input");
  document.querySelector<HTMLElement>(".act")!.click();
  await new Promise((resolve) => setTimeout(resolve, 0));
  flushSync();
  field()!.value = "half";
  field()!.dispatchEvent(new Event("input", { bubbles: true }));
  flushSync();
  // Told anew, as after any change of it, it is the same article.
  props.article = article("one");
  flushSync();
  expect(field()?.value).toBe("half");
  props.article = article("two");
  flushSync();
  expect(field()).toBeNull();
  document.querySelector<HTMLElement>(".act")!.click();
  await new Promise((resolve) => setTimeout(resolve, 0));
  flushSync();
  expect(field()?.value).toBe("");
  void unmount(shown);
});

test("a key that is pressed while the article before still stands there opens the field for the next one", async () => {
  vi.stubGlobal("requestAnimationFrame", (act: () => void) => setTimeout(act, 1));
  const article = (id: string): Article => ({ id, tags: [] }) as unknown as Article;
  const props = $state({ article: article("one") });
  const aside = document.body.appendChild(document.createElement("aside"));
  const shown = mount(TagsSection, { target: aside, props });
  flushSync();
  aside.setAttribute("inert", "");
  document.querySelector<HTMLElement>(".act")!.click();
  await new Promise((resolve) => setTimeout(resolve, 5));
  props.article = article("two");
  flushSync();
  aside.removeAttribute("inert");
  await vi.waitFor(() => expect(document.querySelector("input")).not.toBeNull());
  void unmount(shown);
  vi.unstubAllGlobals();
});
