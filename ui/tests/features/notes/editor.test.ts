// @vitest-environment jsdom
import type { EditorView } from "@codemirror/view";
import { afterEach, expect, test, vi } from "vitest";
import type { Clipping } from "../../../src/api/generated";
import { createNoteEditor, replaceBody } from "../../../src/features/notes/editor/editor";
import { addQuotes } from "../../../src/features/notes/editor/quoteCards";

const KIM = "018f3c2a-0000-7000-8000-000000000001";
let view: EditorView;
afterEach(() => view.destroy());

function open(body: string, onChange: (body: () => string) => void = () => undefined): EditorView {
  view = createNoteEditor({
    parent: document.body,
    body,
    labels: [
      { target: { to: "entity", id: KIM }, title: "Kim Jong Un", kind: "person", gone: false },
      { target: { to: "note", id: "gone" }, title: "", kind: null, gone: true },
    ],
    words: { label: "Text", empty: "Write", task: "Done" },
    onChange,
    onBlur: () => undefined,
    onLeaveTop: () => undefined,
    open: () => undefined,
    openAddress: () => undefined,
    describe: (_, words) => words,
    complete: async () => [],
    createNote: async () => null,
    draw: () => ({ update: () => undefined, destroy: () => undefined }),
    embedded: async () => ({ title: "Geneva", text: "## Talks\n\nThey met. ^met", gone: false, cut: false }),
    image: async () => "data:image/png;base64,AAAA",
    embedWords: { gone: "gone", cut: "…", noImage: "none" },
    keepImage: async () => null,
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

test("Arabic and Latin lines have each their own direction", () => {
  open("Latin\nعربي");
  expect(view.state.facet((view.constructor as typeof EditorView).perLineTextDirection)).toBe(true);
});

const QUOTE = "018f3c2a-0000-7000-8000-00000000000a";

function quote(passage: Clipping["passage"]): Clipping {
  return {
    id: QUOTE,
    article: "a",
    source: { title: "Headline", outlet: "The Gazette", published: { iso: "2022-05-10", zone: null }, url: null, language: "en" },
    anchor: { span: { block: 4, start: 0, end: 15 }, exact: "firm solidarity", prefix: "", suffix: "" },
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
  expect(view.contentDOM.querySelector(".note-embed-text")?.textContent).toBe("Talks\n\nThey met.");
  const images = [...view.contentDOM.querySelectorAll<HTMLImageElement>("img[src]")].map((image) => image.getAttribute("src"));
  expect(images).toEqual(["data:image/png;base64,AAAA"]);
});
