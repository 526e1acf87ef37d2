import { expect, test, vi } from "vitest";

vi.mock("../../src/api/client", () => ({ on: () => () => undefined }));

const { united } = await import("../../src/state/changes.svelte");

test("changes of one kind are heard as one that names what each of them named", () => {
  const one = { changed: "notes", ids: ["a", "b"] } as const;
  expect(united(undefined, { ...one, ids: ["a", "b"] })).toEqual(one);
  expect(united({ changed: "notes", ids: ["c", "b"] }, { ...one, ids: ["a", "b"] })).toEqual({ changed: "notes", ids: ["c", "b", "a"] });
  expect(united({ changed: "index" }, { changed: "index" })).toEqual({ changed: "index" });
});

test("no names mean any, and so do very many", () => {
  expect(united({ changed: "notes", ids: [] }, { changed: "notes", ids: ["a"] })).toEqual({ changed: "notes", ids: [] });
  const many = Array.from({ length: 400 }, (_, n) => `a${n}`);
  expect(united({ changed: "notes", ids: many }, { changed: "notes", ids: many.map((id) => `b${id}`) })).toEqual({ changed: "notes", ids: [] });
});
