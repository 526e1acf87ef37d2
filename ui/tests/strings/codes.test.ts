import { describe, expect, it } from "vitest";

import { ERROR_CODES } from "../../src/api/errors";
import { copiesLabel, errorActions, errors, outcomes, plural, removalReasons, size, undoWords, warnings } from "../../src/strings/en";
import generated from "../../src/api/generated.ts?raw";

/** The words of a closed set, as generated from Rust. */
function codesOf(type: string): string[] {
  const found = new RegExp(`export type ${type} =([^;]+);`).exec(generated);
  if (!found) throw new Error(`no type ${type}`);
  return [...(found[1] ?? "").replace(/\/\*[\s\S]*?\*\//g, "").matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? "");
}

const item = { title: "A title", detail: "404", location: null, article: null, copyOf: { id: "article", title: "Another title" } };

describe("words", () => {
  it("exist for each code that can come from the core", () => {
    expect(codesOf("OutcomeCode").sort()).toEqual(Object.keys(outcomes).sort());
    expect(codesOf("RemovalReason").sort()).toEqual(Object.keys(removalReasons).sort());
    expect(codesOf("Warning").sort()).toEqual(Object.keys(warnings).sort());
    expect(codesOf("ErrorCode").sort()).toEqual([...ERROR_CODES].sort());
    expect(Object.keys(errors).sort()).toEqual([...ERROR_CODES].sort());
  });

  it("say of how many articles an import was", () => {
    expect(undoWords({ id: 1, action: "import", subject: "1", count: 1 })).toBe("Imported 1 article");
    expect(undoWords({ id: 1, action: "import", subject: "2318", count: 2318 })).toBe("Imported 2,318 articles");
  });

  it("call one thing by its name, also where that is a number", () => {
    expect(undoWords({ id: 1, action: "star", subject: "1984", count: null })).toBe("Starred 1984");
    expect(undoWords({ id: 1, action: "removeFromDossier", subject: "2022", count: null })).toBe("Took 2022 out of the dossier");
    expect(undoWords({ id: 1, action: "removeFromDossier", subject: "3", count: 3 })).toBe("Took 3 items out of the dossier");
  });

  it("say what failed and what is safe, and name an action", () => {
    for (const [code, words] of Object.entries(errors)) {
      expect(words.what, code).toMatch(/\.$/);
      expect(words.safe, code).toMatch(/\.$/);
      expect(words.action === "none" || errorActions[words.action] !== "", code).toBe(true);
    }
  });

  it("say something for each outcome, with or without details", () => {
    for (const [code, words] of Object.entries(outcomes)) {
      expect(words(item), code).not.toBe("");
      if (code !== "imported") expect(words({ ...item, title: null, detail: null, copyOf: null }), code).not.toBe("");
    }
  });

  it("name what an undo takes back", () => {
    for (const action of codesOf("UndoAction")) {
      expect(undoWords({ id: 1, action: action as never, subject: "Kim Jong Un", count: null }), action).toContain("Kim Jong Un");
    }
  });

  it("never exclaim, please or apologise", () => {
    const all = [...Object.values(errors).flatMap(({ what, safe }) => [what, safe]), ...Object.values(outcomes).map((words) => words(item)), ...Object.values(warnings)];
    for (const sentence of all) expect(sentence).not.toMatch(/!|please|sorry|oops/i);
  });

  it("call copies what the number beside them counts", () => {
    const wire = { group: "g", copies: 3, outlets: ["A", "B", "C"] };
    expect(copiesLabel(wire)).toBe("Outlets");
    expect(copiesLabel({ ...wire, outlets: ["A", "B"] })).toBe("Copies");
  });

  it("say how large something is", () => {
    expect([1, 148_000, 999_600, 12_400_000, 250_000_000].map(size)).toEqual(["1 byte", "148 kB", "1.0 MB", "12.4 MB", "250 MB"]);
  });

  it("count", () => {
    expect(plural(1, "file")).toBe("1 file");
    expect(plural(2318, "entity", "entities")).toBe("2,318 entities");
  });
});
