// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { expect, test, vi } from "vitest";

import type { Article } from "../../../src/api/generated";

vi.mock("../../../src/api/client", () => ({ on: () => () => undefined, logProblem: () => undefined, articles: {}, notebook: {} }));

const { default: FieldEditor } = await import("../../../src/features/inspector/FieldEditor.svelte");
const { ArticleModel } = await import("../../../src/features/articles/articleModel.svelte");

test("that a file says nothing is no value to use instead of one that was typed", () => {
  const candidates = [
    { value: "2022-05-09", zone: null, origin: "person" },
    { value: "", zone: null, origin: "fileDate" },
    { value: "2024-01-02", zone: null, origin: "fileDate" },
  ];
  const article = { id: "a", published: { iso: "2022-05-09", zone: null }, provenance: [{ field: "published", candidates }] } as unknown as Article;
  const shown = mount(FieldEditor, { target: document.body, props: { model: new ArticleModel(), article, field: "published" } });
  flushSync();
  const rivals = [...document.querySelectorAll(".rival .v")].map((rival) => rival.getAttribute("title"));
  expect(rivals).toEqual(["2024-01-02"]);
  void unmount(shown);
});
