// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CommandError } from "../../../src/api/errors";
import { ChangeSet, Text } from "@codemirror/state";
import type { LinkLabel, Note, NoteEdits, NoteSaved, NoteState } from "../../../src/api/generated";
import { QUIET_MS } from "../../../src/features/notes/autosave";
import { keepDraft } from "../../../src/features/notes/keptDraft";

const heard = vi.hoisted(() => ({ change: (_: unknown): void => undefined }));
const disk = vi.hoisted(() => ({ links: [] as LinkLabel[], title: "T", body: "on disk", revision: 1, full: false, refused: [] as string[], merged: {} as Record<string, string>, made: [] as string[], told: 0 }));

vi.mock("../../../src/api/client", () => {
  const note = (id: string): Note => ({
    id,
    title: disk.title,
    body: disk.body,
    revision: disk.revision,
    createdAt: "2024-06-21T08:00:00Z",
    editedAt: "2024-06-21T08:00:00Z",
    deleted: false,
    template: false,
    links: disk.links,
  });
  return {
    on: (event: string, hear: (change: unknown) => void) => {
      if (event === "change") heard.change = hear;
      return () => undefined;
    },
    logProblem: () => undefined,
    window: {},
    appWindow: { readyToClose: () => undefined },
    notes: {
      get: async (id: string) => note(disk.merged[id] ?? id),
      create: async (title: string, body: string) => {
        disk.made.push(body);
        return { ...note("copy"), title, body };
      },
      state: async (id: string): Promise<NoteState> => note(disk.merged[id] ?? id),
      edit: async (id: string, revision: number, title: string, { edits, length }: NoteEdits): Promise<NoteSaved> => {
        if (disk.full) throw new CommandError("disk_full", "", "note_edit");
        let body = disk.body;
        for (const { from, to, insert } of [...edits].reverse()) body = body.slice(0, from) + insert + body.slice(to);
        if (revision !== disk.revision || disk.merged[id] !== undefined || body.length !== length) throw new CommandError("conflict", "", "note_edit");
        Object.assign(disk, { title, body, revision: revision + 1 });
        return { revision: disk.revision, editedAt: "2024-06-21T08:00:01Z", links: [] };
      },
      save: async (id: string, revision: number, title: string, body: string): Promise<NoteSaved> => {
        disk.told += 1;
        if (disk.full) throw new CommandError("disk_full", "", "note_save");
        const refuse = revision !== disk.revision || disk.merged[id] !== undefined;
        if (refuse) disk.refused.push(body);
        if (refuse) throw new CommandError("conflict", "", "note_save");
        Object.assign(disk, { title, body, revision: revision + 1 });
        return { revision: disk.revision, editedAt: "2024-06-21T08:00:01Z", links: [] };
      },
    },
  };
});

const { closeSession, openSession, watchNotes } = await import("../../../src/features/notes/openNotes");

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  Object.assign(disk, { title: "T", body: "on disk", revision: 1, full: false, refused: [], merged: {}, made: [], told: 0, links: [] });
});
afterEach(() => void vi.useRealTimers());

let number = 0;
const fresh = (): string => `note-${(number += 1)}`;

test("what is typed is on disk soon, and leaving writes the rest at once", async () => {
  const session = await openSession(fresh());
  session.rewrite("typed");
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  expect(disk.body).toBe("typed");
  session.retitle("New title");
  await closeSession(session);
  expect(disk).toMatchObject({ title: "New title", body: "typed", revision: 3 });
});

test("while somebody types without pause, what was typed a second ago is on disk", async () => {
  const session = await openSession(fresh());
  const typed: string[] = [];
  for (let key = 0; key < 200; key += 1) {
    typed.push(`${typed.at(-1) ?? ""}x`);
    session.rewrite(typed.at(-1) ?? "");
    await vi.advanceTimersByTimeAsync(50);
    const aSecondAgo = typed[key - 20];
    if (aSecondAgo !== undefined) expect(disk.body.startsWith(aSecondAgo)).toBe(true);
  }
});

test("a text saved elsewhere is never overwritten silently, and mine is kept", async () => {
  const session = await openSession(fresh());
  session.rewrite("mine");
  Object.assign(disk, { body: "theirs", revision: 2 });
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  expect(session.save.is).toBe("conflict");
  expect(disk.body).toBe("theirs");
  expect(session.body).toBe("mine");
});

test("a conflict ends with my text, the other, or both", async () => {
  const collide = async () => {
    const session = await openSession(fresh());
    session.rewrite("mine");
    Object.assign(disk, { body: "theirs", revision: disk.revision + 1 });
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    return session;
  };
  const keeping = await collide();
  await keeping.keepMine();
  expect(disk.body).toBe("mine");
  expect(keeping.save.is).toBe("saved");

  const loading = await collide();
  await loading.loadOther();
  expect(loading.body).toBe("theirs");
  expect(loading.dirty).toBe(false);

  const both = await collide();
  const copy = await both.keepBoth();
  expect(copy.body).toBe("mine");
  expect(both.body).toBe("theirs");
  expect(disk.body).toBe("theirs");
});

test("what is typed while a conflict waits is in the history, or there again with the next window", async () => {
  const id = fresh();
  const session = await openSession(id);
  session.rewrite("mine");
  Object.assign(disk, { body: "theirs", revision: 2 });
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  session.rewrite("mine, and more");
  await session.flush();

  vi.resetModules();
  const later = await import("../../../src/features/notes/openNotes");
  const again = await later.openSession(id);
  expect(again.body).toBe("mine, and more");

  session.rewrite("mine, and more still");
  await session.loadOther();
  expect(disk.refused.at(-1)).toBe("mine, and more still");
  expect(session.body).toBe("theirs");
  expect(disk.body).toBe("theirs");
});

test("a text that could not be saved outlives the window", async () => {
  const id = fresh();
  const session = await openSession(id);
  disk.full = true;
  session.rewrite("nearly lost");
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  expect(session.save.is).toBe("failed");
  expect(disk.body).toBe("on disk");

  // Another window, later: the module that kept the session is gone.
  vi.resetModules();
  const later = await import("../../../src/features/notes/openNotes");
  disk.full = false;
  const again = await later.openSession(id);
  expect(again.body).toBe("nearly lost");
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  expect(disk.body).toBe("nearly lost");
  expect(localStorage.length).toBe(0);
});

test("a change elsewhere is shown when nothing is unsaved", async () => {
  const session = await openSession(fresh());
  Object.assign(disk, { body: "theirs", revision: 2 });
  await session.refresh();
  expect(session.body).toBe("theirs");
  session.rewrite("mine");
  Object.assign(disk, { body: "theirs again", revision: 3 });
  await session.refresh();
  expect(session.body).toBe("mine");
});

test("a link to a merged note opens the session of the note that has its text", async () => {
  const [whole, part] = [fresh(), fresh()];
  const session = await openSession(whole);
  disk.merged = { [part]: whole };
  expect(await openSession(part)).toBe(session);
});

test("an open note that is merged says where its text went, and what is typed is kept apart", async () => {
  const [whole, part] = [fresh(), fresh()];
  const session = await openSession(part);
  disk.merged = { [part]: whole };
  await session.refresh();
  expect(session.movedTo).toBe(whole);
  session.rewrite("typed late");
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  expect(session.save.is).toBe("conflict");
  expect(await session.keepMine()).toMatchObject({ body: "typed late" });
  expect(disk.body).toBe("on disk");
  expect(disk.made).toEqual(["typed late"]);
  expect(session.dirty).toBe(false);
});

test("what was typed in a note that was merged becomes a note also where the other text is chosen", async () => {
  const [whole, part] = [fresh(), fresh()];
  const session = await openSession(part);
  session.rewrite("typed late");
  disk.merged = { [part]: whole };
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  expect(session.save.is).toBe("conflict");
  expect(await session.loadOther()).toMatchObject({ body: "typed late" });
  expect(disk.made).toEqual(["typed late"]);
  expect(session.movedTo).toBe(whole);
  expect(session.dirty).toBe(false);
});

test("what could not be saved of a note that was merged since becomes a note", async () => {
  const [whole, part] = [fresh(), fresh()];
  keepDraft(part, { title: "Part", body: "unsaved", revision: 1 });
  disk.merged = { [part]: whole };
  expect((await openSession(part)).body).toBe("on disk");
  expect(disk.made).toEqual(["unsaved"]);
  await openSession(part);
  expect(disk.made).toHaveLength(1);
});

/** Types at a random place as an editor does, telling the change where `told`. */
function typeSomewhere(session: Awaited<ReturnType<typeof openSession>>, told: boolean): void {
  const before = session.body;
  const from = Math.floor(Math.random() * (before.length + 1));
  const to = Math.min(before.length, from + Math.floor(Math.random() * 4));
  const insert = ["x", "", "김", "two\nlines", "😀"][Math.floor(Math.random() * 5)] ?? "";
  const changes = ChangeSet.of({ from, to, insert }, before.length);
  const after = changes.apply(Text.of(before.split("\n"))).toString();
  if (after !== before) session.rewrite(after, null, told ? changes : null);
}

test("whatever is typed, and however saves end, the text on disk becomes the text as typed", async () => {
  const session = await openSession(fresh());
  for (let step = 0; step < 400; step += 1) {
    typeSomewhere(session, Math.random() < 0.95);
    if (Math.random() < 0.1) disk.full = !disk.full;
    if (Math.random() < 0.5) await vi.advanceTimersByTimeAsync(Math.random() * 1000);
  }
  disk.full = false;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(disk.body).toBe(session.body);
  expect(session.length).toBe(session.body.length);
});

test("typing tells what was typed, and the whole text only where that is not known", async () => {
  const session = await openSession(fresh());
  session.rewrite("on disk!", null, ChangeSet.of({ from: 7, insert: "!" }, 7));
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  session.retitle("New");
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  expect(disk).toMatchObject({ title: "New", body: "on disk!", told: 0 });
  session.rewrite("of another text", null, ChangeSet.of({ from: 3, insert: "!" }, 3));
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  expect(disk).toMatchObject({ body: "of another text", told: 1 });
});

test("changes of a text that is another on disk by now are refused, and the whole text is kept", async () => {
  const session = await openSession(fresh());
  Object.assign(disk, { body: "otherwise", revision: 2 });
  session.rewrite("on disk!", null, ChangeSet.of({ from: 7, insert: "!" }, 7));
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  expect(session.save.is).toBe("conflict");
  expect(disk).toMatchObject({ body: "otherwise", refused: ["on disk!"] });
});

test("a text with another kind of line end is told whole, since its places are others in the editor", async () => {
  disk.body = "one\r\ntwo";
  const session = await openSession(fresh());
  session.rewrite("one\ntwo!", null, ChangeSet.of({ from: 7, insert: "!" }, 7));
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  expect(disk).toMatchObject({ body: "one\ntwo!", told: 1 });
});

test("half of a character, as an editor may tell it, is no change that can be told", async () => {
  disk.body = "a\u{1F600}b";
  const session = await openSession(fresh());
  session.rewrite("a\u{1F601}b", null, ChangeSet.of({ from: 2, to: 3, insert: "\ude01" }, 4));
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  expect(disk).toMatchObject({ body: "a\u{1F601}b", told: 1 });
});

test("a link follows what its target is called, also where a change says that any may be meant", async () => {
  const stop = watchNotes();
  const called = (title: string): LinkLabel => ({ target: { to: "entity", id: "e" }, title, kind: "person", gone: false });
  disk.links = [called("Putin, V.")];
  const session = await openSession(fresh());
  const told: [string[], string, string][] = [
    [["e"], "V. V. Putin", "V. V. Putin"],
    [[], "Vladimir Putin", "Vladimir Putin"],
    [["another"], "Not asked for", "Vladimir Putin"],
  ];
  for (const [ids, title, shown] of told) {
    disk.links = [called(title)];
    heard.change({ changed: "entities", ids });
    await vi.advanceTimersByTimeAsync(0);
    expect(session.labels[0]?.title).toBe(shown);
  }
  await closeSession(session);
  stop();
});
