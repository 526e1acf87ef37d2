// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { expect, test } from "vitest";
import Marked from "../../../src/features/search/Marked.svelte";
import { plainText, runsOf } from "../../../src/features/search/marked";

test("every second run is a match", () => {
  expect(runsOf(["North Korean leader ", "Kim Jong Un", " has"])).toEqual([
    { text: "North Korean leader ", hit: false },
    { text: "Kim Jong Un", hit: true },
    { text: " has", hit: false },
  ]);
  expect(runsOf(["", "김정은"])).toEqual([{ text: "김정은", hit: true }]);
  expect(runsOf([])).toEqual([]);
});

test("matches are marked, markup in the words stays words", () => {
  const runs = ["a <b>bold</b> ", "<i>hit</i>", " end"];
  const component = mount(Marked, { target: document.body, props: { runs } });
  flushSync();
  expect([...document.querySelectorAll("mark.hit")].map((mark) => mark.textContent)).toEqual(["<i>hit</i>"]);
  expect(document.body.textContent).toBe(plainText(runs));
  expect(document.body.querySelector("b, i")).toBeNull();
  void unmount(component);
});

test("a thin line with a name stands for what parts two cells, also within a match, and for no bar of the text", () => {
  const component = mount(Marked, { target: document.body, props: { runs: ["Week \t ", "12 \t 230", " \t a | b"] } });
  flushSync();
  const lines = [...document.querySelectorAll('[role="img"]')].map((line) => line.getAttribute("aria-label"));
  expect(lines).toEqual(["next cell", "next cell", "next cell"]);
  expect(document.querySelector("mark.hit")?.querySelectorAll('[role="img"]')).toHaveLength(1);
  expect(document.body.textContent?.replace(/\s+/gu, " ")).toBe("Week 12 230 a | b");
  void unmount(component);
});
