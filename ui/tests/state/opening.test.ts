// @vitest-environment jsdom
import { flushSync } from "svelte";
import { expect, test, vi } from "vitest";

const shell = vi.hoisted(() => ({ current: (): void => undefined, setting: (): void => undefined }));
vi.mock("../../src/api/client", () => ({
  logProblem: () => undefined,
  on: () => () => undefined,
  notebook: {
    current: () => new Promise((resolve) => (shell.current = () => resolve({ name: "N", path: "/n" }))),
    setting: (key: string) => (key === "panes" ? new Promise((resolve) => (shell.setting = () => resolve(null))) : Promise.resolve(null)),
    setSetting: async () => undefined,
    counts: async () => null,
    indexStatus: async () => null,
  },
}));
const { listenForKeys, provide } = await import("../../src/keys/dispatch.svelte");
const { startNotebook } = await import("../../src/state/notebook.svelte");

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 6; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
  flushSync();
};

test("keys act once the panes stand as they were left, and not in the place shown before", async () => {
  const note = vi.fn();
  const press = (): boolean => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "n", code: "KeyN", bubbles: true, cancelable: true }));
  const stops = [listenForKeys(), provide({ "note.new": note }), startNotebook()];
  press();
  shell.current();
  await settle();
  press();
  expect(note).not.toHaveBeenCalled();
  shell.setting();
  await settle();
  press();
  expect(note).toHaveBeenCalledTimes(1);
  stops.forEach((stop) => stop());
});
