import { beforeEach, describe, expect, it } from "vitest";

import { chooseInList, go, goBack, goForward, leaveBeside, navigation, openArticle, openSearch, replacePlace, resetNavigation, setBeside, withArticle } from "../../src/state/navigation.svelte";

beforeEach(() => resetNavigation());

describe("navigation", () => {
  it("goes back and forward", () => {
    go({ view: "library" });
    go({ view: "notes" });
    goBack();
    expect(navigation.place).toEqual({ view: "library" });
    goForward();
    expect(navigation.place).toEqual({ view: "notes" });
    expect(navigation.canGoForward).toBe(false);
  });

  it("makes no step for movement within a list", () => {
    go({ view: "library" });
    replacePlace({ view: "library", article: "a" });
    replacePlace({ view: "library", article: "b" });
    goBack();
    expect(navigation.place).toEqual({ view: "inbox" });
    goForward();
    expect(navigation.place).toEqual({ view: "library", article: "b" });
  });

  it("makes a step where another thing of a list was pressed, and none for the first", () => {
    go({ view: "library" });
    chooseInList({ view: "library", article: "a" }, true);
    chooseInList({ view: "library", article: "b" }, true);
    chooseInList({ view: "library", article: "c" }, false);
    goBack();
    expect(navigation.place).toEqual({ view: "library", article: "a" });
    goBack();
    expect(navigation.place).toEqual({ view: "inbox" });
    chooseInList({ view: "quotes", id: "q" }, false);
    chooseInList({ view: "quotes", id: "r" }, true);
    goBack();
    expect(navigation.place).toEqual({ view: "quotes", id: "q" });
  });

  it("leaves the pane beside where another thing of a list is pressed", () => {
    go({ view: "quotes", id: "q" });
    setBeside({ view: "note", id: "n" });
    chooseInList({ view: "quotes", id: "r" }, true);
    expect(navigation.beside).toEqual({ view: "note", id: "n" });
  });

  it("shows beside what stood there before, or nothing, where what is shown is no more", () => {
    go({ view: "note", id: "n" });
    setBeside({ view: "note", id: "gone" });
    leaveBeside();
    expect(navigation.beside).toBeNull();
    goBack();
    expect(navigation.place).toEqual({ view: "inbox" });
    goForward();
    setBeside({ view: "entity", id: "e" });
    setBeside({ view: "note", id: "gone" });
    leaveBeside();
    expect(navigation.beside).toEqual({ view: "entity", id: "e" });
    goBack();
    goForward();
    expect(navigation.beside).toEqual({ view: "entity", id: "e" });
  });

  it("goes on in a list without what opened the article before", () => {
    const search = { text: "dignity", kinds: [], offset: 0, limit: 0 };
    go({ view: "inbox", entity: "e" });
    openArticle("a", { at: { block: 1, start: 0, end: 3 }, tab: "removed", found: search });
    const { place } = navigation;
    expect(place).toHaveProperty("found");
    if (place.view !== "inbox") throw new Error(place.view);
    expect(withArticle(place, "b")).toEqual({ view: "inbox", entity: "e", article: "b" });
    expect(withArticle(place)).toEqual({ view: "inbox", entity: "e" });
  });

  it("opens an article in the list that is shown, else in the library", () => {
    openArticle("a");
    expect(navigation.place).toEqual({ view: "inbox", article: "a" });
    openSearch("kim");
    openArticle("b", { at: { block: 2, start: 3, end: 6 } });
    expect(navigation.place).toEqual({ view: "library", article: "b", at: { block: 2, start: 3, end: 6 } });
    goBack();
    expect(navigation.place).toEqual({ view: "search", text: "kim" });
  });

  it("opens beside without leaving the place", () => {
    go({ view: "note", id: "n" });
    openArticle("a", { beside: true });
    expect(navigation.place).toEqual({ view: "note", id: "n" });
    expect(navigation.beside).toEqual({ view: "article", id: "a" });
    setBeside(null);
    goBack();
    expect(navigation.beside).toEqual({ view: "article", id: "a" });
  });

  it("changes the words of a search in place", () => {
    openSearch("a");
    openSearch("ab");
    goBack();
    expect(navigation.place).toEqual({ view: "inbox" });
  });
});
