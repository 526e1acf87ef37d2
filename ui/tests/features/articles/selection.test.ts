// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from "vitest";

import type { Article } from "../../../src/api/generated";
import { foundWords, pointedWords, selectedParts, selectedWords, selectSpan, selectText } from "../../../src/features/articles/selection";

beforeEach(() => {
  document.body.innerHTML =
    '<main><p><span data-block="3">🚀 said <span class="m"><mark>Mr</mark> Jong Un</span> in</span></p><p><span data-block="4">Next</span></p></main>';
  // jsdom lays nothing out.
  Range.prototype.getBoundingClientRect = () => new DOMRect();
});

function select(from: Node, start: number, to: Node, end: number): Selection | null {
  const range = document.createRange();
  range.setStart(from, start);
  range.setEnd(to, end);
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  return selection;
}

const root = () => document.querySelector("main")!;
const text = (selector: string, child = 0) => document.querySelector(selector)!.childNodes[child]!;

describe("selected words", () => {
  it("are counted through mentions and marks, in scalar values", () => {
    const found = selectedWords(root(), select(text("mark"), 0, text(".m", 1), 8));
    expect(found?.span).toEqual({ block: 3, start: 7, end: 17 });
    expect(found?.words).toBe("Mr Jong Un");
  });

  it("are counted without what keeps Arabic letters joined", () => {
    document.body.innerHTML = '<main><span data-block="0">في ب\u200d\u200d<span class="m">\u200d\u200dموسكو</span> أمس</span></main>';
    const name = select(text(".m"), 0, text(".m"), 7);
    expect(selectedWords(root(), name)).toMatchObject({ span: { block: 0, start: 4, end: 9 }, words: "موسكو" });
    const behind = select(text("[data-block]", 2), 1, text("[data-block]", 2), 4);
    expect(selectedWords(root(), behind)).toMatchObject({ span: { block: 0, start: 10, end: 13 }, words: "أمس" });
  });

  it("lose the white space that a double click takes along", () => {
    const found = selectedWords(root(), select(text("[data-block]"), 2, text("mark"), 2));
    expect(found?.words).toBe("said Mr");
  });

  it("end with their first block", () => {
    const found = selectedWords(root(), select(text(".m", 1), 6, text("[data-block='4']"), 2));
    expect(found?.words).toBe("Un in");
    expect(found?.span.block).toBe(3);
  });

  it("are none outside the article, or when nothing is selected", () => {
    expect(selectedWords(document.createElement("div"), select(text("mark"), 0, text("mark"), 2))).toBeNull();
    expect(selectedWords(root(), select(text("mark"), 1, text("mark"), 1))).toBeNull();
  });

  it("are those found, for hands that stay on the keys", () => {
    const article = { title: "🚀 Mr Kim", standfirst: null, blocks: [] } as unknown as Article;
    document.body.innerHTML = '<main><span data-block="-2">🚀 <mark class="hit">Mr Kim</mark></span></main>';
    expect(foundWords(root(), article, { block: -2, start: 2, end: 8 })?.words).toBe("Mr Kim");
    expect(foundWords(root(), article, { block: 0, start: 0, end: 2 })).toBeNull();
  });
});

it("all of the article is its text, and none of the window around it", () => {
  document.body.innerHTML = '<nav>Library</nav><main><button>Star</button><article data-focus-first><h1>Title</h1><p>Text</p></article></main>';
  selectText(root());
  expect(getSelection()?.toString()).toBe("TitleText");
  document.body.innerHTML = "<main></main>";
  expect(selectText(root())).toBe(false);
});

it("behind a search, what is selected comes before what was found, also when all of it is", () => {
  document.body.innerHTML =
    '<main><article data-focus-first><h1><span data-block="-2">A title</span></h1> <p><span data-block="0">Said <mark class="hit">here</mark></span></p> <p><span data-block="1"> </span></p></article></main>';
  const article = { title: "A title", standfirst: null, blocks: [] } as unknown as Article;
  selectText(root());
  expect(selectedParts(root(), getSelection()).map(({ span, words }) => [span.block, words])).toEqual([[-2, "A title"], [0, "Said here"]]);
  expect(pointedWords(root(), article, [], { block: -2, start: 2, end: 7 })?.words).toBe("A title");
  // From the white space between two paragraphs into the second.
  select(document.querySelector("article")!, 1, text("mark"), 2);
  expect(selectedParts(root(), getSelection()).map(({ words }) => words)).toEqual(["Said here"]);
});

describe("a match that is left", () => {
  it("is selected through mentions, and nothing is where its block is not drawn", () => {
    selectSpan(root(), { block: 3, start: 7, end: 14 });
    expect(getSelection()?.toString()).toBe("Mr Jong");
    getSelection()?.removeAllRanges();
    selectSpan(root(), { block: 9, start: 0, end: 2 });
    expect(getSelection()?.isCollapsed).toBe(true);
  });
});
