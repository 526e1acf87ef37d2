// @vitest-environment jsdom
import { history } from "@codemirror/commands";
import { EditorView } from "@codemirror/view";
import { expect, test, vi } from "vitest";
import type { UndoStep } from "../../../src/api/generated";
import { replaceBody } from "../../../src/features/notes/editor/otherBody";
import { notebookSteps } from "../../../src/features/notes/editor/steps";
import { noSteps } from "../../support/noSteps";

const made = vi.hoisted(() => ({ last: 0 }));

vi.mock("../../../src/api/client", () => ({ logProblem: () => undefined, notebook: {} }));
vi.mock("../../../src/features/notes/openNotes", () => ({ whileHeld: <T>(act: () => Promise<T>): Promise<T> => act() }));
vi.mock("../../../src/state/toasts.svelte", () => ({
  offerUndo: async (): Promise<UndoStep> => ({ id: made.last, action: "linkMention", subject: "", count: null, atMs: 0, kept: false }),
}));

const { doStep, showsText } = await import("../../../src/features/notes/noteSteps");

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test("steps that are asked for at once are taken back one by one, and what was typed before them last", async () => {
  const asked: number[] = [];
  const before = ["", "typed", "typed A"];
  const view: EditorView = new EditorView({
    parent: document.body,
    extensions: [
      history(),
      notebookSteps({
        ...noSteps,
        takeBack: async ({ step }) => {
          asked.push(step?.id ?? 0);
          replaceBody(view, before[step?.id ?? 0] ?? "");
          return step === null ? "gone" : "done";
        },
      }),
    ],
  });
  view.dispatch({ changes: { from: 0, insert: "typed" }, userEvent: "input.type" });
  const hide = showsText("n", view);
  const step = (id: number, body: string) => async (): Promise<void> => {
    await settled();
    made.last = id;
    replaceBody(view, body);
  };
  const press = async (): Promise<string> => {
    view.contentDOM.dispatchEvent(new KeyboardEvent("keydown", { key: "z", keyCode: 90, ctrlKey: true, bubbles: true, cancelable: true }));
    await settled();
    return view.state.doc.toString();
  };
  const both = Promise.all([doStep("n", step(1, "typed A")), doStep("n", step(2, "typed A B"))]);
  // Not while one is done or waits.
  expect(await press()).not.toBe("");
  await both;
  expect(view.state.doc.toString()).toBe("typed A B");
  expect([await press(), await press(), await press()]).toEqual(["typed A", "typed", ""]);
  expect(asked).toEqual([2, 1]);
  hide();
  view.destroy();
});
