// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { expect, it, vi } from "vitest";

import type { Review } from "../../../src/features/inspector/review.svelte";
import type { Suggestion } from "../../../src/features/inspector/suggestions";
import SuggestedSection from "../../../src/features/inspector/SuggestedSection.svelte";

const row = (name: string): Suggestion =>
  ({ key: name, entity: null, kind: "place", name, why: "", times: "", ids: [name], places: [], proposal: name, sure: true, ambiguous: false }) as Suggestion;

it("accepts all that were shown when the press began", () => {
  let rows = $state.raw([row("Seoul"), row("Tokyo")]);
  const decide = vi.fn(async () => undefined);
  const review = { get rows() { return rows; }, get current() { return rows[0]; }, decide, show: () => undefined, choose: () => undefined } as unknown as Review;
  const shown = mount(SuggestedSection, { target: document.body, props: { review } });
  flushSync();
  const all = document.querySelector<HTMLElement>("header .act")!;
  all.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  rows = [row("Moscow"), ...rows];
  flushSync();
  all.dispatchEvent(new Event("pointerup", { bubbles: true }));
  all.click();
  expect(decide).toHaveBeenCalledWith([expect.objectContaining({ name: "Seoul" }), expect.objectContaining({ name: "Tokyo" })], true);
  void unmount(shown);
});

it("does not move under a press", async () => {
  let rows = $state.raw([row("Seoul"), row("Tokyo")]);
  const decide = vi.fn(async () => undefined);
  const review = { get rows() { return rows; }, get current() { return rows[0]; }, decide, show: () => undefined, choose: () => undefined } as unknown as Review;
  const shown = mount(SuggestedSection, { target: document.body, props: { review } });
  flushSync();
  const names = (): string[] => [...document.querySelectorAll(".n")].map((one) => one.textContent ?? "");
  const seoul = document.querySelector<HTMLElement>("[aria-label='Accept: Seoul']")!;
  seoul.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  rows = [row("Moscow"), ...rows];
  flushSync();
  expect(names()).toEqual(["Seoul", "Tokyo"]);
  seoul.dispatchEvent(new Event("pointerup", { bubbles: true }));
  seoul.click();
  expect(decide).toHaveBeenCalledWith([expect.objectContaining({ name: "Seoul" })], true);
  await vi.waitFor(() => expect(names()).toEqual(["Moscow", "Seoul", "Tokyo"]));
  void unmount(shown);
});
