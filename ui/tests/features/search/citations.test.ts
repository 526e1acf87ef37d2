import { describe, expect, it } from "vitest";

import { citationList } from "../../../src/features/search/citations";

const whole = { title: "A [new] port", byline: ["Ada Quill", "Bo Reed"], outlet: "Harbour Post", published: { iso: "2022-05-09", zone: null }, url: "https://news.example/a (1)" };
const bare = { title: "하나", byline: [], outlet: null, published: null, url: null };

describe("results as sources", () => {
  it("are lines of text with title, people, outlet, date and link", () => {
    expect(citationList([whole, bare], "plain")).toBe("A [new] port. Ada Quill, Bo Reed. Harbour Post. 9 May 2022. https://news.example/a (1)\n하나. No date\n");
  });

  it("are a Markdown list whose links hold", () => {
    expect(citationList([whole, bare], "markdown")).toBe("- [A \\[new\\] port](<https://news.example/a%20(1)>), Ada Quill, Bo Reed, Harbour Post, 9 May 2022\n- 하나, No date\n");
  });
});
