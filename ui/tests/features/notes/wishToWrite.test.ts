import { afterEach, expect, test, vi } from "vitest";

import { wishToWrite } from "../../../src/features/notes/wishToWrite.svelte";

afterEach(() => vi.restoreAllMocks());

test("who asks for a note writes in it once, where it was left", () => {
  wishToWrite.ask("a", "left");
  expect(wishToWrite.take("a")).toMatchObject({ note: "a", at: "left" });
  expect(wishToWrite.take("a")).toBeNull();
});

test("a note that comes in between takes nothing of it", () => {
  wishToWrite.ask("a", "end");
  expect(wishToWrite.take("b")).toBeNull();
  expect(wishToWrite.take("a")?.at).toBe("end");
});

test("after some seconds nobody means it any more", () => {
  const now = vi.spyOn(performance, "now").mockReturnValue(1000);
  wishToWrite.ask("a", "left");
  now.mockReturnValue(7000);
  expect(wishToWrite.take("a")).toBeNull();
});
