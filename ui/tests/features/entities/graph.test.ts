import { expect, test } from "vitest";
import type { Neighbourhood } from "../../../src/api/generated";
import { capacity, place, ROW, sideBySide } from "../../../src/features/entities/graph/layout";
import { searchForBoth } from "../../../src/features/entities/graph/pair";

function around(many: number): Neighbourhood {
  const neighbours = Array.from({ length: many }, (_, nth) => ({
    entity: { id: `e${nth}`, kind: "person" as const, name: `Name ${nth}`, articles: 9 },
    shared: many - nth,
  }));
  return { articles: 40, more: false, neighbours, links: [{ one: "e0", other: "e2", shared: 5 }] };
}

test.each([1, 2, 3, 7, 12, 30])("%i names do not overlap, and stay inside", (many) => {
  for (const [width, height] of [[508, 12 + 30 * ROW], [380, 2 * 14 + 15 * ROW]] as const) {
    const shown = around(Math.min(many, capacity(height)));
    const placed = place(shown, width, height);
    expect(placed.map(({ id }) => id).toSorted()).toEqual(shown.neighbours.map(({ entity }) => entity.id).toSorted());
    for (const one of placed) {
      expect(one.y - ROW / 2).toBeGreaterThanOrEqual(0);
      expect(one.y + ROW / 2).toBeLessThanOrEqual(height);
      expect(one.room).toBeGreaterThan(80);
      expect(one.side === "right" ? one.x > width / 2 : one.x < width / 2).toBe(true);
      const beside = placed.filter((other) => other !== one && other.side === one.side);
      for (const other of beside) expect(Math.abs(other.y - one.y)).toBeGreaterThanOrEqual(ROW - 0.001);
    }
  }
});

test("a drawing takes no more names than it has rows for", () => {
  expect(capacity(10)).toBe(2);
  expect(capacity(2 * 14 + 5 * ROW)).toBe(10);
  expect(capacity(5_000)).toBe(30);
});

test("those that are named together stand side by side", () => {
  const link = (one: string, other: string, shared: number) => ({ one, other, shared });
  const links = [link("a", "d", 9), link("d", "b", 4), link("a", "c", 2)];
  expect(sideBySide(["a", "b", "c", "d"], links)).toEqual(["a", "d", "b", "c"]);
  expect(sideBySide([], links)).toEqual([]);
});

test("a line opens the articles that name both", () => {
  const kim = { kind: "person" as const, name: 'Kim "the" Un' };
  const party = { kind: "organisation" as const, name: "Party" };
  expect(searchForBoth(kim, party, { from: null, to: null })).toBe('person:"Kim  the  Un" org:"Party"');
  expect(searchForBoth(party, kim, { from: 2021, to: 2022 })).toBe('org:"Party" person:"Kim  the  Un" after:2021 before:2023');
});
