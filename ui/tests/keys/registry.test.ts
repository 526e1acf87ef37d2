import { describe, expect, it } from "vitest";

import { HINTS } from "../../src/keys/hints";
import { COMMANDS, commandOf, type Scope } from "../../src/keys/registry";
import { help } from "../../src/strings/en";

describe("the registry", () => {
  it("names each command once", () => {
    const ids = COMMANDS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("gives no key to two commands of one scope", () => {
    const taken = new Map<string, string>();
    for (const { id, scope, keys } of COMMANDS) {
      for (const key of keys) {
        const at = `${scope} ${key}`;
        expect(taken.get(at), `${at}: ${id}`).toBeUndefined();
        taken.set(at, id);
      }
    }
  });

  it("has a heading in the help sheet for each scope", () => {
    const scopes = new Set<Scope>(COMMANDS.map(({ scope }) => scope));
    for (const scope of scopes) expect(help.scopes[scope], scope).toBeTruthy();
  });

  it("starts no sequence with a key that acts by itself anywhere", () => {
    const first = new Set(COMMANDS.flatMap(({ keys }) => keys.filter((key) => key.includes(" then ")).map((key) => key.split(" then ")[0])));
    for (const { id, keys } of COMMANDS) for (const key of keys) expect(first.has(key), id).toBe(false);
  });

  it("shows in the key line only commands that have a key", () => {
    for (const hint of Object.values(HINTS).flat()) {
      for (const id of hint.ids) expect(commandOf(id).keys.length, id).toBeGreaterThan(0);
    }
  });
});
