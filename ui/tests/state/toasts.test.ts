// Taking back and doing again, as toasts say it.

import { beforeEach, describe, expect, it, vi } from "vitest";

import type { UndoStep } from "../../src/api/generated";

const shell = vi.hoisted(() => ({ done: [] as UndoStep[], undone: [] as UndoStep[] }));

vi.mock("../../src/api/client", () => ({
  logProblem: () => undefined,
  notebook: {
    undoPeek: async () => shell.done.at(-1) ?? null,
    redoPeek: async () => shell.undone.at(-1) ?? null,
    undo: async () => {
      const step = shell.done.pop() ?? null;
      if (step && step.action !== "reread") shell.undone.push(step);
      return step;
    },
    redo: async () => {
      const step = shell.undone.pop() ?? null;
      if (step) shell.done.push(step);
      return step;
    },
  },
}));

const { followSteps, redo, toasts, undo, undoByButton } = await import("../../src/state/toasts.svelte");
const { backInOrder, inOrder } = await import("../../src/state/stepOrder");

const step = (action: UndoStep["action"]): UndoStep => ({ id: 1, action, subject: "The port", count: null, atMs: 0, kept: false });

describe("a toast", () => {
  beforeEach(() => {
    shell.done = [];
    shell.undone = [];
  });

  it("offers to do again what was taken back, and to take that back", async () => {
    shell.done = [step("star")];
    await undo();
    expect(toasts.current).toMatchObject({ words: "Undone: Starred The port", again: true, step: { action: "star" } });
    await redo();
    expect(toasts.current).toMatchObject({ words: "Done again: Starred The port", again: false, step: { action: "star" } });
  });

  it("offers nothing where nothing does it again", async () => {
    shell.done = [step("reread")];
    await undo();
    expect(toasts.current?.step).toBeNull();
    await redo();
    expect(toasts.current).toMatchObject({ words: "Nothing to do again", step: null });
  });

  it("takes back one step for each key, however fast, but none for a key that is held", async () => {
    shell.done = [step("star"), step("star"), step("star"), step("star"), step("star")];
    await Promise.all([undo(), undo(), undo(null, false, true), undo(), undo()]);
    expect(shell.done).toHaveLength(1);
    expect(shell.undone).toHaveLength(4);
    await Promise.all([redo(), redo(true), redo()]);
    expect(shell.done).toHaveLength(3);
  });

  it("offers a whole import first, also to keys that came before the offer was shown", async () => {
    shell.done = [{ ...step("import"), id: 7 }];
    await Promise.all([undo(), undo(), undo()]);
    expect(shell.done).toHaveLength(1);
    await undo();
    expect(shell.done).toHaveLength(0);
  });

  it("takes back the last that was asked for, also while that is on its way, and what is asked for then comes after it", async () => {
    const slowly = (id: number) => inOrder(async () => {
      await new Promise((done) => setTimeout(done, 20 - id));
      shell.done.push({ ...step("star"), id });
    });
    const key = () => backInOrder(() => undo());
    const asked = [slowly(1), slowly(2), key(), slowly(3), key(), key(), undoByButton()];
    await Promise.all(asked);
    expect(shell.undone.map(({ id }) => id)).toEqual([1, 3, 2]);
    // Of two that were on their way at once, the last is what was done last.
    expect(shell.done).toEqual([]);
    await undoByButton();
    expect(toasts.current?.words).toBe("Nothing to undo");
  });

  it("tells whoever follows before the next is done", async () => {
    shell.done = [{ ...step("star"), id: 4 }];
    const heard: unknown[] = [];
    const stop = followSteps(async ({ id }, again) => {
      await new Promise((done) => setTimeout(done, 5));
      heard.push([id, again]);
    });
    const [, seen] = await Promise.all([undoByButton(), inOrder(() => [...heard])]);
    expect(seen).toEqual([[4, false]]);
    await redo();
    expect(heard).toEqual([[4, false], [4, true]]);
    stop();
    await undo();
    expect(heard).toHaveLength(2);
  });
});
