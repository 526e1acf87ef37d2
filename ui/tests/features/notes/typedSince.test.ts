import { ChangeSet, Text } from "@codemirror/state";
import { expect, test } from "vitest";

import { TypedSince } from "../../../src/features/notes/typedSince";

const changed = (body: string, from: number, to: number, insert: string): ChangeSet => ChangeSet.of({ from, to, insert: Text.of([insert]) }, body.length);

test("what was typed is told as edits, half a character never", () => {
  const typed = new TypedSince();
  typed.startFrom("a 😀");
  typed.add(changed("a 😀", 0, 1, "b 😁"));
  expect(typed.take()).toEqual({ edits: [{ from: 0, to: 1, insert: "b 😁" }], length: 7 });
  typed.startFrom("a 😀");
  // The second unit alone, as where 😁 is put in the place of 😀.
  typed.add(changed("a 😀", 3, 4, "\ude01"));
  expect(typed.take()).toBeNull();
  // The whole text was told instead.
  typed.add(changed("a 😁", 4, 4, "!"));
  expect(typed.take()).toEqual({ edits: [{ from: 4, to: 4, insert: "!" }], length: 5 });
});
