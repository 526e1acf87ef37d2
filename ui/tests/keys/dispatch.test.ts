// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { actsElsewhere, canRun, holdKeys, listenForKeys, provide, run, scopes, when } from "../../src/keys/dispatch.svelte";

let stops: (() => unknown)[] = [];

beforeEach(() => {
  document.body.innerHTML = `<main data-main-pane data-scope="list"><div id="list" tabindex="0"></div><button id="button">b</button></main>
    <section data-scope="reader"><div id="reader" tabindex="0"></div></section><input id="field" />`;
  stops = [listenForKeys()];
});
afterEach(() => stops.forEach((stop) => stop()));

function press(id: string | null, key: string, init: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent("keydown", { key, code: `Key${key.toUpperCase()}`, bubbles: true, cancelable: true, ...init });
  (id ? (document.getElementById(id) ?? document.body) : document.body).dispatchEvent(event);
  return event;
}

describe("keys", () => {
  it("act in one of two panes of the same kind: the one with the focus, else the main one", () => {
    document.body.innerHTML = `<main data-main-pane data-scope="dossier" id="one"><i id="in-one" tabindex="0"></i></main>
      <section data-main-pane data-scope="dossier" id="two"><i id="in-two" tabindex="0"></i></section><i id="apart" tabindex="0"></i>`;
    const [one, two] = ["one", "two"].map((id) => document.getElementById(id)!);
    const where = (): boolean[] => [actsElsewhere("dossier", one), actsElsewhere("dossier", two)];
    expect(where()).toEqual([false, true]);
    document.getElementById("in-two")!.focus();
    expect(where()).toEqual([true, false]);
    document.getElementById("apart")!.focus();
    expect(where()).toEqual([false, false]);
  });

  it("do nothing while what they would act on is not there yet", () => {
    const [note, palette] = [vi.fn(), vi.fn()];
    stops.push(provide({ "note.new": note, "palette.open": palette }));
    const [one, other] = [holdKeys(), holdKeys()];
    one();
    one();
    press(null, "n");
    press(null, "k", { ctrlKey: true });
    expect([note.mock.calls, palette.mock.calls]).toEqual([[], []]);
    // Nor does the web view print or search.
    expect([press(null, "f", { ctrlKey: true }).defaultPrevented, press(null, "n").defaultPrevented]).toEqual([true, false]);
    other();
    press(null, "n");
    expect(note).toHaveBeenCalledTimes(1);
  });

  it("are told for where the focus is, also once what had it was taken away without a word", async () => {
    document.getElementById("reader")!.focus();
    expect(scopes()).toEqual(["reader", "global"]);
    // As WebKit does it: no event at all.
    const silent = (event: Event): void => event.stopImmediatePropagation();
    window.addEventListener("focusout", silent, { capture: true });
    document.querySelector("section")!.remove();
    window.removeEventListener("focusout", silent, { capture: true });
    document.body.dispatchEvent(new KeyboardEvent("keyup", { key: "Escape", bubbles: true }));
    await vi.waitFor(() => expect(scopes()).toEqual(["list", "global"]));
  });

  it("act in the scope around the focus and nowhere else", () => {
    const next = vi.fn();
    stops.push(provide({ "list.next": next }));
    press("list", "j");
    press("reader", "j");
    expect(next).toHaveBeenCalledTimes(1);
  });

  it("act in the main pane when the focus is nowhere", () => {
    const next = vi.fn();
    stops.push(provide({ "list.next": next }));
    press(null, "j");
    expect(next).toHaveBeenCalledTimes(1);
  });

  it("leave letters to text fields, but not chords", () => {
    const note = vi.fn();
    const palette = vi.fn();
    stops.push(provide({ "note.new": note, "palette.open": palette }));
    press("field", "n");
    press("field", "k", { ctrlKey: true });
    expect(note).not.toHaveBeenCalled();
    expect(palette).toHaveBeenCalledTimes(1);
  });

  it("bring Mod+Z from text fields too, and leave it to one that acted on it", () => {
    const undo = vi.fn();
    stops.push(provide({ undo }));
    press("field", "z", { ctrlKey: true });
    press("list", "z", { ctrlKey: true });
    expect(undo).toHaveBeenCalledTimes(2);
    const field = document.querySelector("#field");
    field?.addEventListener("keydown", (event) => event.preventDefault(), { once: true });
    press("field", "z", { ctrlKey: true });
    expect(undo).toHaveBeenCalledTimes(2);
  });

  it("wait while an input method composes", () => {
    const note = vi.fn();
    stops.push(provide({ "note.new": note }));
    press("list", "n", { isComposing: true });
    expect(note).not.toHaveBeenCalled();
  });

  it("come in sequences", () => {
    const inbox = vi.fn();
    const note = vi.fn();
    stops.push(provide({ "go.inbox": inbox, "note.new": note }));
    press("list", "g");
    press("list", "i");
    expect(inbox).toHaveBeenCalledTimes(1);
    press("list", "n");
    expect(note).toHaveBeenCalledTimes(1);
  });

  it("leave Enter to a focused button", () => {
    const open = vi.fn();
    stops.push(provide({ "list.open": open }));
    expect(press("button", "Enter").defaultPrevented).toBe(false);
    expect(open).not.toHaveBeenCalled();
    press("list", "Enter");
    expect(open).toHaveBeenCalledTimes(1);
  });

  it("never select the words of the window, but those of a field", () => {
    expect(press("list", "a", { ctrlKey: true }).defaultPrevented).toBe(true);
    expect(press("field", "a", { ctrlKey: true }).defaultPrevented).toBe(false);
  });

  it("go on to the layer below when a handler declines", () => {
    const below = vi.fn();
    stops.push(provide({ dismiss: below }), provide({ dismiss: () => false }));
    expect(press("list", "Escape").defaultPrevented).toBe(true);
    expect(below).toHaveBeenCalledTimes(1);
  });
});

it("what can be done to nothing that is there now is not offered, and not done", () => {
  let there = false;
  let done = 0;
  const stop = provide({ "reader.original": when(() => there, () => void (done += 1)) });
  expect([canRun("reader.original"), run("reader.original"), done]).toEqual([false, false, 0]);
  there = true;
  expect([canRun("reader.original"), run("reader.original"), done]).toEqual([true, true, 1]);
  stop();
});
