import { expect, test } from "vitest";
import { labelMatches, readPrompt } from "../../../src/features/palette/prompt";

test("the first characters say where to look", () => {
  expect(readPrompt("> new")).toEqual({ mode: "commands", query: "new" });
  expect(readPrompt("@김")).toEqual({ mode: "entities", query: "김" });
  expect(readPrompt("[[ train")).toEqual({ mode: "notes", query: "train" });
  expect(readPrompt(" kim ")).toEqual({ mode: "all", query: "kim" });
  expect(readPrompt("[one bracket")).toEqual({ mode: "all", query: "[one bracket" });
});

test("commands are found by the starts of their words, in any order", () => {
  expect(labelMatches("Go to Import problems", "prob im")).toBe(true);
  expect(labelMatches("Go to Import problems", "")).toBe(true);
  expect(labelMatches("Go to Import problems", "port")).toBe(false);
});
