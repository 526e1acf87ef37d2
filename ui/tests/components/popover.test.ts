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

/** A surface of this height, below or above an anchor, in a window of 800. */
function standing(top: number): { grow: (tall: number) => string; hover: (is: boolean) => void; end: () => void } {
  let resized = (): void => undefined;
  vi.stubGlobal("ResizeObserver", class { constructor(act: () => void) { resized = act; } observe(): void {} disconnect(): void {} });
  let [tall, hovered] = [300, false];
  vi.stubGlobal("innerHeight", 800);
  const height = vi.spyOn(Element.prototype, "scrollHeight", "get").mockImplementation(() => tall);
  const matches = Element.prototype.matches;
  const hovering = vi.spyOn(Element.prototype, "matches").mockImplementation(function (this: Element, what: string) {
    return what === ":hover" ? hovered : matches.call(this, what);
  });
  const anchor = { left: 10, right: 90, top, bottom: top + 20 };
  const children = createRawSnippet(() => ({ render: () => "<div><input></div>" }));
  const shown = mount(Popover, { target: document.body, props: { anchor, label: "Clip", grows: 60, onclose: () => undefined, children } });
  flushSync();
  return {
    grow: (to) => {
      tall = to;
      resized();
      flushSync();
      const { style } = document.querySelector<HTMLElement>(".pop")!;
      return `${style.top} ${style.maxHeight}`.trim();
    },
    hover: (is) => (hovered = is),
    end: () => {
      void unmount(shown);
      height.mockRestore();
      hovering.mockRestore();
    },
  };
}

test("what grows in it does not move it: below it stays, above its lower end stays", () => {
  const below = standing(200);
  expect([below.grow(300), below.grow(432)]).toEqual(["224px", "224px"]);
  // What finds no room under the pointer is scrolled to; else it is moved as far as it has to be.
  below.hover(true);
  expect(below.grow(700)).toBe("224px 568px");
  below.hover(false);
  expect(below.grow(700)).toBe("92px");
  below.end();
  const above = standing(500);
  expect([above.grow(300), above.grow(400), above.grow(300)]).toEqual(["196px", "96px", "196px"]);
  above.hover(true);
  expect(above.grow(600)).toBe("8px 488px");
  above.end();
});

test("its side is chosen with room for what is still to come", () => {
  const late = standing(430);
  expect(late.grow(300)).toBe("126px");
  late.end();
});
