// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from "vitest";

import { dropTyped, keepTyped, keptTyped } from "../../../src/features/texts/typedDraft";

const of = { of: "article", id: "a" } as const;
const before = { title: "T", text: "before" };

beforeEach(() => localStorage.clear());

test("what was typed outlives the window", async () => {
  keepTyped(of, { title: "T", text: "typed" }, before);
  vi.resetModules();
  const later = await import("../../../src/features/texts/typedDraft");
  expect(later.keptTyped(of)).toEqual({ title: "T", text: "typed" });
  expect(later.keptTyped({ of: "problem", id: "a" })).toBeNull();
});

test("a text put back as it was is no draft, and a used one is gone", () => {
  keepTyped(of, { title: "T", text: "typed" }, before);
  keepTyped(of, before, before);
  expect(keptTyped(of)).toBeNull();
  keepTyped(of, { title: "New", text: "before" }, before);
  dropTyped(of);
  expect(keptTyped(of)).toBeNull();
  expect(localStorage.length).toBe(0);
});

test("without room it is kept as long as the window is", () => {
  const full = vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  keepTyped(of, { title: "T", text: "long" }, before);
  full.mockRestore();
  expect(keptTyped(of)?.text).toBe("long");
  dropTyped(of);
  expect(keptTyped(of)).toBeNull();
});

test("what is not readable is nothing", () => {
  localStorage.setItem("typed-text:article:a", '{"title":1}');
  expect(keptTyped(of)).toBeNull();
});
