import { expect, test } from "vitest";

import { scopeOf } from "../../../src/features/dossiers/scope";

test("a dossier's name is quoted where it is more than a word", () => {
  expect(scopeOf("Буча")).toBe("dossier:Буча");
  expect(scopeOf("Grain corridor")).toBe('dossier:"Grain corridor"');
  expect(scopeOf('The "Bucha" file')).toBe('dossier:"The  Bucha  file"');
  for (const name of ["The “Bucha” file", "The „Bucha“ file", "The ＂Bucha＂ file"]) expect(scopeOf(name)).toBe('dossier:"The  Bucha  file"');
});
