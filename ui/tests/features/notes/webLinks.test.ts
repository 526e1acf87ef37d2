import { EditorState } from "@codemirror/state";
import { expect, test } from "vitest";
import { addressAt } from "../../../src/features/notes/editor/webLinks";

const at = (text: string, position: number) => addressAt(EditorState.create({ doc: text }), position);

test("the address of a Markdown link, wherever in it the cursor stands", () => {
  const text = 'See [the report](https://example.org/a?b=1 "Title") now';
  expect(at(text, 6)).toBe("https://example.org/a?b=1");
  expect(at(text, 30)).toBe("https://example.org/a?b=1");
  expect(at(text, 1)).toBeNull();
});

test("an address by itself ends where the sentence does", () => {
  expect(at("From https://example.org/x.", 10)).toBe("https://example.org/x");
  expect(at("(https://example.org/x)", 5)).toBe("https://example.org/x");
});

test("only the web's own addresses count", () => {
  expect(at("[run](javascript:alert(1))", 3)).toBeNull();
  expect(at("[file](file:///etc/passwd)", 3)).toBeNull();
});
