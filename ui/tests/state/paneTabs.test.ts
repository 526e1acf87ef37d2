import { beforeEach, describe, expect, it } from "vitest";

import {
  chooseTab, closeTab, exchangePanes, go, goBack, goForward, keepNavigation, navigation, noteFocus, openArticle, openNote, openSearch, openTab,
  resetNavigation, restoreNavigation, searchBeside, setBeside, turnTab,
} from "../../src/state/navigation.svelte";

beforeEach(() => {
  resetNavigation();
  noteFocus(false);
});

describe("two panes", () => {
  it("have a history each", () => {
    go({ view: "note", id: "n" });
    openArticle("a", { beside: true });
    noteFocus(true);
    openArticle("b", { beside: true });
    expect(navigation.canGoBack).toBe(true);
    goBack();
    expect(navigation.beside).toEqual({ view: "article", id: "a" });
    expect(navigation.place).toEqual({ view: "note", id: "n" });
    expect(navigation.canGoBack).toBe(false);
    goForward();
    expect(navigation.beside).toEqual({ view: "article", id: "b" });
    noteFocus(false);
    goBack();
    expect(navigation.place).toEqual({ view: "note", id: "n" });
    expect(navigation.beside).toBeNull();
  });

  it("can be exchanged, and the step back exchanges them again", () => {
    go({ view: "note", id: "n" });
    openArticle("a", { beside: true });
    openArticle("b", { beside: true });
    expect(exchangePanes()).toBe(true);
    expect(navigation.place).toEqual({ view: "library", article: "b" });
    expect(navigation.beside).toEqual({ view: "note", id: "n" });
    goBack();
    expect(navigation.place).toEqual({ view: "note", id: "n" });
    expect(navigation.beside).toEqual({ view: "article", id: "b" });
    goForward();
    expect(navigation.place).toEqual({ view: "library", article: "b" });
    expect(navigation.beside).toEqual({ view: "note", id: "n" });
    noteFocus(true);
    goBack();
    // Not the same thing twice: the step before it in its own history.
    expect(navigation.beside).toEqual({ view: "article", id: "a" });
    expect(navigation.place).toEqual({ view: "library", article: "b" });
  });

  it("stay while things are opened; at a new list the one beside closes, and Back has it with its tabs", () => {
    go({ view: "note", id: "n" });
    openArticle("a", { beside: true });
    setBeside({ view: "entity", id: "e" }, { newTab: true });
    go({ view: "entity", id: "f" });
    expect(navigation.besideTabs.tabs).toHaveLength(2);
    go({ view: "library" });
    expect(navigation.beside).toBeNull();
    goBack();
    expect(navigation.place).toEqual({ view: "entity", id: "f" });
    expect(navigation.beside).toEqual({ view: "entity", id: "e" });
    expect(navigation.besideTabs.tabs).toHaveLength(2);
    chooseTab("beside", 0);
    goForward();
    goBack();
    expect(navigation.beside).toEqual({ view: "article", id: "a" });
  });

  it("of a search: the results go beside, and what is opened of them to where they were", () => {
    openSearch("kim");
    searchBeside();
    openArticle("a");
    expect(navigation.beside).toEqual({ view: "search", text: "kim" });
    expect(navigation.place).toEqual({ view: "library", article: "a" });
    expect(exchangePanes()).toBe(true);
    expect(navigation.place).toEqual({ view: "search", text: "kim" });
    expect(navigation.beside).toEqual({ view: "article", id: "a" });
  });
});

describe("tabs", () => {
  it("open, turn and close in the pane that has the focus", () => {
    go({ view: "notes" });
    openTab();
    go({ view: "library" });
    expect(navigation.tabs.tabs).toHaveLength(2);
    turnTab(1);
    expect(navigation.place).toEqual({ view: "notes" });
    turnTab(-1);
    goBack();
    expect(navigation.place).toEqual({ view: "notes" });
    expect(closeTab()).toBe(true);
    expect(closeTab()).toBe(false);
    expect(navigation.place).toEqual({ view: "notes" });
  });

  it("have each what stood beside them", () => {
    go({ view: "note", id: "n" });
    openArticle("a", { beside: true });
    openTab();
    go({ view: "note", id: "m" });
    openArticle("b", { beside: true });
    chooseTab("main", 0);
    expect(navigation.beside).toEqual({ view: "article", id: "a" });
    chooseTab("main", 1);
    expect(navigation.beside).toEqual({ view: "article", id: "b" });
  });

  it("of the pane beside leave the place alone", () => {
    go({ view: "note", id: "n" });
    openArticle("a", { beside: true });
    noteFocus(true);
    setBeside({ view: "entity", id: "e" }, { newTab: true });
    expect(navigation.besideTabs.tabs).toHaveLength(2);
    chooseTab("beside", 0);
    expect(navigation.beside).toEqual({ view: "article", id: "a" });
    closeTab();
    expect(navigation.beside).toEqual({ view: "entity", id: "e" });
    closeTab();
    expect(navigation.beside).toBeNull();
    expect(navigation.place).toEqual({ view: "note", id: "n" });
  });
});

describe("a restart", () => {
  it("finds both panes with their tabs and histories", () => {
    go({ view: "notes" });
    openNote("n");
    openArticle("a", { beside: true });
    openTab();
    go({ view: "dossier", id: "d", reading: true });
    chooseTab("main", 0);
    const kept = keepNavigation();
    resetNavigation();
    restoreNavigation(kept);
    expect(navigation.place).toEqual({ view: "note", id: "n" });
    expect(navigation.beside).toEqual({ view: "article", id: "a" });
    expect(navigation.tabs.tabs).toHaveLength(2);
    chooseTab("main", 1);
    expect(navigation.place).toEqual({ view: "dossier", id: "d", reading: true });
    chooseTab("main", 0);
    expect(navigation.beside).toEqual({ view: "article", id: "a" });
    goBack();
    goBack();
    expect(navigation.place).toEqual({ view: "notes" });
  });

  it("leaves out what it does not know", () => {
    restoreNavigation('{"main":{"tabs":[{"stack":[{"place":{"view":"moon"}},{"place":{"view":"note"}}]},{"stack":[{"place":{"view":"library","article":7}}]}],"active":9}}');
    expect(navigation.place).toEqual({ view: "library" });
    restoreNavigation("null");
    restoreNavigation('{"main":4}');
    expect(navigation.place).toEqual({ view: "library" });
  });
});
