// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { expect, it, vi } from "vitest";

import type { ArticleModel } from "../../../src/features/articles/articleModel.svelte";
import type { Review } from "../../../src/features/inspector/review.svelte";
import type { Suggestion } from "../../../src/features/inspector/suggestions";

const nothing = vi.hoisted(() => () => ({ default: () => undefined }));
vi.mock("../../../src/features/inspector/ProvenanceSection.svelte", nothing);
vi.mock("../../../src/features/inspector/BacklinksSection.svelte", nothing);
vi.mock("../../../src/features/inspector/RelatedSection.svelte", nothing);
vi.mock("../../../src/features/clippings/ClippingsSection.svelte", nothing);
vi.mock("../../../src/features/tags/TagsSection.svelte", nothing);
vi.mock("../../../src/features/dossiers/InDossiersSection.svelte", nothing);
const { default: Inspector } = await import("../../../src/features/inspector/Inspector.svelte");

const row = (name: string): Suggestion =>
  ({ key: name, entity: null, kind: "place", name, why: "", times: "", ids: [name], places: [], proposal: name, sure: true, ambiguous: false }) as Suggestion;

it("gives the focus to the next section when the suggestions are all accepted", async () => {
  let rows = $state.raw([row("Seoul"), row("Tokyo")]);
  const decide = async (): Promise<void> => void (rows = []);
  const review = { get rows() { return rows; }, get current() { return rows[0]; }, decide, show: () => undefined, choose: () => undefined } as unknown as Review;
  const article = { id: "a", entities: [{ id: "e", kind: "place", name: "Osaka", count: 1, suggested: false }] };
  const shown = mount(Inspector, { target: document.body, props: { model: { article } as unknown as ArticleModel, review } });
  flushSync();
  const all = document.querySelector<HTMLElement>("[aria-label='Suggested'] header .act")!;
  all.focus();
  all.click();
  flushSync();
  expect(all.isConnected).toBe(false);
  await vi.waitFor(() => expect(document.activeElement).toBe(document.querySelector("button.erow")));
  void unmount(shown);
});
