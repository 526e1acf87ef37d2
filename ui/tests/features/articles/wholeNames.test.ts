import { expect, test } from "vitest";

import { wholeNames } from "../../../src/features/articles/wholeNames";

test("a row has fewer names rather than names that are cut off", () => {
  const names = ["Kim Jong Un", "Port Velden", "Henrik Aldous"];
  expect(wholeNames(names, 4, 600)).toBe(3);
  expect(wholeNames(names, 4, 262)).toBe(2);
  expect(wholeNames(names, 4, 140)).toBe(1);
  expect(wholeNames(["Organisation for Security and Co-operation in Europe"], 0, 200)).toBe(1);
  expect(wholeNames([], 0, 200)).toBe(0);
});

test("letters as wide as they are high take more room", () => {
  expect(wholeNames(["Kim Jong Un", "Kim Yo Jong!"], 0, 230)).toBe(2);
  expect(wholeNames(["북대서양조약기구회원", "북대서양조약기구회원"], 0, 230)).toBe(1);
});
