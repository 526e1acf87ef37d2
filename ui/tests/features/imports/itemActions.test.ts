// @vitest-environment jsdom
import { expect, test, vi } from "vitest";

import type { Article, ImportItem } from "../../../src/api/generated";

vi.mock("../../../src/api/client", () => ({
  on: () => () => undefined,
  logProblem: () => undefined,
  imports: {},
  notebook: {},
  articles: { get: async (id: string) => ({ id, title: "Read", language: "ru", original: {}, blocks: [{ kind: "paragraph", text: "One" }, { kind: "paragraph", text: "Two" }] }) as Partial<Article> },
}));

const { actionLabel, actionsOf, actOn } = await import("../../../src/features/imports/itemActions");
const { byHand } = await import("../../../src/features/texts/byHand.svelte");

const problem = (more: Partial<ImportItem>): ImportItem => ({
  id: "i", import: "m", name: "scan.html", location: "/home/a/scan.html", outcome: "needsAttention", code: "no_text",
  detail: null, article: null, title: null, copyOf: null, original: true, pickable: true, resolved: false, ...more,
});

test("only what was read as a page or a text can be pointed at", () => {
  expect(actionsOf(problem({}))).toContain("pickText");
  const actions = actionsOf(problem({ name: "A title", location: "/refs.ris", pickable: false }));
  expect([actions.includes("pickText"), actions.includes("typeText")]).toEqual([false, true]);
});

test("a typed text begins with the title that the list shows of an entry", () => {
  actOn(problem({ name: "Kim Jong Un’s message", location: "/refs.ris" }), "typeText");
  expect(byHand.asked).toMatchObject({ title: "Kim Jong Un’s message", text: "", of: { of: "problem", id: "i" } });
  actOn(problem({}), "typeText");
  expect(byHand.asked?.title).toBe("");
});

test("a problem that has become an article begins with its text", async () => {
  actOn(problem({ code: "encoding_unclear", article: "a" }), "typeText");
  await vi.waitFor(() => expect(byHand.asked?.text).toBe("One\n\nTwo"));
  expect(byHand.asked).toMatchObject({ title: "Read", language: "ru", of: { of: "problem", id: "i" } });
});

test("a link that was never asked for is fetched, and one that failed again", () => {
  const link = { name: "https://example.org/a", location: "https://example.org/a" };
  expect(["link_saved", "offline", "timed_out"].map((code) => actionLabel("retry", problem({ ...link, code } as Partial<ImportItem>)))).toEqual(["Fetch", "Fetch", "Fetch again"]);
});
