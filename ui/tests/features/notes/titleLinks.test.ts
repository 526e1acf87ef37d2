// @vitest-environment jsdom
import { undo } from "@codemirror/commands";
import type { EditorView } from "@codemirror/view";
import { afterEach, expect, test, vi } from "vitest";
import type { LinkCandidate } from "../../../src/api/generated";
import { createNoteEditor } from "../../../src/features/notes/editor/editor";
import { findTitleLinks } from "../../../src/features/notes/linkMarkup";
import { noteFind } from "../../../src/strings/noteWork";
import { noSteps } from "../../support/noSteps";

const GENEVA = "018f3c2a-0000-7000-8000-000000000001";
const note = (id: string, title: string): LinkCandidate => ({ target: { to: "note", id }, title, kind: null, matched: title, detail: null });

let view: EditorView;
afterEach(() => view.destroy());
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
};
const text = (): string => view.state.doc.toString();

const known = new Map<string, LinkCandidate[]>([
  ["Geneva talks", [note(GENEVA, "Geneva talks")]],
  ["Paris", [note("p1", "Paris"), note("p2", "Paris")]],
]);
const createNote = vi.fn(async () => ({ to: "note" as const, id: "made" }));

function open(body = ""): void {
  createNote.mockClear();
  view = createNoteEditor({
    parent: document.body,
    body,
    labels: [],
    words: { label: "Text", empty: "Write", task: "Done", find: noteFind },
    onChange: () => undefined,
    onBlur: () => undefined,
    ...noSteps,
    onLeaveTop: () => undefined,
    open: () => undefined,
    show: () => undefined,
    openAddress: () => undefined,
    describe: (_, words) => words,
    complete: async (title) => [...(known.get(title) ?? [])].reverse(),
    createNote,
    createEntity: async () => null,
    acceptName: async () => null,
    named: async (title) => known.get(title) ?? [],
    describeTitle: (title) => title,
    draw: () => ({ update: () => undefined, destroy: () => undefined }),
    embedded: async () => ({ title: "", text: "", links: [], gone: false, cut: false }),
    image: async () => null,
    embedWords: { gone: "gone", cut: "…", noImage: "none" },
    keepImage: async () => null,
    pastePicture: async () => "",
    offerImport: () => undefined,
  });
}

function write(words: string, userEvent = "input.type"): void {
  const at = view.state.selection.main.head;
  view.dispatch({ changes: { from: at, insert: words }, selection: { anchor: at + words.length }, userEvent });
}
const type = (words: string): void => [...words].forEach((letter) => write(letter));
const press = (key: string): void => void view.contentDOM.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
const shown = (): (string | null)[] => [...view.contentDOM.querySelectorAll(".title-link")].map((link) => link.textContent);

test("a title typed to its closing brackets becomes a link by id, and taking that back leaves what was typed", async () => {
  open();
  type("See [[Geneva talks]]");
  await settle();
  expect(text()).toBe(`See [[note:${GENEVA}|Geneva talks]]`);
  undo(view);
  expect(text()).toBe("See [[Geneva talks]]");
  await settle();
  expect(text()).toBe("See [[Geneva talks]]");
});

test("what is typed on meanwhile stays where it is", async () => {
  open();
  type("[[Geneva talks]] and");
  await settle();
  expect(text()).toBe(`[[note:${GENEVA}|Geneva talks]] and`);
});

test("pasted titles are looked up too, with their headings and words, and code stays code", async () => {
  open();
  write("[[Geneva talks#Second day]], [[Geneva talks|there]], `[[Geneva talks]]` and [[Nowhere]]", "input.paste");
  await settle();
  const link = `[[note:${GENEVA}`;
  expect(text()).toBe(`${link}#Second day|Geneva talks]], ${link}|there]], \`[[Geneva talks]]\` and [[Nowhere]]`);
  expect(shown()).toEqual(["Nowhere"]);
});

test("a title that nothing has, or that two have, is a link to nowhere yet", async () => {
  open();
  type("[[Nowhere]] [[Paris]] ");
  await settle();
  expect(text()).toBe("[[Nowhere]] [[Paris]] ");
  expect(shown()).toEqual(["Nowhere", "Paris"]);
});

test("a click, or Enter inside it, makes a note of it", async () => {
  open("[[Nowhere]] and [[There]]");
  view.contentDOM.querySelector(".title-link")!.dispatchEvent(new MouseEvent("click", { button: 0, bubbles: true, cancelable: true }));
  await settle();
  expect(createNote.mock.calls).toEqual([["Nowhere"]]);
  expect(text()).toBe("[[note:made|Nowhere]] and [[There]]");
  view.dispatch({ selection: { anchor: text().indexOf("There") + 2 } });
  press("Enter");
  await settle();
  expect(text()).toBe("[[note:made|Nowhere]] and [[note:made|There]]");
});

test("however often it is clicked while that is under way, one note is made", async () => {
  open("[[Nowhere]]");
  const link = view.contentDOM.querySelector(".title-link")!;
  for (let times = 0; times < 3; times += 1) link.dispatchEvent(new MouseEvent("click", { button: 0, bubbles: true, cancelable: true }));
  await settle();
  expect([text(), createNote.mock.calls]).toEqual(["[[note:made|Nowhere]]", [["Nowhere"]]]);
});

test("words written behind a stroke stay the words of the link, also of a note that is made and of one of several", async () => {
  open("[[Nowhere|no place]] and [[Paris|the city]]");
  const click = (at: number): void => void view.contentDOM.querySelectorAll(".title-link")[at]!.dispatchEvent(new MouseEvent("click", { button: 0, bubbles: true, cancelable: true }));
  click(0);
  await settle();
  expect(text()).toBe("[[note:made|no place]] and [[Paris|the city]]");
  click(0);
  await settle();
  expect(text()).toBe("[[note:made|no place]] and [[Paris|the city]]");
  expect(view.state.selection.main.head).toBe(text().indexOf("|the"));
  press("Enter");
  await settle();
  expect(text()).toBe("[[note:made|no place]] and [[note:p2|the city]]");
});

test("Enter behind such a link ends the line", () => {
  open("[[Nowhere]]");
  view.dispatch({ selection: { anchor: text().length } });
  press("Enter");
  expect([text(), createNote.mock.calls.length]).toEqual(["[[Nowhere]]\n", 0]);
});

test("of two with one title it is asked which is meant", async () => {
  open("[[Paris]]");
  view.contentDOM.querySelector(".title-link")!.dispatchEvent(new MouseEvent("click", { button: 0, bubbles: true, cancelable: true }));
  await settle();
  expect([text(), view.state.selection.main.head]).toEqual(["[[Paris", 7]);
});

test("links by id, empty brackets and Markdown links are no titles, and a line of brackets is passed once", () => {
  expect(findTitleLinks(`[[note:${GENEVA}|x]] [[ ]] [[a]](b) [[x]]`).map(({ title }) => title)).toEqual(["x"]);
  expect(findTitleLinks("[[".repeat(200_000))).toEqual([]);
});

test("==marked words== are drawn as such, their signs only where the caret is; in code they are signs", () => {
  open("it is ==urgent== today, `a ==b== c`\nnext");
  view.dispatch({ selection: { anchor: text().length } });
  expect(view.contentDOM.querySelector(".md-marked")?.textContent).toBe("urgent");
  expect(view.contentDOM.querySelectorAll(".md-marked")).toHaveLength(1);
  expect(view.contentDOM.querySelector(".cm-line")?.textContent).toBe("it is urgent today, a ==b== c");
});

test("a list of one item, also of one task, ends with Enter on an empty item", () => {
  for (const [first, mark] of [["- one", "- "], ["- [ ] one", "- [ ] "], ["1. one", "2. "]] as const) {
    open(first);
    view.dispatch({ selection: { anchor: first.length } });
    press("Enter");
    expect(text()).toBe(`${first}\n${mark}`);
    press("Enter");
    expect(text()).toBe(`${first}\n`);
    view.destroy();
  }
  open();
});
