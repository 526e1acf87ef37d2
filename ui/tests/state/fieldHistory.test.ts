// @vitest-environment jsdom
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { redoTyped, undoTyped, watchFields } from "../../src/state/fieldHistory";

let stop = (): void => undefined;
let [title, name] = [document.createElement("textarea"), document.createElement("input")];
/** What the field's owner heard of its words. */
const heard: string[] = [];

beforeAll(() => {
  stop = watchFields();
  // The page of a test has the focus nowhere.
  vi.spyOn(document, "hasFocus").mockReturnValue(true);
});
afterAll(() => stop());

beforeEach(() => {
  document.body.replaceChildren();
  [title, name] = [document.createElement("textarea"), document.createElement("input")];
  document.body.append(title, name);
  heard.length = 0;
  title.addEventListener("input", () => heard.push(title.value));
  title.focus();
});

function write(words: string, field: HTMLInputElement | HTMLTextAreaElement = title): void {
  for (const letter of words) {
    const how: InputEventInit = { bubbles: true, inputType: "insertText", data: letter };
    field.dispatchEvent(new InputEvent("beforeinput", how));
    const at = field.selectionStart ?? 0;
    field.setRangeText(letter, at, field.selectionEnd ?? at, "end");
    field.dispatchEvent(new InputEvent("input", how));
  }
}

test("words of a field are undone and typed again, and its owner hears of both", () => {
  title.value = "Ports";
  title.setSelectionRange(5, 5);
  write(" of");
  title.setSelectionRange(0, 0);
  write("All ");
  expect(title.value).toBe("All Ports of");
  heard.length = 0;
  expect([undoTyped(), undoTyped(), undoTyped()]).toEqual([true, true, false]);
  expect(heard).toEqual(["Ports of", "Ports"]);
  expect(title.selectionStart).toBe(5);
  expect([redoTyped(), redoTyped(), redoTyped()]).toEqual([true, true, false]);
  expect([title.value, title.selectionStart]).toEqual(["All Ports of", 4]);
});

test("nothing is undone in a field that was left, or whose words are others by now", () => {
  write("Ports");
  name.focus();
  title.focus();
  expect(undoTyped()).toBe(false);
  write("!");
  title.value = "Ships";
  expect(undoTyped()).toBe(false);
  write(" of war");
  expect(undoTyped()).toBe(true);
  expect(title.value).toBe("Ships");
});

test("what is typed in one field is not undone in another, and Enter keeps it", () => {
  write("Ports");
  name.focus();
  expect(undoTyped()).toBe(false);
  write("Ann", name);
  name.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  expect([undoTyped(), name.value]).toEqual([false, "Ann"]);
});
