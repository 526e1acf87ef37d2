// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { focusWhenThere } from "../../src/state/panes";

const list = '<section data-pane="list" data-main-pane><button id="new">New</button><ul id="rows" role="listbox" tabindex="0"></ul></section>';

beforeEach(() => {
  vi.useFakeTimers();
  // jsdom lays nothing out.
  vi.spyOn(HTMLElement.prototype, "offsetParent", "get").mockReturnValue(document.body);
  document.body.innerHTML = "";
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("a screen takes the focus when its list has come, and only where nothing has it", () => {
  focusWhenThere();
  vi.advanceTimersByTime(200);
  document.body.innerHTML = list;
  vi.advanceTimersByTime(100);
  expect(document.activeElement?.id).toBe("rows");
  document.body.innerHTML = `<input id="field" />${list}`;
  document.getElementById("field")?.focus();
  focusWhenThere();
  vi.advanceTimersByTime(2000);
  expect(document.activeElement?.id).toBe("field");
});

test("a screen that has gone takes no focus", () => {
  focusWhenThere()();
  document.body.innerHTML = list;
  vi.advanceTimersByTime(2000);
  expect(document.activeElement).toBe(document.body);
});
