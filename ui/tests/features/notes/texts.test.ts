// @vitest-environment jsdom
import { undo } from "@codemirror/commands";
import { EditorView } from "@codemirror/view";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Note } from "../../../src/api/generated";
import { noSteps } from "../../support/noSteps";

const made = { id: "one", revision: 1, title: "One", body: "first line\nsecond line", links: [], deleted: false, template: false, editedAt: "2026-01-01T00:00:00Z" } as unknown as Note;

vi.mock("../../../src/features/notes/drawCompletion.svelte", () => ({ drawCompletion: () => ({ update: () => undefined, destroy: () => undefined }) }));

const { discardAhead, drawAhead, leaveText, takeText } = await import("../../../src/features/notes/texts");
const { notebook } = await import("../../../src/state/notebook.svelte");
const { NoteSession } = await import("../../../src/features/notes/session.svelte");

const doings = { onChange: () => undefined, onBlur: () => undefined, ...noSteps, onLeaveTop: () => undefined, open: () => undefined, show: () => undefined, openAddress: () => undefined, offerImport: () => undefined };
let host: HTMLElement;

beforeEach(() => {
  host = document.createElement("div");
  document.body.append(host);
});

afterEach(() => {
  host.remove();
  vi.restoreAllMocks();
});

/** Types at the end of a note and leaves it. */
function typedAndLeft(id: string) {
  const session = new NoteSession({ ...made, id });
  const text = takeText(session);
  const view = text.show(host, session.labels, { ...doings, onChange: (body, changes) => session.rewrite(body, {}, changes) });
  view.dispatch({ changes: { from: view.state.doc.length, insert: "!" }, selection: { anchor: 5 } });
  leaveText(text, session);
  return session;
}

test("a note that is opened again has its caret, and what can be undone in it", () => {
  const session = typedAndLeft("again");
  expect(host.childElementCount).toBe(0);
  const view = takeText(session).show(host, session.labels, doings);
  expect(view.state.selection.main.head).toBe(5);
  expect(undo(view)).toBe(true);
  expect(view.state.doc.toString()).toBe(made.body);
});

test("a note that was changed meanwhile is shown as it is now", () => {
  typedAndLeft("changed");
  const session = new NoteSession({ ...made, id: "changed", revision: 7, body: "written elsewhere" });
  const view = takeText(session).show(host, session.labels, doings);
  expect(view.state.doc.toString()).toBe("written elsewhere");
  expect(undo(view)).toBe(false);
});

test("what was kept is shown neither of another text nor in another notebook", () => {
  const session = typedAndLeft("copied");
  leaveText(takeText(session), session);
  vi.spyOn(notebook, "info", "get").mockReturnValue({ path: "/elsewhere" } as typeof notebook.info);
  const view = takeText(session).show(host, session.labels, doings);
  expect(view.state.doc.toString()).toBe(session.body);
  expect(undo(view)).toBe(false);
});

test("a text that was left does not hear the sheet any more", () => {
  host.dataset["scope"] = "editor";
  const add = vi.spyOn(host, "addEventListener");
  typedAndLeft("sheet");
  const heard = add.mock.calls.filter(([event]) => event === "scroll").map(([, , options]) => (options as AddEventListenerOptions).signal);
  expect(heard).toHaveLength(1);
  expect(heard[0]?.aborted).toBe(true);
});

test("a text that was kept is given to one view alone", () => {
  const session = typedAndLeft("beside");
  expect(takeText(session)).not.toBe(takeText(session));
});

test("what was drawn ahead is shown, and does what the view wants that shows it", () => {
  const note = { ...made, id: "ahead" };
  drawAhead(note);
  const session = new NoteSession(note);
  const text = takeText(session);
  const drawn = text.draw();
  const onChange = vi.fn();
  const view = text.show(host, session.labels, { ...doings, onChange });
  expect(view).toBe(drawn);
  view.dispatch({ changes: { from: 0, insert: "x" } });
  expect(onChange).toHaveBeenCalledOnce();
});

test("what was drawn ahead of another text is not shown", () => {
  const note = { ...made, id: "draft" };
  drawAhead(note);
  const session = new NoteSession({ ...note, body: "as it was taken up from a draft" });
  expect(takeText(session).show(host, session.labels, doings).state.doc.toString()).toBe("as it was taken up from a draft");
});

test("what was drawn ahead goes where its note is not opened after all", () => {
  const destroyed = vi.spyOn(EditorView.prototype, "destroy");
  drawAhead({ ...made, id: "passed by" });
  discardAhead();
  expect(destroyed).toHaveBeenCalledOnce();
  discardAhead();
  expect(destroyed).toHaveBeenCalledOnce();
});

test("a note that was left is drawn ahead as it was left", () => {
  const session = typedAndLeft("left and chosen");
  drawAhead({ ...made, id: "left and chosen", revision: session.revision, body: session.body });
  // What was typed is not saved yet: nobody knows that this is its text.
  expect(takeText(session).show(host, session.labels, doings).state.selection.main.head).toBe(5);

  const saved = new NoteSession({ ...made, id: "saved" });
  const text = takeText(saved);
  text.show(host, saved.labels, doings).dispatch({ selection: { anchor: 7 } });
  leaveText(text, saved);
  drawAhead({ ...made, id: "saved" });
  const drawn = text.draw();
  expect(takeText(saved)).toBe(text);
  expect(text.show(host, saved.labels, doings)).toBe(drawn);
  expect(drawn.state.selection.main.head).toBe(7);
});
