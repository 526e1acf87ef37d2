// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Note, NoteEdits, NoteSaved } from "../../../src/api/generated";
import { CommandError } from "../../../src/api/errors";
import { QUIET_MS } from "../../../src/features/notes/autosave";

const heard = vi.hoisted(() => ({ change: (_: unknown): void => undefined }));
const disk = vi.hoisted(() => ({ title: "T", body: "on disk", revision: 1, full: false }));
const slow = vi.hoisted(() => ({ ms: 0 }));

vi.mock("../../../src/api/client", () => {
  const note = (id: string): Note => ({ id, ...disk, createdAt: "", editedAt: "", deleted: false, template: false, links: [] });
  const write = async (revision: number, title: string, body: () => string): Promise<NoteSaved> => {
    if (slow.ms > 0) await new Promise((resolve) => setTimeout(resolve, slow.ms));
    if (disk.full) throw new CommandError("disk_full", "", "note_save");
    if (revision !== disk.revision) throw new CommandError("conflict", "", "note_save");
    Object.assign(disk, { title, body: body(), revision: revision + 1 });
    return { revision: disk.revision, editedAt: "", links: [] };
  };
  return {
    on: (event: string, hear: (change: unknown) => void) => {
      if (event === "change") heard.change = hear;
      return () => undefined;
    },
    logProblem: () => undefined,
    notes: {
      get: async (id: string) => note(id),
      state: async (id: string) => note(id),
      edit: async (_id: string, revision: number, title: string, { edits }: NoteEdits) =>
        write(revision, title, () => [...edits].reverse().reduce((body, { from, to, insert }) => body.slice(0, from) + insert + body.slice(to), disk.body)),
      save: async (_id: string, revision: number, title: string, body: string) => write(revision, title, () => body),
    },
  };
});

const { closeSession, flushNotes, openSession, watchNotes, whileHeld } = await import("../../../src/features/notes/openNotes");

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  Object.assign(disk, { title: "T", body: "on disk", revision: 1, full: false });
  slow.ms = 0;
});
afterEach(() => void vi.useRealTimers());

let number = 0;
const fresh = (): string => `note-${(number += 1)}`;

/** A step of the notebook writes `body`, and what is typed meanwhile is what `type` makes of the text. */
async function step(id: string, body: string, type: (text: string) => string, type2 = type): Promise<{ session: Awaited<ReturnType<typeof openSession>>; during: string }> {
  const session = await openSession(id);
  const stop = watchNotes();
  const done = whileHeld(async () => {
    session.rewrite(type(session.body));
    await vi.advanceTimersByTimeAsync(QUIET_MS * 4);
    Object.assign(disk, { body, revision: disk.revision + 1 });
    heard.change({ changed: "notes", ids: [id] });
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    if (type2 !== type) session.rewrite(type2(session.body));
    return disk.body;
  });
  await vi.advanceTimersByTimeAsync(QUIET_MS * 10);
  const during = await done;
  await vi.advanceTimersByTimeAsync(QUIET_MS * 2);
  stop();
  return { session, during };
}

test("what is typed while a step is done comes after it, and is no conflict", async () => {
  const { session, during } = await step(fresh(), "on disk\n\n## Merged\n", (text) => `${text}!`);
  expect(during).toBe("on disk\n\n## Merged\n");
  expect([disk.body, session.body, session.save.is]).toEqual(["on disk!\n\n## Merged\n", "on disk!\n\n## Merged\n", "saved"]);
  await closeSession(session);
});

test("what is typed after a step's text is shown stays too, and a title", async () => {
  const id = fresh();
  const { session } = await step(id, "disk", (text) => text, (text) => `${text}!`);
  expect([disk.body, session.save.is]).toEqual(["disk!", "saved"]);
  const done = whileHeld(async () => session.retitle("Retitled"));
  await vi.advanceTimersByTimeAsync(QUIET_MS * 3);
  await done;
  await vi.advanceTimersByTimeAsync(QUIET_MS * 3);
  expect([disk.title, disk.body, localStorage.getItem(`unsaved-note:${id}`)]).toEqual(["Retitled", "disk!", null]);
});

test("what is typed before a step is on disk when it begins, and a step that fails holds nothing back", async () => {
  const session = await openSession(fresh());
  session.rewrite("typed");
  const done = whileHeld(async () => {
    expect(disk.body).toBe("typed");
    session.rewrite("typed on");
    throw new Error("no");
  });
  const failed = expect(done).rejects.toThrow("no");
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  await failed;
  await flushNotes();
  expect(disk.body).toBe("typed on");
});

test("a text that can't be saved is not held back from being tried again", async () => {
  const session = await openSession(fresh());
  disk.full = true;
  session.rewrite("typed");
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  await whileHeld(async () => undefined);
  disk.full = false;
  await vi.advanceTimersByTimeAsync(QUIET_MS * 20);
  expect([disk.body, session.save.is]).toEqual(["typed", "saved"]);
});

test("a save that begins while another is waited for is over before a step is done", async () => {
  const session = await openSession(fresh());
  slow.ms = 100;
  session.rewrite("on diskA");
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  session.rewrite("on diskAB");
  const flushed = session.flush();
  const done = whileHeld(async () => void Object.assign(disk, { body: `${disk.body} STEP`, revision: disk.revision + 1 }));
  await vi.advanceTimersByTimeAsync(QUIET_MS * 10);
  await Promise.all([flushed, done]);
  expect([disk.body, session.body, session.save.is]).toEqual(["on diskAB STEP", "on diskAB STEP", "saved"]);
});

test("words taken out beside those of a step stay on the screen, and a person is asked", async () => {
  const { session } = await step(fresh(), "[[disk]]", (text) => text.replace("on ", "").replace("disk", "dusk"));
  expect([disk.body, session.body, session.save.is]).toEqual(["[[disk]]", "dusk", "conflict"]);
});
