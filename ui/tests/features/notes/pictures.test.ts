// @vitest-environment jsdom
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CommandError } from "../../../src/api/errors";
import type { KeptImage } from "../../../src/api/notes";
import { pasting } from "../../../src/features/notes/editor/pasting";

const shell = vi.hoisted(() => ({
  hear: null as ((place: { id: number; x: number; y: number }) => void) | null,
  imported: [] as number[],
  clipboard: null as string | null,
  dropped: async (): Promise<{ sha256: string; name: string }[]> => [],
  kept: 0,
  notices: [] as string[],
}));

vi.mock("../../../src/api/client", () => ({
  on: (_: string, hear: typeof shell.hear) => {
    shell.hear = hear;
    return () => (shell.hear = null);
  },
  imports: { startDropped: async (id: number) => void shell.imported.push(id) },
  notes: {
    pasteImage: async () => shell.clipboard,
    takeDropped: () => shell.dropped(),
    keepImage: async () => {
      shell.kept += 1;
      return "cd".repeat(32);
    },
  },
}));
vi.mock("../../../src/state/toasts.svelte", () => ({
  showNotice: (words: string) => void shell.notices.push(words),
  showFailure: () => void shell.notices.push("failure"),
}));

const { takePictures, watchPictureDrops } = await import("../../../src/features/notes/pictureDrops");
const { droppedPictures, keepPicture, pastedPicture } = await import("../../../src/features/notes/pictures");

const HASH = "ab".repeat(32);
let view: EditorView | undefined;
beforeEach(() => Object.assign(shell, { imported: [], clipboard: null, dropped: async () => [], kept: 0, notices: [] }));
afterEach(() => {
  view?.destroy();
  view = undefined;
});

async function paste(data: Record<string, string>): Promise<string> {
  view = new EditorView({
    parent: document.body,
    state: EditorState.create({ extensions: pasting({ keepImage: keepPicture, pastePicture: pastedPicture, offerImport: () => undefined }) }),
  });
  const event = new Event("paste", { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: { files: [], getData: (type: string) => data[type] ?? "" } });
  view.contentDOM.dispatchEvent(event);
  await vi.waitFor(() => expect(view?.state.doc.length).toBeGreaterThan(0));
  return view.state.doc.toString();
}

test("a paste without words asks the desktop's clipboard for a picture", async () => {
  shell.clipboard = HASH;
  expect(await paste({})).toBe(`![](image:${HASH})\n`);
});

test("a picture that is copied with its markup alone is that picture", async () => {
  shell.clipboard = HASH;
  expect(await paste({ "text/html": '<meta charset="utf-8"><img src="https://example.org/a.png">' })).toBe(`![](image:${HASH})\n`);
});

test("a paste with words is those words, whatever picture comes with them", async () => {
  shell.clipboard = HASH;
  expect(await paste({ "text/html": "<b>Talks</b> in Geneva", "text/plain": "Talks in Geneva" })).toBe("**Talks** in Geneva");
});

test("pictures let go over a note are its own, elsewhere they are imported", () => {
  const stop = watchPictureDrops();
  const note = document.createElement("div");
  const inside = note.appendChild(document.createElement("p"));
  const taken: number[] = [];
  const stopTaking = takePictures(note, (drop) => void taken.push(drop));
  const under = vi.fn<() => Element | null>();
  document.elementFromPoint = under;
  under.mockReturnValueOnce(inside);
  shell.hear?.({ id: 1, x: 5, y: 5 });
  under.mockReturnValueOnce(document.body);
  shell.hear?.({ id: 2, x: 5, y: 5 });
  stopTaking();
  under.mockReturnValueOnce(inside);
  shell.hear?.({ id: 3, x: 5, y: 5 });
  stop();
  expect(taken).toEqual([1]);
  expect(shell.imported).toEqual([2, 3]);
});

test("dropped pictures are called by their files, and one that is refused is named", async () => {
  const kept: KeptImage[] = [{ sha256: HASH, name: "Map [old].png" }, { sha256: HASH, name: "b.jpeg" }];
  shell.dropped = async () => kept;
  expect(await droppedPictures(1)).toBe(`![Map (old)](image:${HASH})\n\n![b](image:${HASH})\n`);
  shell.dropped = async () => {
    throw new CommandError("invalid_input", "huge.png", "note_take_dropped");
  };
  expect(await droppedPictures(2)).toBe("");
  expect(shell.notices[0]).toMatch(/^huge\.png was not kept/);
});

test("a file that is too large is not even read", async () => {
  const file = new File([], "scan.png", { type: "image/png" });
  Object.defineProperty(file, "size", { value: 20 * 1024 * 1024 + 1 });
  expect(await keepPicture(file)).toBeNull();
  expect(shell.kept).toBe(0);
  expect(shell.notices[0]).toContain("scan.png");
});

test("pictures come in in their order, where they were pasted, whatever is typed meanwhile", async () => {
  const answers: ((markdown: string | null) => void)[] = [];
  const keepImage = (): Promise<string | null> => new Promise((answer) => answers.push(answer));
  view = new EditorView({
    parent: document.body,
    state: EditorState.create({ doc: "here there", selection: { anchor: 4, head: 5 }, extensions: pasting({ keepImage, pastePicture: async () => "", offerImport: () => undefined }) }),
  });
  const event = new Event("paste", { bubbles: true, cancelable: true });
  const files = [{ type: "image/png" }, { type: "image/png" }, { type: "image/png" }];
  Object.assign(event, { clipboardData: { files, getData: () => "" } });
  view.contentDOM.dispatchEvent(event);
  view.dispatch({ changes: { from: 0, insert: "Look " } });
  for (const markdown of ["one", null, "two"]) {
    await vi.waitFor(() => expect(answers.length).toBeGreaterThan(0));
    answers.shift()!(markdown);
  }
  await vi.waitFor(() => expect(view?.state.doc.toString()).toContain("two"));
  expect(view.state.doc.toString()).toBe("Look hereone\ntwothere");
});

/** A note with words selected, into which a picture is pasted; the answer keeps it. */
function pastingInto(doc: string, from: number, to: number): (markdown: string) => Promise<void> {
  let keep: (markdown: string) => void = () => undefined;
  const keepImage = (): Promise<string | null> => new Promise((answer) => (keep = answer));
  const held = new EditorView({
    parent: document.body,
    state: EditorState.create({ doc, selection: { anchor: from, head: to }, extensions: pasting({ keepImage, pastePicture: async () => "", offerImport: () => undefined }) }),
  });
  view = held;
  const event = new Event("paste", { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: { files: [{ type: "image/png" }], getData: () => "" } });
  held.contentDOM.dispatchEvent(event);
  return async (markdown) => {
    keep(markdown);
    await vi.waitFor(() => expect(held.state.doc.toString()).toContain(markdown));
  };
}

test("what is typed over the selected words before the picture comes stays", async () => {
  const keep = pastingInto("here there", 5, 10);
  view!.dispatch({ changes: { from: 5, to: 10, insert: "now" }, selection: { anchor: 8 } });
  await keep("P");
  expect(view!.state.doc.toString()).toBe("here nowP");
});

test("who has gone on to write elsewhere stays there when the picture comes", async () => {
  const keep = pastingInto("here there", 10, 10);
  view!.dispatch({ changes: { from: 0, insert: "Lo" }, selection: { anchor: 2 } });
  await keep("P");
  expect([view!.state.doc.toString(), view!.state.selection.main.head]).toEqual(["Lohere thereP", 2]);
});
