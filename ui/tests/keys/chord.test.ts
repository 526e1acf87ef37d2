import { describe, expect, it } from "vitest";

import { caps, isPlain, matches, type KeyLike } from "../../src/keys/chord";

const press = (key: string, code: string, held: Partial<KeyLike> = {}): KeyLike => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe("matches", () => {
  it("takes the character on a Latin layout, wherever its key is", () => {
    expect(matches("q", press("q", "KeyA"))).toBe(true); // AZERTY
    expect(matches("a", press("q", "KeyA"))).toBe(false);
  });

  it("takes the position on a layout without Latin letters", () => {
    expect(matches("j", press("о", "KeyJ"))).toBe(true);
    expect(matches("j", press("ㅓ", "KeyJ"))).toBe(true);
    expect(matches("k", press("о", "KeyJ"))).toBe(false);
    expect(matches("Mod+k", press("л", "KeyK", { ctrlKey: true }), "other")).toBe(true);
  });

  it("tells Shift apart for letters and named keys", () => {
    expect(matches("Shift+F6", press("F6", "F6", { shiftKey: true }))).toBe(true);
    expect(matches("F6", press("F6", "F6", { shiftKey: true }))).toBe(false);
    expect(matches("Shift+Tab", press("Unidentified", "Tab", { shiftKey: true }))).toBe(true);
    expect(matches("Tab", press("Unidentified", "Tab", { shiftKey: true }))).toBe(false);
    expect(matches("y", press("Y", "KeyY", { shiftKey: true }))).toBe(false);
  });

  it("takes symbols however the layout makes them", () => {
    expect(matches("?", press("?", "Slash", { shiftKey: true }))).toBe(true);
    expect(matches("/", press("/", "Digit7", { shiftKey: true }))).toBe(true); // German
    expect(matches("/", press("?", "Slash", { shiftKey: true }))).toBe(false);
    expect(matches("?", press("؟", "Slash", { shiftKey: true }))).toBe(true); // Arabic
  });

  it("wants exactly the modifiers that are named", () => {
    expect(matches("k", press("k", "KeyK", { ctrlKey: true }), "other")).toBe(false);
    expect(matches("Mod+k", press("k", "KeyK", { metaKey: true }), "other")).toBe(false);
    expect(matches("Mod+k", press("k", "KeyK", { metaKey: true }), "mac")).toBe(true);
    expect(matches("Mod+k", press("k", "KeyK", { ctrlKey: true, altKey: true }), "other")).toBe(false);
  });
});

describe("caps", () => {
  it("names what is on the keys", () => {
    expect(caps("Mod+Shift+f", "other")).toEqual(["Ctrl", "Shift", "F"]);
    expect(caps("Mod+k", "mac")).toEqual(["⌘", "K"]);
    expect(caps("g then i", "other")).toEqual(["g", "i"]);
    expect(caps("Alt+ArrowLeft", "other")).toEqual(["Alt", "←"]);
  });
});

describe("isPlain", () => {
  it("is true for what types a letter or moves a caret", () => {
    expect(["j", "?", "Enter", "ArrowDown"].map(isPlain)).toEqual([true, true, true, true]);
    expect(["Mod+k", "Alt+ArrowLeft", "F6", "Shift+F6"].map(isPlain)).toEqual([false, false, false, false]);
  });
});
