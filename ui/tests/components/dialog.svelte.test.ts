// @vitest-environment jsdom
import { createRawSnippet, flushSync, mount, unmount } from "svelte";
import { expect, test, vi } from "vitest";

import Dialog from "../../src/components/Dialog.svelte";
import { watchFields } from "../../src/state/fieldHistory";

/** What a key does in a field: it is pressed, and its letter written where it has one. */
function press(field: HTMLInputElement, key: string, ctrlKey = false): void {
  field.dispatchEvent(new KeyboardEvent("keydown", { key, code: `Key${key.toUpperCase()}`, ctrlKey, bubbles: true, cancelable: true }));
  if (ctrlKey) return;
  const how: InputEventInit = { bubbles: true, inputType: "insertText", data: key };
  field.dispatchEvent(new InputEvent("beforeinput", how));
  field.setRangeText(key, field.selectionStart ?? 0, field.selectionEnd ?? 0, "end");
  field.dispatchEvent(new InputEvent("input", how));
}

test("Ctrl+Z in a field of a dialog undoes what was typed in it, and nothing behind the dialog", () => {
  HTMLDialogElement.prototype.showModal = () => undefined;
  HTMLDialogElement.prototype.close = () => undefined;
  vi.spyOn(document, "hasFocus").mockReturnValue(true);
  const stop = watchFields();
  const behind = vi.fn();
  window.addEventListener("keydown", behind);
  const children = createRawSnippet(() => ({ render: () => `<input type="text" value="Ports">` }));
  const shown = mount(Dialog, { target: document.body, props: { title: "Rename", onclose: () => undefined, children } });
  flushSync();
  const field = document.querySelector("input")!;
  expect(document.activeElement).toBe(field);
  field.setSelectionRange(5, 5);
  press(field, "s");
  press(field, "z", true);
  expect(field.value).toBe("Ports");
  press(field, "y", true);
  expect(field.value).toBe("Portss");
  press(field, "z", true);
  press(field, "z", true);
  expect([field.value, behind.mock.calls.length]).toEqual(["Ports", 0]);
  window.removeEventListener("keydown", behind);
  void unmount(shown);
  stop();
});
