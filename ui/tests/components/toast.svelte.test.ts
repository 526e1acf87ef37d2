// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { expect, test, vi } from "vitest";

import Toast from "../../src/components/Toast.svelte";

test("a toast stands above what is to be kept clear, and in its place where nothing is", () => {
  vi.useFakeTimers();
  const header = document.createElement("div");
  header.dataset["keepClear"] = "";
  let top = 690;
  header.getBoundingClientRect = () => new DOMRect(0, top, 1000, 30);
  document.body.append(header);
  // The page's layout: 30 high, its lower edge at 730 less its margin.
  const measure = HTMLElement.prototype.getBoundingClientRect;
  HTMLElement.prototype.getBoundingClientRect = function (this: HTMLElement) {
    return new DOMRect(300, 700 - parseFloat(this.style.marginBottom || "0"), 400, 30);
  };
  const props = $state({ words: "Note deleted", milliseconds: 1000, onclose: () => undefined });
  const shown = mount(Toast, { target: document.body, props });
  const margin = (): string => document.querySelector<HTMLElement>(".toast")!.style.marginBottom;
  flushSync();
  expect(margin()).toBe("46px");
  props.words = "Note restored";
  flushSync();
  expect(margin()).toBe("46px");
  top = 100;
  props.words = "Link made";
  flushSync();
  expect(margin()).toBe("0px");
  // Rows that come later move it up.
  top = 690;
  vi.advanceTimersByTime(400);
  flushSync();
  expect(margin()).toBe("46px");
  vi.useRealTimers();
  void unmount(shown);
  HTMLElement.prototype.getBoundingClientRect = measure;
  header.remove();
});

test("a toast that goes by its button gives the focus back, but not to who went elsewhere", () => {
  document.body.innerHTML = '<button id="row">Row</button><button id="other">Other</button>';
  const at = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;
  const props = { words: "Split", action: "Undo", milliseconds: 1000, onaction: () => undefined, onclose: () => undefined };
  for (const [goes, end] of [["", "row"], ["other", "other"]] as const) {
    at("row").focus();
    const shown = mount(Toast, { target: document.body, props });
    flushSync();
    document.querySelector<HTMLElement>(".toast button")?.focus();
    if (goes !== "") at(goes).focus();
    void unmount(shown);
    expect(document.activeElement?.id).toBe(end);
  }
});
