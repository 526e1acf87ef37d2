import { expect, test, vi } from "vitest";

const link = (id: string, title: string): object => ({ target: { to: "note", id }, title, kind: null, matched: title, detail: null });
vi.mock("../../../src/api/client", () => ({ notes: { completeLink: async () => [link("own", "New idea"), link("other", "New ideas")] } }));
const { completeLink } = await import("../../../src/features/notes/linkOffers");

test("a note is offered to itself by its whole title alone", async () => {
  const offered = async (typed: string): Promise<string[]> => (await completeLink(typed, "[[", "own")).map(({ target }) => target.id);
  expect(await offered("new id")).toEqual(["other"]);
  expect(await offered("new idea ")).toEqual(["own", "other"]);
});
