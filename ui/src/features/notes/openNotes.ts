/** The notes that are open: each has one session, whoever shows it, and all are saved before something is done to them. */
import { appWindow, logProblem, notes as client, on } from "../../api/client";
import type { NoteId } from "../../api/generated";
import { holdTextsWith } from "../../state/heldTexts";
import { keepWhatWaits } from "../../state/leaving";
import { Turns } from "../../state/turns";
import { inPause } from "../../state/writing";
import { noteWords } from "../../strings/en";
import { forgetDraft, keepDraft, keptDraft } from "./keptDraft";
import { forgetReadAhead, takeNote } from "./readAhead";
import { NoteSession } from "./session.svelte";

const sessions = new Map<NoteId, { session: NoteSession; users: number }>();

/** Makes a note of what an earlier window could not save of one that was merged since. */
async function keepApart(id: NoteId): Promise<void> {
  const kept = keptDraft(id);
  if (kept === null) return;
  // Before it is made: whoever opens the note meanwhile must not make it again.
  forgetDraft(id);
  try {
    await client.create(noteWords.copyOf(kept.title || noteWords.untitled), kept.body);
  } catch (problem) {
    keepDraft(id, kept);
    throw problem;
  }
}

function join(id: NoteId): NoteSession | null {
  const known = sessions.get(id);
  if (known === undefined) return null;
  known.users += 1;
  return known.session;
}

/**
 * Opens a note, or joins whoever has it open; of one that was merged, the note that has its
 * text. Each call needs one `closeSession`.
 */
export async function openSession(id: NoteId): Promise<NoteSession> {
  const known = join(id);
  if (known) return known;
  const note = await takeNote(id);
  if (note.id !== id) await keepApart(id);
  // Somebody else may have opened it meanwhile.
  const joined = join(note.id);
  if (joined) return joined;
  const session = new NoteSession(note);
  sessions.set(note.id, { session, users: 1 });
  return session;
}

/** Saves what is waiting; forgets the note when nobody shows it and it is on disk. */
export async function closeSession(session: NoteSession): Promise<void> {
  const entry = sessions.get(session.id);
  if (entry === undefined || entry.session !== session) return;
  entry.users -= 1;
  await session.flush();
  if (entry.users <= 0 && !session.dirty) sessions.delete(session.id);
}

const steps = new Turns();

/**
 * Does what changes texts of notes in the notebook. What is typed in open notes meanwhile comes
 * after it: it meets no text that it was not typed in, and none of it is lost.
 */
export async function whileHeld<T>(act: () => Promise<T>): Promise<T> {
  return steps.take(async () => {
    const all = [...sessions.values()].map(({ session }) => session);
    const held = await Promise.all(all.map(async (session) => ((await session.hold()) ? [session] : [])));
    try {
      return await act();
    } finally {
      // A note that can't be read now keeps what is shown; the next save tells.
      await Promise.all(held.flat().map((session) => session.release().catch(() => undefined)));
    }
  });
}

/** Saves every open note now: before the window closes or another notebook opens. */
export async function flushNotes(): Promise<void> {
  await Promise.all([...sessions.values()].map(({ session }) => session.flush()));
}

/** Keeps sessions true to the notebook and saves on the way out. Returns how to stop. */
export function watchNotes(): () => void {
  const stop = on("change", (change) => {
    // Titles shown in links may have changed with any of these.
    if (!("ids" in change) || change.changed === "imports") return;
    forgetReadAhead();
    for (const [id, { session }] of sessions) {
      const named = change.ids.length === 0 || change.ids.includes(id) || session.labels.some(({ target }) => change.ids.includes(target.id));
      if (!named) continue;
      // A note that cannot be read now keeps what is shown; the next save tells.
      session.refresh().catch(() => undefined);
    }
  });
  holdTextsWith(whileHeld);
  const leave = (): void => void flushNotes();
  const stopClosing = on("closing", () => {
    flushNotes()
      // Keys that a long note has not taken yet are still on their way.
      .then(() => new Promise<void>(inPause))
      .then(() => Promise.all([flushNotes(), keepWhatWaits()]))
      .then(() => appWindow.readyToClose())
      .catch((thrown: unknown) => logProblem(`closing: ${String(thrown)}`));
  });
  const hidden = (): void => {
    if (document.visibilityState === "hidden") leave();
  };
  window.addEventListener("blur", leave);
  window.addEventListener("pagehide", leave);
  window.addEventListener("beforeunload", leave);
  document.addEventListener("visibilitychange", hidden);
  return () => {
    stop();
    stopClosing();
    window.removeEventListener("blur", leave);
    window.removeEventListener("pagehide", leave);
    window.removeEventListener("beforeunload", leave);
    document.removeEventListener("visibilitychange", hidden);
  };
}
