// @vitest-environment jsdom
import { history, redo, undo } from "@codemirror/commands";
import { EditorView } from "@codemirror/view";
import { afterEach, expect, test, vi } from "vitest";
import type { UndoStep } from "../../../src/api/generated";
import { replaceBody } from "../../../src/features/notes/editor/otherBody";
import { beginStep, endStep, nextIn, notebookSteps, walkIn, type StepHere, type Walked } from "../../../src/features/notes/editor/steps";
import { noSteps } from "../../support/noSteps";

const merged: UndoStep = { id: 7, action: "mergeNotes", subject: "Part", count: null, atMs: 0, kept: false };
let view: EditorView;
const asked: string[] = [];
afterEach(() => {
  view.destroy();
  asked.length = 0;
});

/** A text with what the notebook does: the text before `merged`, and after. */
function open(doc: string, takeBack: (here: StepHere) => Promise<Walked> = async () => "done"): EditorView {
  const say = (what: string) => async (): Promise<Walked> => {
    asked.push(what);
    return "done";
  };
  const options = { ...noSteps, takeBack, undoElsewhere: say("undo elsewhere"), doAgain: say("do again") };
  view = new EditorView({ parent: document.body, doc, extensions: [history(), notebookSteps(options)] });
  return view;
}

function type(text: string): void {
  const { head } = view.state.selection.main;
  view.dispatch({ changes: { from: head, insert: text }, selection: { anchor: head + text.length }, userEvent: "input.type" });
}

/** The notebook does `step`, which leaves `body`. */
function didStep(step: UndoStep, body: string): void {
  const here = beginStep(view);
  if (body !== text()) replaceBody(view, body);
  endStep(view, here, step);
}

function press(key: string, more: KeyboardEventInit = {}): void {
  view.contentDOM.dispatchEvent(new KeyboardEvent("keydown", { key, keyCode: key.toUpperCase().charCodeAt(0), ctrlKey: true, bubbles: true, cancelable: true, ...more }));
}

const text = (): string => view.state.doc.toString();
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test("what the notebook wrote is not undone in the text", async () => {
  open("A");
  view.dispatch({ selection: { anchor: 1 } });
  type("bc");
  replaceBody(view, "Abc\n\n## Part\n");
  press("z");
  expect(text()).toBe("A\n\n## Part\n");
  press("z");
  await settled();
  expect(text()).toBe("A\n\n## Part\n");
  expect(asked).toEqual(["undo elsewhere"]);
});

test("a step of the notebook is taken back in its turn among what was typed, and done again", async () => {
  open("A", async ({ step }) => {
    asked.push(`take back ${step?.id}`);
    replaceBody(view, text().replace("\nPart", ""));
    return "done";
  });
  view.dispatch({ selection: { anchor: 1 } });
  type("b");
  didStep(merged, "Ab\nPart");
  type("c");
  expect(text()).toBe("Abc\nPart");
  press("z");
  expect(text()).toBe("Ab\nPart");
  press("z");
  await settled();
  expect([text(), asked]).toEqual(["Ab", ["take back 7"]]);
  press("z");
  expect(text()).toBe("A");
  press("y");
  press("y");
  await settled();
  expect([text(), asked]).toEqual(["Ab", ["take back 7", "do again"]]);
});

test("what was typed before a step that took it out is undone once the step is taken back, and both are done again", async () => {
  const restored: UndoStep = { ...merged, action: "restoreNoteVersion" };
  const body = { next: "Old." };
  const show = async (): Promise<Walked> => {
    replaceBody(view, body.next);
    return "done";
  };
  view = new EditorView({ parent: document.body, doc: "New. ", extensions: [history(), notebookSteps({ ...noSteps, takeBack: show, doAgain: show })] });
  view.dispatch({ selection: { anchor: 5 } });
  type("typed");
  didStep(restored, "Old.");
  body.next = "New. typed";
  press("z");
  await settled();
  expect(text()).toBe("New. typed");
  press("z");
  expect(text()).toBe("New. ");
  press("y");
  expect(text()).toBe("New. typed");
  body.next = "Old.";
  press("y");
  await settled();
  expect(text()).toBe("Old.");
});

test("what is typed while a step is taken back stays, and the step is passed over then", async () => {
  open("A", async () => {
    await settled();
    replaceBody(view, "Abx");
    return "done";
  });
  view.dispatch({ selection: { anchor: 1 } });
  type("b");
  didStep(merged, "Ab\nPart");
  press("z");
  type("x");
  await settled();
  await settled();
  expect(text()).toBe("Abx");
  press("z");
  expect(text()).toBe("Ab");
});

test("words that the notebook keeps in the text are shown still when a step was taken back", async () => {
  open("A", async () => "done");
  didStep(merged, "A\nPart");
  press("z");
  await settled();
  expect(text()).toBe("A\nPart");
});

test("a step that was not done is none in the text", async () => {
  open("A");
  view.dispatch({ selection: { anchor: 1 } });
  type("b");
  endStep(view, beginStep(view), null);
  press("z");
  expect(text()).toBe("A");
});

test("a step that was taken back elsewhere is passed over", async () => {
  open("A", async () => "gone");
  view.dispatch({ selection: { anchor: 1 } });
  type("b");
  didStep(merged, text());
  press("z");
  await settled();
  expect(text()).toBe("A");
});

test("a step that could not be taken back keeps its place among what was typed", async () => {
  const answers: Walked[] = ["failed", "done"];
  open("A", async () => {
    const walked = answers.shift() ?? "gone";
    if (walked === "done") replaceBody(view, text().replace("\nPart", ""));
    return walked;
  });
  view.dispatch({ selection: { anchor: 1 } });
  type("b");
  didStep(merged, "Ab\nPart");
  const seen: string[] = [];
  for (let key = 0; key < 3; key += 1) {
    press("z");
    await settled();
    seen.push(text());
  }
  expect(seen).toEqual(["Ab\nPart", "Ab", "A"]);
});

test("what is next in a text says when it was done, and when it was taken back", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const at = (ms: number): void => void vi.setSystemTime(ms);
  try {
    open("A", async () => "done");
    expect([nextIn(view, undo), nextIn(view, redo)]).toEqual([null, null]);
    at(1000);
    type("b");
    at(1200);
    type("c");
    expect(nextIn(view, undo)).toEqual({ at: 1200, here: null });
    at(5000);
    didStep(merged, text());
    expect(nextIn(view, undo)).toEqual({ at: 5000, here: { step: merged } });
    at(6000);
    type("d");
    // What others wrote is none of it.
    at(7000);
    replaceBody(view, `${text()} e`);
    expect(nextIn(view, undo)?.at).toBe(6000);
    at(8000);
    await walkIn(view, undo);
    expect(nextIn(view, undo)?.at).toBe(5000);
    expect(nextIn(view, redo)).toEqual({ at: 8000, here: null });
    at(9000);
    await walkIn(view, undo);
    expect([nextIn(view, undo)?.at, nextIn(view, redo)?.at]).toEqual([1200, 9000]);
    at(9500);
    await walkIn(view, redo);
    expect([nextIn(view, undo)?.at, nextIn(view, redo)?.at]).toEqual([9500, 8000]);
    at(9900);
    type("f");
    expect([nextIn(view, undo)?.at, nextIn(view, redo)]).toEqual([9900, null]);
  } finally {
    vi.useRealTimers();
  }
});

test("of a history that is longer than is kept, each part says when it was typed", () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  try {
    open("");
    for (let part = 1; part <= 300; part += 1) {
      vi.setSystemTime(part * 1000);
      type("a");
    }
    for (let part = 300; part > 210; part -= 1) {
      expect(nextIn(view, undo)?.at).toBe(part * 1000);
      undo(view);
    }
  } finally {
    vi.useRealTimers();
  }
});

test("a key that is held down takes nothing back elsewhere, and none does while a step is taken back", async () => {
  let end = (): void => undefined;
  open("A", () => new Promise((resolve) => (end = () => resolve("done"))));
  press("z", { repeat: true });
  press("y", { repeat: true });
  view.dispatch({ selection: { anchor: 1 } });
  type("b");
  didStep(merged, text());
  press("z");
  press("z");
  expect(text()).toBe("Ab");
  end();
  await settled();
  press("z");
  expect(text()).toBe("A");
  expect(asked).toEqual([]);
});

test("in two panes of one note each undoes what was typed in it, and nothing that was undone comes back", async () => {
  const left = open("One.");
  const right = new EditorView({ parent: document.body, doc: "One.", extensions: [history(), notebookSteps(noSteps)] });
  /** What is written in the one is shown in the other, as the session does. */
  const act = (in_: EditorView, what: () => void): void => {
    view = in_;
    what();
    replaceBody(in_ === left ? right : left, text());
  };
  act(left, () => type("L"));
  act(right, () => view.dispatch({ selection: { anchor: view.state.doc.length } }));
  act(right, () => type("R1"));
  act(right, () => view.dispatch({ changes: { from: 1, to: 3, insert: "" }, userEvent: "delete" }));
  expect(left.state.doc.toString()).toBe("Le.R1");
  for (let key = 0; key < 4; key += 1) act(right, () => press("z"));
  await settled();
  expect([left.state.doc.toString(), right.state.doc.toString()]).toEqual(["LOne.", "LOne."]);
  const seen: string[] = [];
  for (let key = 0; key < 4; key += 1) {
    act(left, () => press("z"));
    seen.push(text());
    await settled();
  }
  expect(seen).toEqual(["One.", "One.", "One.", "One."]);
  expect(right.state.doc.toString()).toBe("One.");
  right.destroy();
  view = left;
});
