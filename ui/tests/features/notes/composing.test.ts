// @vitest-environment jsdom
// An input method composes letters in the page itself. While it does, nothing else may
// change the place where it writes, or the letters are lost or doubled.
import type { EditorView } from "@codemirror/view";
import { afterEach, expect, test, vi } from "vitest";
import type { Clipping, LinkCandidate } from "../../../src/api/generated";
import { createNoteEditor, setLabels } from "../../../src/features/notes/editor/editor";
import { linkPromptField } from "../../../src/features/notes/editor/linkPrompt";
import { addQuotes } from "../../../src/features/notes/editor/quoteCards";
import { noteFind } from "../../../src/strings/noteWork";
import { noSteps } from "../../support/noSteps";

const KIM = "018f3c2a-0000-7000-8000-000000000001";
const QUOTE = "018f3c2a-0000-7000-8000-00000000000a";
const kim: LinkCandidate = { target: { to: "entity", id: KIM }, title: "Kim Jong Un", kind: "person", matched: "김정은", detail: null };

let view: EditorView;
afterEach(() => view.destroy());

function open(body: string): { asked: string[]; texts: string[] } {
  const heard = { asked: [] as string[], texts: [] as string[] };
  view = createNoteEditor({
    parent: document.body,
    body,
    labels: [],
    words: { label: "Text", empty: "Write", task: "Done", find: noteFind },
    onChange: (text) => void heard.texts.push(text()),
    onBlur: () => undefined,
    ...noSteps,
    onLeaveTop: () => undefined,
    open: () => undefined,
    show: () => undefined,
    openAddress: () => undefined,
    describe: (_, words) => words,
    complete: async (text) => {
      heard.asked.push(text);
      return [kim];
    },
    createNote: async () => null,
    createEntity: async () => null,
    acceptName: async () => null,
    named: async () => [],
    describeTitle: (title) => title,
    draw: () => ({ update: () => undefined, destroy: () => undefined }),
    embedded: async () => ({ title: "", text: "", links: [], gone: false, cut: false }),
    image: async () => null,
    embedWords: { gone: "gone", cut: "…", noImage: "none" },
    keepImage: async () => null,
    pastePicture: async () => "",
    offerImport: () => undefined,
  });
  view.focus();
  return heard;
}

function type(text: string): void {
  const { head } = view.state.selection.main;
  view.dispatch({ changes: { from: head, insert: text }, selection: { anchor: head + text.length }, userEvent: "input.type" });
}

function enter(): void {
  view.contentDOM.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", keyCode: 13, bubbles: true, cancelable: true }));
}

/** Composes behind the cursor as an input method does: in the page, step by step. */
class Composition {
  readonly node: Text;
  /** WebKit selects what is composed while it tells the page of it. */
  selects = false;
  #before: string;

  constructor() {
    const at = view.domAtPos(view.state.selection.main.head);
    if (at.node instanceof Text) this.node = at.node;
    else {
      this.node = document.createTextNode("");
      at.node.insertBefore(this.node, at.node.childNodes[at.offset] ?? null);
    }
    this.#before = this.node.data;
    view.contentDOM.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
  }

  async to(letters: string): Promise<void> {
    this.node.data = this.#before + letters;
    const from = this.selects ? this.#before.length : this.node.data.length;
    document.getSelection()?.setBaseAndExtent(this.node, from, this.node, this.node.data.length);
    view.contentDOM.dispatchEvent(new CompositionEvent("compositionupdate", { data: letters, bubbles: true }));
    // The editor hears of it from the page, in a task of its own.
    await vi.waitFor(() => expect(view.state.doc.toString()).toContain(letters));
  }

  async end(): Promise<void> {
    view.contentDOM.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }));
    await vi.waitFor(() => expect(view.composing).toBe(false));
  }
}

test("completion asks with what is being composed, and leaves its letters where they are", async () => {
  const heard = open("");
  type("[[");
  const composition = new Composition();
  for (const letters of ["ㄱ", "기", "김", "김ㅈ", "김저", "김정"]) {
    await composition.to(letters);
    expect(view.composing).toBe(true);
    expect(view.state.doc.toString()).toBe(`[[${letters}`);
    expect(composition.node.isConnected).toBe(true);
  }
  await vi.waitFor(() => expect(view.state.field(linkPromptField)?.answered).toBe("김정"));
  expect(heard.asked.at(-1)).toBe("김정");
  expect(view.state.field(linkPromptField)?.candidates).toEqual([kim]);
  expect(composition.node.isConnected).toBe(true);
  expect(composition.node.data.endsWith("김정")).toBe(true);
  await composition.end();
  expect(view.state.doc.toString()).toBe("[[김정");
});

test("Enter that ends a composition picks nothing", async () => {
  open("");
  type("[[");
  const composition = new Composition();
  await composition.to("김");
  await vi.waitFor(() => expect(view.state.field(linkPromptField)?.answered).toBe("김"));
  view.contentDOM.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", keyCode: 229, isComposing: true, bubbles: true, cancelable: true }));
  expect(view.state.doc.toString()).toBe("[[김");
});

test("completion stays while WebKit has selected what is composed", async () => {
  open("");
  type("[[");
  const composition = new Composition();
  composition.selects = true;
  await composition.to("ㄱ");
  expect(view.state.selection.main.empty).toBe(false);
  await vi.waitFor(() => expect(view.state.field(linkPromptField)?.answered).toBe("ㄱ"));
  await composition.to("김");
  await vi.waitFor(() => expect(view.state.field(linkPromptField)?.answered).toBe("김"));
});

test("Enter that is passed on behind a composition takes what is offered", async () => {
  open("");
  type("[[");
  const composition = new Composition();
  await composition.to("김");
  await vi.waitFor(() => expect(view.state.field(linkPromptField)?.answered).toBe("김"));
  await composition.end();
  enter();
  expect(view.state.doc.toString()).toBe(`[[entity:${KIM}|Kim Jong Un]]`);
});

test("Enter that is passed on behind a composition goes on with a list", async () => {
  open("- ");
  view.dispatch({ selection: { anchor: 2 } });
  const composition = new Composition();
  await composition.to("김");
  await composition.end();
  enter();
  expect(view.state.doc.toString()).toBe("- 김\n- ");
});

test("what a save answers waits for the end of a composition", async () => {
  open(`See [[entity:${KIM}|Kim]] and `);
  view.dispatch({ selection: { anchor: view.state.doc.length } });
  const composition = new Composition();
  await composition.to("ㅈ");
  setLabels(view, [{ target: { to: "entity", id: KIM }, title: "Kim Jong Un", kind: "person", gone: false }]);
  expect(view.contentDOM.textContent).toContain("See Kim and ㅈ");
  await composition.to("전");
  expect(composition.node.isConnected).toBe(true);
  await composition.end();
  await vi.waitFor(() => expect(view.contentDOM.textContent).toContain("See Kim Jong Un and 전"));
  expect(view.state.doc.toString()).toBe(`See [[entity:${KIM}|Kim]] and 전`);
});

test("a card that is drawn elsewhere leaves a composition alone", async () => {
  const heard = open(`[[quote:${QUOTE}|firm]]\n\n`);
  view.dispatch({ selection: { anchor: view.state.doc.length } });
  const composition = new Composition();
  await composition.to("س");
  const card: Clipping = {
    id: QUOTE,
    article: "a",
    source: { title: "Headline", byline: [], outlet: "The Gazette", published: null, url: null, language: "en" },
    anchor: { span: { block: 4, start: 0, end: 15 }, exact: "firm solidarity", prefix: "", suffix: "" },
    paragraph: 5,
    row: false,
    passage: "there",
    colour: "yellow",
    comment: "",
    quote: null,
    madeAt: "2022-06-01T00:00:00Z",
    editedAt: "2022-06-01T00:00:00Z",
    deleted: false,
  };
  view.dispatch({ effects: addQuotes.of([card]) });
  expect(view.contentDOM.querySelector(".quote-card")?.textContent).toContain("The Gazette");
  await composition.to("سلام");
  expect(composition.node.isConnected).toBe(true);
  await composition.end();
  expect(heard.texts.at(-1)).toBe(`[[quote:${QUOTE}|firm]]\n\nسلام`);
});
