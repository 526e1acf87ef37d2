import { describe, expect, it, vi } from "vitest";

import type { Note } from "../../../src/api/generated";
import { newNote } from "../../../src/features/notes/newNote";

const note = (id: string, body = ""): Note => ({ id, title: "", body, deleted: false }) as unknown as Note;

describe("a new note", () => {
  it("is the last one again while that is empty, so that keys pressed by mistake pile nothing up", async () => {
    const create = vi.fn().mockResolvedValueOnce(note("one")).mockResolvedValueOnce(note("two")).mockResolvedValueOnce(note("three"));
    const get = vi.fn();
    const notes = { create, get };
    expect((await newNote(notes)).id).toBe("one");
    get.mockResolvedValueOnce(note("one"));
    expect((await newNote(notes)).id).toBe("one");
    get.mockResolvedValueOnce(note("one", "written"));
    expect((await newNote(notes)).id).toBe("two");
    get.mockRejectedValueOnce(new Error("not_found"));
    expect((await newNote(notes)).id).toBe("three");
  });
});
