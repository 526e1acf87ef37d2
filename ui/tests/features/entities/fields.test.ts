import { expect, it } from "vitest";

import { isChanged } from "../../../src/features/entities/fields";

it("tells what is written from what is kept, empty lines apart", () => {
  const kept = [{ name: "Born", value: "1984" }];
  expect(isChanged(kept, [{ name: "Born ", value: "1984" }, { name: "", value: " " }])).toBe(false);
  expect(isChanged(kept, [{ name: "Born", value: "1983" }])).toBe(true);
  expect(isChanged(kept, [])).toBe(true);
  expect(isChanged([], [{ name: "", value: "1984" }])).toBe(true);
});
