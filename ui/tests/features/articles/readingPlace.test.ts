// @vitest-environment jsdom

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const keepPlace = vi.hoisted(() => vi.fn(async () => undefined));
vi.mock("../../../src/api/client", () => ({ articles: { keepPlace }, logProblem: vi.fn() }));

import { PlaceKeeper, placeIn, scrollTo } from "../../../src/features/articles/readingPlace";

/** A paper whose blocks are each 100 pixels high and of 50 letters; some of them outside the basic plane. */
function paper(scrolled: number): HTMLElement {
  const box = document.createElement("div");
  Object.defineProperty(box, "scrollTop", { value: scrolled, writable: true });
  box.getBoundingClientRect = () => ({ top: 40 }) as DOMRect;
  for (let at = 0; at < 5; at += 1) {
    const block = document.createElement("span");
    block.dataset["block"] = String(at);
    block.textContent = "𐍈".repeat(10) + "ا".repeat(40);
    block.getBoundingClientRect = () => ({ top: 40 + at * 100 - box.scrollTop, bottom: 140 + at * 100 - box.scrollTop, height: 100 }) as DOMRect;
    box.append(block);
  }
  return box;
}

describe("a place in the text", () => {
  it("is the block at the upper edge and the letters above it", () => {
    expect(placeIn(paper(0))).toBeNull();
    expect(placeIn(paper(250))).toEqual({ block: 2, at: 25 });
    expect(placeIn(paper(300))).toEqual({ block: 3, at: 0 });
  });

  it("comes back to the same place", () => {
    const box = paper(0);
    scrollTo(box, { block: 2, at: 25 });
    expect(box.scrollTop).toBe(250);
    scrollTo(box, { block: 9, at: 0 });
    expect(box.scrollTop).toBe(250);
  });
});

describe("keeping it", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    keepPlace.mockClear();
  });
  afterEach(() => vi.useRealTimers());

  it("waits until one has stopped, and writes only what is new", () => {
    const keeper = new PlaceKeeper();
    keeper.begin("one", null, 1);
    keeper.moved({ block: 1, at: 0 });
    keeper.moved({ block: 2, at: 5 });
    vi.advanceTimersByTime(2000);
    keeper.keep();
    expect(keepPlace.mock.calls).toEqual([["one", { block: 2, at: 5 }]]);
  });

  it("goes by what was kept last where the article was fetched before, in the same text", () => {
    const keeper = new PlaceKeeper();
    keeper.begin("three", null, 1);
    keeper.moved({ block: 2, at: 5 });
    keeper.begin("four", null, 1);
    keeper.begin("three", null, 1);
    expect(keeper.now).toEqual({ block: 2, at: 5 });
    keeper.begin("three", { block: 3, at: 5 }, 2);
    expect(keeper.now).toEqual({ block: 3, at: 5 });
  });

  it("keeps what is left when another article comes", () => {
    const keeper = new PlaceKeeper();
    keeper.begin("one", { block: 4, at: 0 }, 2);
    keeper.moved(null);
    keeper.begin("two", null, 1);
    vi.advanceTimersByTime(2000);
    expect(keepPlace.mock.calls).toEqual([["one", null]]);
  });
});
