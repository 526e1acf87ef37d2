// @vitest-environment jsdom
import { LanguageSupport, forceParsing } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { expect, test } from "vitest";

import { longMarkdown } from "../../../src/features/notes/editor/longMarkdown";
import { markdownLook } from "../../../src/features/notes/editor/markdownLook";

test("bold, code and links are marked at the start of a long note, and where it is gone to", () => {
  const part = (n: number): string => `Words ${n} with **bold${n}**, \`code\` and [a link](https://example.org).\n\n`;
  const doc = Array.from({ length: 500 }, (_, n) => part(n)).join("");
  const view = new EditorView({ parent: document.body, state: EditorState.create({ doc, extensions: [new LanguageSupport(longMarkdown), markdownLook({ task: "Done" })] }) });
  forceParsing(view, doc.length, 5_000);
  const marked = (name: string): string[] => [...view.contentDOM.querySelectorAll(`.${name}`)].map((each) => each.textContent ?? "");
  expect(marked("md-strong").join("")).toContain("bold0");
  expect(marked("md-code").join("")).toContain("code");
  expect(marked("md-link").length).toBeGreaterThan(0);
  view.dispatch({ changes: { from: 6, to: 7, insert: "**x**" } });
  expect(marked("md-strong").join("")).toContain("x");
  view.destroy();
});
