// @vitest-environment jsdom
import { describe, expect, it } from "vitest";

import { linksIn, scrapOf, sourcesOf } from "../../../src/features/imports/transfer";
import { timeLeft } from "../../../src/features/imports/timeLeft";

const transfer = (data: Record<string, string>) => ({ getData: (type: string) => data[type] ?? "" });

describe("what a drop or a paste brings", () => {
  it("is links, when the text is nothing but links", () => {
    expect(sourcesOf(transfer({ "text/plain": " https://example.org/a \nhttp://example.org/b", "text/html": "<a href='https://example.org/a'>a</a>" }))).toEqual([
      { from: "link", url: "https://example.org/a" },
      { from: "link", url: "http://example.org/b" },
    ]);
    expect(linksIn("see https://example.org")).toEqual([]);
    expect(linksIn("javascript:alert(1)")).toEqual([]);
    expect(linksIn("file:///etc/passwd")).toEqual([]);
  });

  it("is a dragged link's page, not its words", () => {
    const data = { "text/uri-list": "# from a page\r\nhttps://example.org/a", "text/html": '<a href="https://example.org/a">Title</a>' };
    expect(sourcesOf(transfer(data))).toEqual([{ from: "link", url: "https://example.org/a" }]);
  });

  it("is markup before text", () => {
    expect(sourcesOf(transfer({ "text/plain": "Words", "text/html": "<p>Words</p>" }))).toEqual([{ from: "html", html: "<p>Words</p>", url: null }]);
    expect(sourcesOf(transfer({ "text/plain": "Words", "text/html": "<img src=x>" }))).toEqual([{ from: "text", text: "Words" }]);
  });

  it("keeps where the markup was copied, when the clipboard says", () => {
    const html = "Version:0.9\r\nStartHTML:00\r\nSourceURL:https://example.org/story\r\n<html><body>Words</body></html>";
    expect(sourcesOf(transfer({ "text/html": html }))).toEqual([{ from: "html", html, url: "https://example.org/story" }]);
  });

  it("is nothing when there are no words", () => {
    expect(sourcesOf(transfer({ "text/plain": " \n", "text/html": "<script>x</script>" }))).toEqual([]);
  });
});

describe("time left", () => {
  it("is no more exact than the guess", () => {
    expect(timeLeft(10, 100, 2)).toBe("50 seconds");
    expect(timeLeft(0, 1000, 2)).toBe("9 minutes");
    expect(timeLeft(98, 100, 2)).toBe("");
    expect(timeLeft(0, 100, 0)).toBe("");
  });
});

it("a line of a few words is a scrap, which is asked about; what can be an article is not", () => {
  expect(scrapOf([{ from: "text", text: " 毛宁\n" }])).toBe("毛宁");
  expect(scrapOf([{ from: "html", html: "<b>Lavrov</b>", url: null }])).toBe("Lavrov");
  expect(scrapOf([{ from: "text", text: "A sentence of words that can be read as a short report." }])).toBeNull();
  expect(scrapOf([{ from: "text", text: "Two\nlines" }])).toBeNull();
  expect(scrapOf([{ from: "link", url: "https://example.org/" }])).toBeNull();
  expect(scrapOf([])).toBeNull();
});
