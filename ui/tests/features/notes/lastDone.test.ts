// @vitest-environment jsdom
import { history } from "@codemirror/commands";
import { EditorView } from "@codemirror/view";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { UndoStep } from "../../../src/api/generated";
import { replaceBody } from "../../../src/features/notes/editor/otherBody";
import { notebookSteps } from "../../../src/features/notes/editor/steps";

/** A notebook that does steps and takes them back, each at a time of its own. */
const kept = vi.hoisted(() => ({ done: [] as UndoStep[], undone: [] as UndoStep[], rests: true, clock: 1000 }));

vi.mock("../../../src/api/client", () => ({
  logProblem: () => undefined,
  on: () => () => undefined,
  appWindow: {},
  notes: {},
  notebook: {
    undoPeek: async () => kept.done.at(-1) ?? null,
    redoPeek: async () => (kept.rests ? (kept.undone.at(-1) ?? null) : null),
    undo: async (id: number) => {
      const step = kept.done.find((each) => each.id === id) ?? null;
      kept.done = kept.done.filter((each) => each !== step);
      if (step) kept.undone.push({ ...step, atMs: Date.now() });
      return step;
    },
    redo: async () => {
      const step = kept.undone.pop();
      if (step) kept.done.push({ ...step, id: step.id + 100, atMs: Date.now() });
      return kept.done.at(-1) ?? null;
    },
  },
}));

const { redoLast, undoLast } = await import("../../../src/features/notes/lastDone");
const { inOrder } = await import("../../../src/state/stepOrder");
const { doStep, showsText, stepsOf } = await import("../../../src/features/notes/noteSteps");

let view: EditorView;
let hide = (): void => undefined;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
  Object.assign(kept, { done: [], undone: [], rests: true });
  view = new EditorView({ parent: document.body, extensions: [history(), notebookSteps(stepsOf(() => undefined))] });
  hide = showsText("n", view);
});
afterEach(() => {
  hide();
  view.destroy();
  vi.useRealTimers();
});

const text = (): string => view.state.doc.toString();
const later = (): void => void vi.setSystemTime((kept.clock += 1000));

function type(words: string): void {
  later();
  view.dispatch({ changes: { from: view.state.doc.length, insert: words }, userEvent: "input.type" });
}

/** The notebook does a step, whose text shows in the note where it has one. */
async function step(id: number, action: UndoStep["action"], body?: string): Promise<void> {
  later();
  const act = async (): Promise<void> => {
    kept.done.push({ id, action, subject: `Step ${id}`, count: null, atMs: Date.now(), kept: false });
    if (body !== undefined) replaceBody(view, body);
  };
  await (body === undefined ? act() : doStep("n", act));
}

/** What the text and the notebook have after a key. */
async function press(key: (held: boolean) => Promise<void>, held = false): Promise<string> {
  later();
  await key(held);
  return `${text()}|${kept.done.map(({ action }) => action).join()}`;
}

test("the last thing that was done is taken back, in the text or in the notebook, and done again in turn", async () => {
  type("a");
  await step(1, "acceptProposals");
  type("b");
  await step(2, "mergeNotes", "ab part");
  type("c");
  const undone = [];
  for (let key = 0; key < 5; key += 1) undone.push(await press(undoLast));
  // The notebook of this test says nothing of the text: what the step put in stays.
  expect(undone).toEqual(["ab part|acceptProposals,mergeNotes", "ab part|acceptProposals", "a part|acceptProposals", "a part|", " part|"]);
  const again = [];
  for (let key = 0; key < 5; key += 1) again.push(await press(redoLast));
  expect(again).toEqual(["a part|", "a part|acceptProposals", "ab part|acceptProposals", "ab part|acceptProposals,mergeNotes", "ab partc|acceptProposals,mergeNotes"]);
});

test("a step that was taken back elsewhere is passed over, and the next is judged anew", async () => {
  type("a");
  await step(1, "star");
  await step(2, "mergeNotes", "a part");
  kept.done.pop();
  expect(await press(undoLast)).toBe("a part|");
  expect(await press(undoLast)).toBe(" part|");
});

test("keys that follow each other at once take back one thing each", async () => {
  await step(1, "star");
  type("a");
  await step(2, "star");
  await Promise.all([undoLast(false), undoLast(false), undoLast(true)]);
  expect([text(), kept.done.length]).toEqual(["", 1]);
});

test("a text with nothing left waits for what is under way, and takes back no step before it", async () => {
  await step(1, "deleteNote");
  let end = (): void => undefined;
  const underWay = inOrder(async () => {
    await new Promise<void>((resolve) => (end = resolve));
    await step(2, "tag");
  });
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  const pressInText = async (): Promise<string> => {
    view.contentDOM.dispatchEvent(new KeyboardEvent("keydown", { key: "z", keyCode: 90, ctrlKey: true, bubbles: true, cancelable: true }));
    await settled();
    return kept.done.map(({ action }) => action).join();
  };
  expect(await pressInText()).toBe("deleteNote");
  end();
  await underWay;
  await settled();
  expect(kept.done.map(({ action }) => action)).toEqual(["deleteNote", "tag"]);
  kept.done.pop();
  expect(await pressInText()).toBe("");
});

test("a note that is not shown is left as it is", async () => {
  await step(1, "star");
  type("a");
  hide();
  expect(await press(undoLast)).toBe("a|");
  expect(await press(undoLast)).toBe("a|");
});

test("a whole import is offered first, also to keys that came before the offer was shown", async () => {
  await step(1, "import");
  await Promise.all([undoLast(false), undoLast(false)]);
  expect(kept.done).toHaveLength(1);
  expect(await press(undoLast)).toBe("|");
});

test("of two notes on screen the one that was written in last goes back first", async () => {
  const other = new EditorView({ parent: document.body, extensions: [history(), notebookSteps(stepsOf(() => undefined))] });
  const hideOther = showsText("m", other);
  try {
    type("a");
    later();
    other.dispatch({ changes: { from: 0, insert: "b" }, userEvent: "input.type" });
    await step(1, "star");
    type("c");
    const both = async (): Promise<string> => `${other.state.doc.toString()}|${await press(undoLast)}|${other.state.doc.toString()}`;
    expect([await both(), await both(), await both()]).toEqual(["b|a|star|b", "b|a||b", "b|a||"]);
    expect(await press(undoLast)).toBe("|");
  } finally {
    hideOther();
    other.destroy();
  }
});
