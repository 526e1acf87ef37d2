// @vitest-environment jsdom
import { afterEach, expect, test } from "vitest";

import { catchTyping, takeTyped } from "../../../src/features/notes/typedAhead";

function press(key: string, held: KeyboardEventInit = {}): boolean {
  return window.dispatchEvent(new KeyboardEvent("keydown", { key, cancelable: true, bubbles: true, ...held }));
}

afterEach(() => {
  takeTyped();
  document.body.replaceChildren();
});

test("letters typed before the title has the keyboard are kept for it", () => {
  catchTyping();
  expect(press("K")).toBe(false);
  press("i");
  press("n");
  press("Backspace");
  expect(press("z", { ctrlKey: true })).toBe(true);
  press("м");
  expect(takeTyped()).toBe("Kiм");
  expect(press("j")).toBe(true);
  expect(takeTyped()).toBe("");
});

test("a field that has the keyboard keeps its letters", () => {
  const field = document.createElement("input");
  document.body.append(field);
  catchTyping();
  field.focus();
  expect(press("a")).toBe(true);
  expect(takeTyped()).toBe("");
});
