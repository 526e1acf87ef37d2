// @vitest-environment jsdom
import { expect, test, vi } from "vitest";

const shell = vi.hoisted(() => ({ body: "", closed: [] as string[], hears: {} as Record<string, () => void> }));

vi.mock("../../../src/api/client", () => {
  const saved = (body: string) => {
    shell.body = body;
    return { revision: 2, editedAt: "2024-06-21T08:00:01Z", links: [] };
  };
  return {
    on: (event: string, hear: () => void) => {
      shell.hears[event] = hear;
      return () => undefined;
    },
    logProblem: () => undefined,
    appWindow: { readyToClose: () => void shell.closed.push(shell.body) },
    notes: {
      get: async (id: string) => ({ id, title: "T", body: "", revision: 1, links: [], deleted: false, template: false, editedAt: "", createdAt: "" }),
      save: async (_id: string, _revision: number, _title: string, body: string) => saved(body),
      state: async () => new Promise(() => undefined),
    },
  };
});

const { openSession, watchNotes } = await import("../../../src/features/notes/openNotes");
const { watchWriting } = await import("../../../src/state/writing");

test("the window closes once the keys that are still on their way are on disk", async () => {
  vi.useFakeTimers();
  document.body.innerHTML = '<div data-scope="editor"></div>';
  const stops = [watchNotes(), watchWriting()];
  const session = await openSession("note");
  const type = (text: string): void => {
    document.querySelector("div")?.dispatchEvent(new KeyboardEvent("keydown", { key: "x", bubbles: true }));
    session.rewrite(text);
  };
  type("one");
  shell.hears["closing"]?.();
  await vi.advanceTimersByTimeAsync(300);
  type("one two");
  await vi.advanceTimersByTimeAsync(300);
  expect(shell.closed).toEqual([]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(shell.closed).toEqual(["one two"]);
  for (const stop of stops) stop();
  vi.useRealTimers();
});
