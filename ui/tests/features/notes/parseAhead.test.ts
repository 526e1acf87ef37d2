// @vitest-environment jsdom
import { syntaxTree } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { longMarkdown } from "../../../src/features/notes/editor/longMarkdown";
import { PAUSE, parseAhead } from "../../../src/features/notes/editor/parseAhead";

const part = "## Day\n\nThe *envoys* met again, and **nothing** was said.\n\n- a thing\n- another\n\n";
const text = part.repeat(4_000);

function open(doc: string): EditorView {
  return new EditorView({ state: EditorState.create({ doc, extensions: [longMarkdown.extension, parseAhead] }) });
}

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

test("a long note is read to its end in many short turns, though nobody goes there", () => {
  const view = open(text);
  const known = syntaxTree(view.state).length;
  expect(known).toBeLessThan(text.length);
  let turns = 0;
  while (syntaxTree(view.state).length < text.length && turns < 5000) {
    vi.advanceTimersByTime(PAUSE);
    turns += 1;
  }
  expect(syntaxTree(view.state).length).toBe(text.length);
  expect(turns).toBeGreaterThan(3);
  // All is read: no turn is waiting any more, once one was not broken off by a busy machine.
  for (let left = 100; left > 0 && vi.getTimerCount() > 0; left -= 1) vi.advanceTimersByTime(PAUSE);
  expect(vi.getTimerCount()).toBe(0);
  view.destroy();
});

test("what was read is not lost with a key, and a closed note is read no more", () => {
  const view = open(text);
  let keys = 0;
  // A key comes after each two turns.
  while (keys < 1000 && syntaxTree(view.state).length < view.state.doc.length) {
    view.dispatch({ changes: { from: keys, insert: "x" } });
    keys += 1;
    vi.advanceTimersByTime(3 * PAUSE);
  }
  expect(syntaxTree(view.state).length).toBe(text.length + keys);
  expect(keys).toBeLessThan(200);
  const other = open(text);
  other.destroy();
  const before = syntaxTree(other.state).length;
  vi.advanceTimersByTime(100 * PAUSE);
  expect(syntaxTree(other.state).length).toBe(before);
});
