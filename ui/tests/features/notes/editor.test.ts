// @vitest-environment jsdom
import { getSearchQuery, replaceAll, setSearchQuery } from "@codemirror/search";
import { EditorView } from "@codemirror/view";
import { afterEach, expect, test, vi } from "vitest";
import type { Clipping } from "../../../src/api/generated";
import { createNoteEditor } from "../../../src/features/notes/editor/editor";
import { replaceBody } from "../../../src/features/notes/editor/otherBody";
import { countMatches, openFind, queryFor } from "../../../src/features/notes/editor/findInNote";
import { refreshEmbeds } from "../../../src/features/notes/editor/embeds";
import { addQuotes } from "../../../src/features/notes/editor/quoteCards";

import { noteFind } from "../../../src/strings/noteWork";
import { noSteps } from "../../support/noSteps";

const KIM = "018f3c2a-0000-7000-8000-000000000001";
let meeting = "Geneva";
let view: EditorView;
const [opened, shown]: [string[], string[]] = [[], []];
afterEach(() => {
  view.destroy();
  opened.length = shown.length = 0;
});

function open(body: string, onChange: (body: () => string) => void = () => undefined): EditorView {
  view = createNoteEditor({
    parent: document.body,
    body,
    labels: [
      { target: { to: "entity", id: KIM }, title: "Kim Jong Un", kind: "person", gone: false },
      { target: { to: "note", id: "gone" }, title: "", kind: null, gone: true },
    ],
    words: { label: "Text", empty: "Write", task: "Done", find: noteFind },
    onChange,
    onBlur: () => undefined,
    ...noSteps,
    onLeaveTop: () => undefined,
    open: (target) => opened.push(target.id),
    show: (target) => shown.push(target.id),
    openAddress: () => undefined,
    describe: (_, words) => words,
    complete: async () => [],
    createNote: async () => null,
    createEntity: async () => null,
    acceptName: async () => null,
    named: async () => [],
    describeTitle: (title) => title,
    draw: () => ({ update: () => undefined, destroy: () => undefined }),
    embedded: async () => ({ title: meeting, text: `## Talks\n\nThey met. [[entity:${KIM}|Kim]] ^met`, links: [{ target: { to: "entity", id: KIM }, title: "Kim Jong Un", kind: "person", gone: false }], gone: false, cut: false }),
    image: async () => "data:image/png;base64,AAAA",
    embedWords: { gone: "gone", cut: "…", noImage: "none" },
    keepImage: async () => null,
    pastePicture: async () => "",
    offerImport: () => undefined,
  });
  return view;
}

test("a link shows the title that its target has now", () => {
  open(`Ask [[entity:${KIM}|Kim]].`);
  expect(view.contentDOM.textContent).toBe("Ask Kim Jong Un.");
  expect(view.contentDOM.querySelector(".note-link.person")).not.toBeNull();
});

test("a deleted target shows its last words, struck", () => {
  open("See [[note:gone|An old note]].");
  expect(view.contentDOM.querySelector(".gone-link")?.textContent).toBe("An old note");
});

test("ticking a task changes one character of the text", () => {
  const onChange = vi.fn();
  open("- [ ] ask\n- [x] done", onChange);
  const box = view.contentDOM.querySelector<HTMLInputElement>(".md-task");
  box?.click();
  expect(onChange.mock.lastCall?.[0]()).toBe("- [x] ask\n- [x] done");
});

test("a text from elsewhere is shown without being saved again, the cursor stays", () => {
  const onChange = vi.fn();
  open("one two three", onChange);
  view.dispatch({ selection: { anchor: 13 } });
  replaceBody(view, "one 2 three");
  expect(view.state.doc.toString()).toBe("one 2 three");
  expect(view.state.selection.main.head).toBe(11);
  expect(onChange).not.toHaveBeenCalled();
});

test("equal letters at both ends of a change are not counted twice", () => {
  open("aaa");
  replaceBody(view, "aa");
  expect(view.state.doc.toString()).toBe("aa");
  replaceBody(view, "aaaa");
  expect(view.state.doc.toString()).toBe("aaaa");
});

test("Arabic and Latin lines have each their own direction, also those that come later", () => {
  open("Latin\nعربي");
  expect(view.state.facet((view.constructor as typeof EditorView).perLineTextDirection)).toBe(true);
  view.dispatch({ changes: { from: 0, insert: "# עברית\n\n" } });
  const lines = [...view.contentDOM.querySelectorAll<HTMLElement>(".cm-line")];
  expect(lines.map((line) => line.dir)).toEqual(["auto", "auto", "auto", "auto"]);
});

const QUOTE = "018f3c2a-0000-7000-8000-00000000000a";

function quote(passage: Clipping["passage"]): Clipping {
  return {
    id: QUOTE,
    article: "a",
    source: { title: "Headline", byline: [], outlet: "The Gazette", published: { iso: "2022-05-10", zone: null }, url: null, language: "en" },
    anchor: { span: { block: 4, start: 0, end: 15 }, exact: "firm solidarity", prefix: "", suffix: "" },
    paragraph: 5,
    row: false,
    passage,
    colour: "yellow",
    comment: "",
    quote: {
      type: "partial",
      speaker: { entity: KIM, kind: "person", name: "Kim Jong Un", words: "Mr Jong Un", gone: false },
      via: { entity: null, kind: null, name: "KCNA", words: "", gone: false },
      original: null,
      said: null,
    },
    madeAt: "2022-06-01T00:00:00Z",
    editedAt: "2022-06-01T00:00:00Z",
    deleted: false,
  };
}

test("a quote alone on its line is a card with who said it, where, and whether it is there", () => {
  open(`Before.\n\n[[quote:${QUOTE}|firm]]\n\nSee [[quote:${QUOTE}|firm]] too.`);
  expect(view.contentDOM.querySelector(".quote-card .card-words")?.textContent).toBe("firm");
  view.dispatch({ effects: addQuotes.of([quote("there")]) });
  const cards = [...view.contentDOM.querySelectorAll(".quote-card")];
  expect(cards).toHaveLength(1);
  const parts = ["Kim Jong Un", "“Mr Jong Un” here", "via KCNA", "firm solidarity", "The Gazette", "¶5", "matches the text"];
  for (const words of parts) expect(cards[0]?.textContent).toContain(words);
  // The same again: the card stays as it is under who types.
  view.dispatch({ effects: addQuotes.of([quote("there")]) });
  expect(view.contentDOM.querySelector(".quote-card")).toBe(cards[0]);
  view.dispatch({ effects: addQuotes.of([quote("lost")]) });
  expect(view.contentDOM.querySelector(".quote-card")?.textContent).toContain("no longer found");
  view.dispatch({ effects: addQuotes.of([{ ...quote("there"), deleted: true }]) });
  expect(view.contentDOM.querySelector(".gone-card")?.textContent).toContain("Deleted quote");
});

test("what is embedded is shown as words, and a picture is drawn from the notebook alone", async () => {
  const sha256 = "ab".repeat(32);
  open(`![[note:${KIM}#Talks|Geneva]]\n\n![map](image:${sha256}) ![remote](https://evil.example/x.png)`);
  await Promise.resolve();
  await Promise.resolve();
  expect(view.contentDOM.querySelector(".note-embed-title")?.textContent).toBe("Geneva › Talks");
  expect(view.contentDOM.querySelector(".note-embed-text")?.textContent).toBe("Talks\n\nThey met. Kim Jong Un");
  const images = [...view.contentDOM.querySelectorAll<HTMLImageElement>("img[src]")].map((image) => image.getAttribute("src"));
  expect(images).toEqual(["data:image/png;base64,AAAA"]);
  // It is called something else: what stands there changes in its place.
  const box = view.contentDOM.querySelector(".note-embed");
  meeting = "Geneva II";
  view.dispatch({ effects: refreshEmbeds.of(null) });
  await Promise.resolve();
  await Promise.resolve();
  expect(view.contentDOM.querySelector(".note-embed")).toBe(box);
  expect(box?.firstChild?.textContent).toBe("Geneva II › Talks");
});

test("a table is drawn as one, and is Markdown again where the cursor stands in it", () => {
  const body = `Before\n\n| Name | Since |\n| --- | ---: |\n| [[entity:${KIM}|Kim]] | **2011** |\n\nAfter`;
  open(body);
  const cells = () => [...view.contentDOM.querySelectorAll("th, td")].map((cell) => cell.textContent);
  expect(cells()).toEqual(["Name", "Since", "Kim Jong Un", "2011"]);
  view.dispatch({ selection: { anchor: body.indexOf("Since") } });
  expect(cells()).toEqual([]);
  view.dispatch({ selection: { anchor: 0 } });
  expect(cells()).toHaveLength(4);
  // Without its ruler it is none.
  view.dispatch({ changes: { from: body.indexOf("---"), to: body.indexOf("---") + 3, insert: "x" } });
  expect(cells()).toEqual([]);
});

test("a table moves with what is typed above it, and shows what was changed in it", () => {
  const body = "a\n\n| A | B |\n|---|---|\n| 1 | 2 |\n";
  open(body);
  view.dispatch({ changes: { from: 0, insert: "typed\n\n" } });
  expect(view.contentDOM.querySelectorAll("td")).toHaveLength(2);
  const two = view.state.doc.toString().indexOf("2 |");
  view.dispatch({ changes: { from: two, to: two + 1, insert: "22" } });
  expect(view.contentDOM.querySelectorAll("td")[1]?.textContent).toBe("22");
});

test("words are found in a note with their number, and replaced", () => {
  open("Kim met Kim. kim!");
  openFind(view);
  const [find, replace] = view.dom.querySelectorAll<HTMLInputElement>(".note-find input");
  const type = (field: HTMLInputElement | undefined, words: string): void => {
    if (!field) throw new Error("no field");
    field.value = words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  type(find, "kim");
  expect(countMatches(view.state, getSearchQuery(view.state)).of).toBe(3);
  type(replace, "Lee");
  [...view.dom.querySelectorAll<HTMLButtonElement>(".note-find button")].find((one) => one.textContent === noteFind.replaceAll)?.click();
  expect(view.state.doc.toString()).toBe("Lee met Lee. Lee!");
});

test("Tab in a list puts an item under the words of the one before, also of a numbered one", () => {
  const tab = (body: string): string => {
    open(body);
    view.dispatch({ selection: { anchor: body.length } });
    view.contentDOM.dispatchEvent(new KeyboardEvent("keydown", { key: "Tab", keyCode: 9, bubbles: true, cancelable: true }));
    const text = view.state.doc.toString();
    view.destroy();
    return text;
  };
  expect(tab("1. one\n2. sub")).toBe("1. one\n   2. sub");
  expect(tab("10. ten\n11. sub")).toBe("10. ten\n    11. sub");
  expect(tab("- one\n- sub")).toBe("- one\n  - sub");
  open("");
});

test("a picture is drawn with the caret beside it, and written with the caret in it", () => {
  open(`![map](image:${"ab".repeat(32)})`);
  view.focus();
  const drawn = (at: number): boolean => {
    view.dispatch({ selection: { anchor: at } });
    return view.contentDOM.querySelector(".note-image") !== null;
  };
  const end = view.state.doc.length;
  expect([0, 1, 5, end - 1, end].map(drawn)).toEqual([true, false, false, false, true]);
});

test("marks are seen where the cursor stands in what they mark, and brackets of words always", () => {
  const body = "A **bold** and `code` and [words](https://example.org) [sic]\n\n> said";
  open(body);
  const shown = () => view.contentDOM.textContent;
  expect(shown()).toBe("A bold and code and words [sic]said");
  view.focus();
  view.dispatch({ selection: { anchor: body.indexOf("bold") } });
  expect(shown()).toBe("A **bold** and code and words [sic]said");
  view.dispatch({ selection: { anchor: body.length } });
  expect(shown()).toBe("A bold and code and words [sic]> said");
});

test("Enter on an empty line of a quotation leaves it", () => {
  open("> said\n> ");
  view.dispatch({ selection: { anchor: view.state.doc.length } });
  view.contentDOM.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", keyCode: 13, bubbles: true, cancelable: true }));
  expect(view.state.doc.toString()).toBe("> said\n\n");
  expect(view.state.selection.main.head).toBe(view.state.doc.length);
});

test("replacing leaves ids of links and hashes of pictures as they are", () => {
  const body = `Kim 018 met [[entity:${KIM}|Kim 018]] ![018](image:${"018a".repeat(16)})`;
  open(body);
  openFind(view);
  view.dispatch({ effects: setSearchQuery.of(queryFor("018", "19")) });
  expect(countMatches(view.state, getSearchQuery(view.state)).of).toBe(3);
  replaceAll(view);
  expect(view.state.doc.toString()).toBe(`Kim 19 met [[entity:${KIM}|Kim 19]] ![19](image:${"018a".repeat(16)})`);
});

test("a press on a card shows its passage and leaves the keyboard in the note, behind the card", () => {
  open("Said:\n\n[[quote:q|firm solidarity]]\n");
  const card = view.contentDOM.querySelector<HTMLElement>(".quote-card")!;
  const press = (more: MouseEventInit = {}): void => {
    card.dispatchEvent(new MouseEvent("mousedown", { bubbles: true, cancelable: true, ...more }));
    card.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ...more }));
  };
  press();
  expect([shown, opened, document.activeElement === view.contentDOM]).toEqual([["q"], [], true]);
  expect(view.contentDOM.querySelector(".chosen-card")).not.toBeNull();
  // What is typed then is a paragraph of its own.
  const { head } = view.state.selection.main;
  view.dispatch({ changes: { from: head, insert: "N" }, selection: { anchor: head + 1 }, userEvent: "input.type" });
  expect(view.state.doc.toString()).toBe("Said:\n\n[[quote:q|firm solidarity]]\n\nN\n");
  expect(view.contentDOM.querySelectorAll(".quote-card:not(.chosen-card)")).toHaveLength(1);
});

test("behind a chosen card what is pasted, dropped or composed is a paragraph of its own, also before text", () => {
  const choose = (): number => {
    open("[[quote:q|firm]]\nnext");
    view.contentDOM.querySelector(".quote-card")!.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    return view.state.selection.main.head;
  };
  const at = choose();
  view.dispatch({ changes: { from: at, insert: "a\n\nb" }, selection: { anchor: at + 1 }, userEvent: "input.paste" });
  expect([view.state.doc.toString(), view.state.selection.main.head]).toEqual(["[[quote:q|firm]]\n\na\n\nb\n\nnext", at + 3]);
  choose();
  view.contentDOM.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
  expect([view.state.doc.toString(), view.state.selection.main.head]).toEqual(["[[quote:q|firm]]\n\n\n\nnext", at + 2]);
  view.dispatch({ changes: { from: at + 2, insert: "한" }, userEvent: "input.type.compose" });
  expect(view.state.doc.toString()).toBe("[[quote:q|firm]]\n\n한\n\nnext");
  // Elsewhere, and where nothing is chosen, it stays as it was meant.
  choose();
  view.dispatch({ changes: { from: view.state.doc.length, insert: "!" }, userEvent: "input.paste" });
  expect(view.state.doc.toString()).toBe("[[quote:q|firm]]\nnext!");
});

test("a link that is pressed with Ctrl leaves the keyboard in the note", () => {
  open(`[[entity:${KIM}|Kim]]`);
  expect(document.activeElement).not.toBe(view.contentDOM);
  view.contentDOM.querySelector(".note-link")!.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey: true }));
  expect(document.activeElement).toBe(view.contentDOM);
});

test("with Ctrl a press on a card opens its passage as any link's", () => {
  open("[[quote:q|firm solidarity]]");
  view.contentDOM.querySelector(".quote-card")!.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey: true }));
  expect([shown, opened]).toEqual([[], ["q"]]);
});

test("a dash and a space in an empty item are no item in it", () => {
  const space = (body: string): string => {
    open(body);
    const at = body.length;
    view.dispatch({ selection: { anchor: at } });
    const handled = view.state.facet(EditorView.inputHandler).some((handler) => handler(view, at, at, " ", () => view.state.update({})));
    const { doc, selection } = view.state;
    const shown = `${doc.sliceString(0, selection.main.head)}‸${doc.sliceString(selection.main.head)}`;
    view.destroy();
    return handled ? shown : "left";
  };
  expect(["- a\n- -", "  * -", "1. *", "-", "- a -", "- [ ] -"].map(space)).toEqual(["- a\n- ‸", "  * ‸", "1. ‸", "left", "left", "left"]);
  open("");
});
