import { expect, test } from "vitest";

import { rereadEnd } from "../../src/strings/en";

test("reading all again says what could not be read", () => {
  expect(rereadEnd({ total: 5, done: 5, changed: 0, unread: 0 })).toBe("All read again: nothing changed");
  expect(rereadEnd({ total: 5, done: 5, changed: 0, unread: 2 })).toBe("Nothing changed. 2 originals could not be read.");
  expect(rereadEnd({ total: 5, done: 3, changed: 0, unread: 1 })).toBe("Cancelled. What was read again is kept. 1 original could not be read.");
});
