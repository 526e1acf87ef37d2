// @vitest-environment jsdom
import { expect, test, vi } from "vitest";

const listen = vi.hoisted(() => vi.fn());
vi.mock("@tauri-apps/api/event", () => ({ listen }));
Object.assign(window, { __TAURI_INTERNALS__: {} });
const { on } = await import("../../src/api/client");

test("the shell is asked for an event once, and each who waits for it hears it", async () => {
  let tell: (message: { payload: unknown }) => void = () => undefined;
  listen.mockImplementation((_event: string, hear: typeof tell) => {
    tell = hear;
    return Promise.resolve(() => undefined);
  });
  const heard: string[] = [];
  const stop = on("menu", () => heard.push("first"));
  on("menu", () => heard.push("second"));
  await vi.waitFor(() => expect(listen).toHaveBeenCalled());
  tell({ payload: { command: "x" } });
  stop();
  on("menu", () => heard.push("third"));
  tell({ payload: { command: "x" } });
  expect(heard).toEqual(["first", "second", "second", "third"]);
  expect(listen).toHaveBeenCalledOnce();
});
