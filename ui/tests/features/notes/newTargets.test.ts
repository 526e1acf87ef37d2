import { expect, it, vi } from "vitest";

const answers = vi.hoisted(() => ({ entity: "e7" as string | null, asked: [] as unknown[] }));
vi.mock("../../../src/api/client", () => ({
  // Kept under another name than the one that was written.
  entities: { complete: async () => [{ id: "e1", kind: "place", name: "Georgia", matched: "Georgia" }] },
  proposals: {
    accept: async (request: unknown) => {
      answers.asked.push(request);
      return { entity: answers.entity, made: 1, mentions: 2 };
    },
  },
  notebook: { undoPeek: async () => null },
  logProblem: () => undefined,
}));
const { acceptName } = await import("../../../src/features/notes/newTargets");

it("links to whom an accepted name was given, whatever they are called and whoever else is called so", async () => {
  expect(await acceptName("new:person:georgia")).toEqual({ to: "entity", id: "e7" });
  expect(answers.asked).toEqual([{ which: { of: "groups", keys: ["new:person:georgia"] }, to: null, asNew: false, only: null }]);
  answers.entity = null;
  expect(await acceptName("new:person:georgia")).toBeNull();
});
