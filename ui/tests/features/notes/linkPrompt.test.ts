// @vitest-environment jsdom
import { EditorView } from "@codemirror/view";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { LinkCandidate } from "../../../src/api/generated";
import {
  linkPrompt,
  linkPromptField,
  rowCount,
  type LinkPromptOptions,
} from "../../../src/features/notes/editor/linkPrompt";
import { noteLinks } from "../../../src/features/notes/editor/noteLinks";

const KIM = "018f3c2a-0000-7000-8000-000000000001";
const kim: LinkCandidate = {
  target: { to: "entity", id: KIM },
  title: "Kim Jong Un",
  kind: "person",
  matched: "김정은",
  detail: null,
};

let view: EditorView;
afterEach(() => view.destroy());

function open(options: Partial<LinkPromptOptions> = {}): EditorView {
  view = new EditorView({
    parent: document.body,
    extensions: [
      noteLinks({ open: () => undefined, show: () => undefined, describe: (_, words) => words }),
      linkPrompt({
        complete: async () => [kim],
        createNote: async () => ({ to: "note", id: KIM }),
        createEntity: async () => null,
        acceptName: async () => null,
        draw: () => ({ update: () => undefined, destroy: () => undefined }),
        ...options,
      }),
    ],
  });
  return view;
}

function type(text: string): void {
  const at = view.state.selection.main.head;
  view.dispatch({
    changes: { from: at, insert: text },
    selection: { anchor: at + text.length },
    userEvent: "input.type",
  });
}

function press(key: string): void {
  view.contentDOM.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
}

const prompt = () => view.state.field(linkPromptField);
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("linking while typing", () => {
  test("[[ asks, Enter inserts the link by id", async () => {
    open();
    type("In Korean: [[");
    type("김정");
    await settle();
    expect(prompt()).toMatchObject({ text: "김정", answered: "김정", active: 0 });
    press("Enter");
    expect(view.state.doc.toString()).toBe(`In Korean: [[entity:${KIM}|Kim Jong Un]]`);
    expect(prompt()).toBeNull();
  });

  test("an answer to older words is dropped", async () => {
    const answers: Record<string, (found: LinkCandidate[]) => void> = {};
    open({ complete: (text) => new Promise((resolve) => (answers[text] = resolve)) });
    type("[[k");
    type("i");
    answers["ki"]?.([kim]);
    await settle();
    answers["k"]?.([]);
    await settle();
    expect(prompt()?.candidates).toEqual([kim]);
  });

  test("Enter before the answer takes the best row once it comes", async () => {
    let answer: (found: LinkCandidate[]) => void = () => undefined;
    open({ complete: () => new Promise((resolve) => (answer = resolve)) });
    type("[[kim");
    press("Enter");
    expect(view.state.doc.toString()).toBe("[[kim");
    answer([kim]);
    await settle();
    expect(view.state.doc.toString()).toBe(`[[entity:${KIM}|Kim Jong Un]]`);
  });

  test("a row that is chosen before the answer is the one that Enter takes, wherever it stands then", async () => {
    const lee = { ...kim, target: { to: "entity" as const, id: "lee" }, title: "Lee" };
    let answer: (found: LinkCandidate[]) => void = () => undefined;
    const createNote = vi.fn(async () => ({ to: "note" as const, id: KIM }));
    open({ createNote, complete: () => new Promise((resolve) => (answer = resolve)) });
    const choose = async (first: LinkCandidate[], then: LinkCandidate[], downs: number): Promise<string> => {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length } });
      type("[[l");
      answer(first);
      await settle();
      type("e");
      for (let down = 0; down < downs; down += 1) press("ArrowDown");
      press("Enter");
      answer(then);
      await settle();
      return view.state.doc.toString();
    };
    expect(await choose([kim, lee], [lee, kim], 1)).toBe("[[entity:lee|Lee]]");
    expect(await choose([kim, lee], [kim, lee, { ...lee, target: { to: "note", id: "x" } }], 2)).toBe(`[[note:${KIM}|le]]`);
    expect(createNote.mock.calls).toEqual([["le"]]);
    // It is gone: nothing else is taken for it.
    expect(await choose([kim, lee], [kim], 1)).toBe("[[le");
  });

  test("the last row makes a note", async () => {
    const createNote = vi.fn(async () => ({ to: "note" as const, id: KIM }));
    open({ createNote });
    type("[[A new thought");
    await settle();
    press("ArrowDown");
    press("Enter");
    await settle();
    expect(createNote).toHaveBeenCalledWith("A new thought");
    expect(view.state.doc.toString()).toBe(`[[note:${KIM}|A new thought]]`);
  });

  test("typing on while a note is being made makes no second one", async () => {
    let made: (target: null) => void = () => undefined;
    const createNote = vi.fn(() => new Promise<null>((resolve) => (made = resolve)));
    open({ complete: async () => [], createNote });
    type("[[one");
    await settle();
    press("Enter");
    type("s");
    await settle();
    press("Enter");
    await settle();
    expect(createNote.mock.calls).toEqual([["one"]]);
    made(null);
    await settle();
    type("e");
    await settle();
    press("Enter");
    await settle();
    expect(createNote).toHaveBeenCalledTimes(2);
    made(null);
  });

  test("a note that could not be made leaves the words", async () => {
    open({ complete: async () => [], createNote: async () => null });
    type("[[lost");
    await settle();
    press("Enter");
    await settle();
    expect(view.state.doc.toString()).toBe("[[lost");
  });

  test("where nothing could be made, another name is asked about", async () => {
    open({ complete: async () => [], createNote: async () => null });
    type("[[lost");
    await settle();
    press("Enter");
    await settle();
    expect(prompt()).toBeNull();
    type("x");
    expect(prompt()).not.toBeNull();
  });

  test("Escape leaves the brackets alone until they are typed again", async () => {
    open();
    type("[[kim");
    await settle();
    press("Escape");
    expect(prompt()).toBeNull();
    press("Enter");
    expect(view.state.doc.toString()).not.toContain("entity:");
  });

  test("leaving the brackets closes it", async () => {
    open();
    type("a [[kim");
    await settle();
    view.dispatch({ selection: { anchor: 0 } });
    expect(prompt()).toBeNull();
  });

  test("backspace over a link takes it as a whole", () => {
    open();
    type(`x[[entity:${KIM}|Kim]]`);
    const ranges = view.state.facet(EditorView.atomicRanges).map((range) => range(view));
    const spans: [number, number][] = [];
    for (const set of ranges) set.between(0, view.state.doc.length, (from, to) => void spans.push([from, to]));
    expect(spans).toEqual([[1, view.state.doc.length]]);
  });
});

describe("@", () => {
  test("asks behind a link too, and not for what stands before one", async () => {
    const complete = vi.fn(async () => [kim]);
    open({ complete });
    type("See @nobody and [[Ports]] with @Kim");
    await settle();
    expect(complete).toHaveBeenLastCalledWith("Kim", "@");
    press("Escape");
    type(" [[Ports]] came");
    expect(prompt()).toBeNull();
  });

  test("asks for entities alone, and Enter behind an address is a new line", async () => {
    const complete = vi.fn(async (_text: string, mark: string) => (mark === "@" ? [kim] : []));
    open({ complete });
    type("(@김정");
    await settle();
    expect(complete).toHaveBeenLastCalledWith("김정", "@");
    press("Enter");
    expect(view.state.doc.toString()).toBe(`([[entity:${KIM}|Kim Jong Un]]`);
    view.dispatch({ changes: { from: 0, to: view.state.doc.length } });
    complete.mockResolvedValue([]);
    type("desk@example");
    expect(prompt()).toBeNull();
    type(" @nobody");
    await settle();
    expect(view.state.field(linkPromptField)?.mark).toBe("@");
    press("Enter");
    expect(view.state.doc.toString()).toBe("desk@example @nobody");
  });

  test("# offers passages and no new note", async () => {
    const heading: LinkCandidate = { target: { to: "note", id: KIM }, title: "Geneva", kind: null, matched: "Talks", detail: null, anchor: "Talks" };
    open({ complete: async () => [heading] });
    type("[[geneva#ta");
    await settle();
    press("Enter");
    expect(view.state.doc.toString()).toBe(`[[note:${KIM}#Talks|Geneva]]`);
  });

  test("@ says that nobody is called so, and makes an entity of the kind that is chosen; Enter alone ends the line", async () => {
    const createEntity = vi.fn(async () => ({ to: "entity" as const, id: KIM }));
    open({ complete: async () => [], createEntity });
    type("Ask @Ann");
    await settle();
    expect(prompt()).toMatchObject({ mark: "@", answered: "Ann", active: -1 });
    press("Enter");
    expect(createEntity).not.toHaveBeenCalled();
    press("ArrowDown");
    press("Enter");
    await settle();
    expect(createEntity.mock.calls).toEqual([["person", "Ann"]]);
    expect(view.state.doc.toString()).toBe(`Ask [[entity:${KIM}|Ann]]`);
  });

  test("@ makes no second entity of a name that one has", async () => {
    open();
    type("@김정은");
    await settle();
    expect(rowCount(prompt()!)).toBe(1);
    type("이");
    await settle();
    expect(rowCount(prompt()!)).toBe(5);
  });
});

describe("a name behind @", () => {
  test("that is proposed is accepted by choosing it", async () => {
    const accepted: string[] = [];
    const proposed = { ...kim, target: { to: "entity" as const, id: "new:person:kim" }, proposed: "new:person:kim" };
    open({
      complete: async () => [proposed],
      acceptName: async (key, name) => {
        accepted.push(`${key} ${name}`);
        return { to: "entity", id: KIM };
      },
    });
    type("Ask @kim");
    await settle();
    // It is accepted in all articles: not by an Enter that was meant for the line.
    expect(prompt()!.active).toBe(-1);
    press("ArrowDown");
    press("Enter");
    await settle();
    expect([accepted, view.state.doc.toString()]).toEqual([["new:person:kim Kim Jong Un"], `Ask [[entity:${KIM}|Kim Jong Un]]`]);
  });

  test("is not asked for again once the list is put away, and another one behind it is", async () => {
    open();
    type("Ask @ki");
    await settle();
    press("Escape");
    expect(prompt()).toBeNull();
    type("m");
    expect(prompt()).toBeNull();
    type(" and @ju");
    expect(prompt()).toMatchObject({ text: "ju", mark: "@" });
    await settle();
    press("Escape");
    // The same place, written anew.
    view.dispatch({ changes: { from: 13, to: view.state.doc.length }, selection: { anchor: 13 }, userEvent: "delete" });
    type("@ju");
    expect(prompt()).toMatchObject({ text: "ju" });
  });
});
