// @vitest-environment jsdom
import { markdownLanguage } from "@codemirror/lang-markdown";
import { LanguageSupport, forceParsing } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { EditorView, type DecorationSet } from "@codemirror/view";
import { afterEach, expect, test } from "vitest";

import { drawnTables, readTable } from "../../../src/features/notes/editor/tables";
import { numbers } from "../../support/numbers";

const views: EditorView[] = [];
afterEach(() => views.splice(0).forEach((view) => view.destroy()));

function open(doc: string): EditorView {
  const view = new EditorView({ state: EditorState.create({ doc, extensions: [new LanguageSupport(markdownLanguage), drawnTables()] }) });
  views.push(view);
  forceParsing(view, doc.length, 5_000);
  return view;
}

/** Where tables are drawn. */
function drawn(view: EditorView): [number, number, string][] {
  const found: [number, number, string][] = [];
  for (const set of view.state.facet(EditorView.decorations) as readonly DecorationSet[]) {
    set.between(0, view.state.doc.length, (from, to) => void found.push([from, to, view.state.sliceDoc(from, to)]));
  }
  return found;
}

const TABLE = "| a | b |\n| - | - |\n| 1 | 2 |";

test("a table is drawn unless the cursor stands in it", () => {
  const view = open(`Before\n\n${TABLE}\n\nAfter`);
  expect(drawn(view).map(([, , text]) => text)).toEqual([TABLE]);
  view.dispatch({ selection: { anchor: 10 } });
  expect(drawn(view)).toEqual([]);
  view.dispatch({ selection: { anchor: 0 } });
  expect(drawn(view)).toHaveLength(1);
});

test("a ruler typed under words makes a table of them, and taken away makes words of it", () => {
  const view = open("start\n\na | b\n\nend");
  expect(drawn(view)).toEqual([]);
  view.dispatch({ changes: { from: 12, insert: "\n-- | --" } });
  expect(drawn(view).map(([, , text]) => text)).toEqual(["a | b\n-- | --"]);
  view.dispatch({ changes: { from: 12, to: 20 } });
  expect(drawn(view)).toEqual([]);
});

test("tables behind a fence that opens are code, and tables again once it is gone", () => {
  const view = open(`start\n\nwords\n\n${TABLE}\n\nmore\n\n${TABLE}\n`);
  expect(drawn(view)).toHaveLength(2);
  view.dispatch({ changes: { from: 7, insert: "```\n" } });
  expect(drawn(view)).toEqual([]);
  view.dispatch({ changes: { from: 7, to: 11 } });
  expect(drawn(view)).toHaveLength(2);
});

test("after any edits the tables are those of the text as it is", () => {
  const pieces = ["x", "\n", "|", "\n\n", TABLE, "\n- | -\n", "```\n", "- item\n", "word word\n", "---\n", "a | b\n", "[[note:a|b]]\n", "# ", "> ", "\\"];
  for (let seed = 1; seed <= 40; seed += 1) {
    const next = numbers(seed * 7919);
    const view = open(`start\n\n${Array.from({ length: 12 }, () => `${pieces[next(pieces.length)]}\n\n`).join("")}`);
    for (let step = 0; step < 12; step += 1) {
      const from = next(view.state.doc.length + 1);
      const to = next(3) === 0 ? Math.min(view.state.doc.length, from + next(12)) : from;
      view.dispatch({ changes: { from, to, insert: next(4) === 0 ? "" : pieces[next(pieces.length)] } });
      forceParsing(view, view.state.doc.length, 5_000);
      expect(drawn(view), `seed ${seed}, step ${step}: ${JSON.stringify(view.state.doc.toString())}`).toEqual(drawn(open(view.state.doc.toString())));
    }
  }
});

test("cells keep a bar that is written with a stroke or stands in a link", () => {
  expect(readTable("a | b\n:- | -:\n1 \\| 2 | [[note:x|y]]")).toEqual({ head: ["a", "b"], align: ["start", "end"], rows: [["1 | 2", "[[note:x|y]]"]] });
});
