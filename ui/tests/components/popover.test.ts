// @vitest-environment jsdom
import { createRawSnippet, flushSync, mount, unmount } from "svelte";
import { expect, test, vi } from "vitest";

import Popover from "../../src/components/Popover.svelte";

test("the first thing that takes keys has the focus, a list of choices too", () => {
  vi.stubGlobal("ResizeObserver", class { observe(): void {} disconnect(): void {} });
  const children = createRawSnippet(() => ({ render: () => "<div><select><option>Any</option></select><button>Clear</button></div>" }));
  const shown = mount(Popover, { target: document.body, props: { anchor: document.body, label: "Filter", onclose: () => undefined, children } });
  flushSync();
  expect(document.activeElement?.tagName).toBe("SELECT");
  void unmount(shown);
});
