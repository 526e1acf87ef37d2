// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { expect, test } from "vitest";

import IconButton from "../../src/components/IconButton.svelte";

test("the tooltip goes with the press, before anything opens, and comes back with the next hover", () => {
  const shown = mount(IconButton, { target: document.body, props: { icon: "more", label: "More" } });
  const button = document.querySelector("button")!;
  const title = (event: string): string | null => {
    button.dispatchEvent(new Event(event, { bubbles: true }));
    flushSync();
    return button.getAttribute("title");
  };
  expect(title("pointerenter")).toBe("More");
  expect(title("pointerdown")).toBeNull();
  expect(title("pointerleave")).toBe("More");
  expect(button.getAttribute("aria-label")).toBe("More");
  void unmount(shown);
});
