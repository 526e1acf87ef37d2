// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { focusAfterBeside, focusWhenThere, notePaneFocus, walkPanes } from "../../src/state/panes";

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

test("a pane is come back to where it was left, and to its text the first time", () => {
  document.body.innerHTML = `<nav data-pane="sidebar"><button id="row">Inbox</button></nav>
    <main data-pane="reader"><button id="link">Insert link</button><div id="text" tabindex="0" data-focus-first></div><button id="more">More</button></main>`;
  const hear = (event: FocusEvent): void => notePaneFocus(event.target as HTMLElement);
  window.addEventListener("focusin", hear);
  const at = (): string | undefined => document.activeElement?.id;
  document.getElementById("row")?.focus();
  walkPanes(1);
  expect(at()).toBe("text");
  document.getElementById("more")?.focus();
  walkPanes(-1);
  expect(at()).toBe("row");
  walkPanes(1);
  expect(at()).toBe("more");
  walkPanes(-1);
  document.getElementById("more")?.remove();
  walkPanes(1);
  expect(at()).toBe("text");
  window.removeEventListener("focusin", hear);
});

test("when the pane beside is closed, the main one has the focus where it was left", () => {
  document.body.innerHTML = `${list}<main data-pane="reader"><div id="text" tabindex="0"></div><button id="more">More</button></main><aside data-pane="beside"><button id="close">Close</button></aside>`;
  const close = document.getElementById("close")!;
  close.focus();
  close.remove();
  focusAfterBeside();
  expect(document.activeElement?.id).toBe("rows");
  notePaneFocus(document.getElementById("more")!);
  (document.activeElement as HTMLElement).blur();
  focusAfterBeside();
  expect(document.activeElement?.id).toBe("more");
  document.getElementById("text")?.focus();
  focusAfterBeside();
  expect(document.activeElement?.id).toBe("text");
});

test("a screen that has gone takes no focus", () => {
  focusWhenThere()();
  document.body.innerHTML = list;
  vi.advanceTimersByTime(2000);
  expect(document.activeElement).toBe(document.body);
});
