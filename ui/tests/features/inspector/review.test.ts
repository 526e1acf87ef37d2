import { expect, it, vi } from "vitest";

const did = vi.hoisted(() => [] as unknown[]);
vi.mock("../../../src/api/client", () => ({
  mentions: {},
  proposals: { accept: async (request: unknown) => void did.push(request), reject: async () => void did.push("reject") },
  notebook: { undoPeek: async () => null },
  logProblem: () => undefined,
}));
const { Review } = await import("../../../src/features/inspector/review.svelte");

it("asks whose an ambiguous name is before it accepts it, and rejects it without", async () => {
  const proposal = { id: "p", kind: "place", name: "Georgia", entity: null, known: true, role: null, confidence: 90, why: "gazetteer", weak: false, ambiguous: true, spans: [{ span: { block: 0, start: 0, end: 7 }, words: "Georgia" }] };
  const model = { article: { mentions: [], proposals: [proposal] }, reload: async () => undefined };
  const review = new Review(model as never);
  const rows = review.rows;
  await review.decide(rows, true);
  expect(did).toEqual([]);
  expect(review.asked?.name).toBe("Georgia");
  await review.decide(rows, true, "e1");
  expect(did).toEqual([{ which: { of: "these", ids: ["p"] }, to: "e1", asNew: false, only: null }]);
  await review.decide(rows, false);
  expect(did.at(-1)).toBe("reject");
});
