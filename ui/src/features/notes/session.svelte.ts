/**
 * One open note: its text as typed, what is on disk of it, and what became of
 * the last save. A session outlives the view that opened it as long as
 * something typed is not on disk.
 */
import { appWindow, logProblem, notes as client, on } from "../../api/client";
import { CommandError } from "../../api/errors";
import type { LinkLabel, Note, NoteId, NoteSaved, NoteState } from "../../api/generated";
import { keepWhatWaits } from "../../state/leaving";
import { inPause } from "../../state/writing";
import { noteWords } from "../../strings/en";
import { forgetDraft, keepDraft, keptDraft } from "./keptDraft";
import { Autosave, type Draft, type SaveOutcome, type SaveState } from "./autosave";
import { forgetReadAhead, takeNote } from "./readAhead";
import { TypedSince, type TypedChanges } from "./typedSince";

/** Labels as they are shown; an equal list is the same, so that nothing is drawn anew for it. */
function sameLabels(one: readonly LinkLabel[], other: readonly LinkLabel[]): boolean {
  const same = (a: LinkLabel, b: LinkLabel | undefined): boolean =>
    b !== undefined && a.target.to === b.target.to && a.target.id === b.target.id && a.title === b.title && a.kind === b.kind && a.gone === b.gone;
  return one.length === other.length && one.every((label, at) => same(label, other[at]));
}

function isConflict(problem: unknown): boolean {
  return problem instanceof CommandError && problem.code === "conflict";
}

export class NoteSession {
  readonly id: NoteId;
  title = $state("");
  /** Who wrote the text as it is now: the others that show it have to follow. */
  writer: object | null = null;
  /** Rises with each change of the text, typed or not. */
  changes = $state(0);
  editedAt = $state("");
  deleted = $state(false);
  /** The note that has the text since this one was merged into it. */
  movedTo = $state<NoteId | null>(null);
  template = $state(false);
  labels = $state.raw<readonly LinkLabel[]>([]);
  save = $state.raw<SaveState>({ is: "saved" });

  #revision = 0;
  /** What of the text is not in that revision. */
  readonly #typed = new TypedSince();
  /** The text as typed. Of a long one the editor makes a string only when it is wanted. */
  #text: string | (() => string) = "";
  #autosave: Autosave;

  constructor(note: Note) {
    this.id = note.id;
    this.#autosave = new Autosave({
      save: (draft) => this.#write(draft),
      hold: (draft) => this.#hold(draft),
      onState: (state) => (this.save = state),
    });
    this.#show(note);
    this.#takeUpKept();
  }

  /** The revision on disk that the text builds on. */
  get revision(): number {
    return this.#revision;
  }

  get dirty(): boolean {
    return this.#autosave.dirty;
  }

  retitle(title: string): void {
    if (title === this.title) return;
    this.title = title;
    this.#autosave.changed(this.#draft());
  }

  get body(): string {
    if (typeof this.#text !== "string") this.#text = this.#text();
    return this.#text;
  }

  /** Of the text, in UTF-16 units. */
  get length(): number {
    return this.#typed.length ?? this.body.length;
  }

  /** `changes`: what made this text of the one before, where the editor can tell. */
  rewrite(text: string | (() => string), writer: object | null = null, changes: TypedChanges | null = null): void {
    if (text === this.#text) return;
    this.#text = text;
    this.#typed.add(changes);
    this.writer = writer;
    this.changes += 1;
    this.#autosave.changed(this.#draft());
  }

  flush(): Promise<void> {
    return this.#autosave.flush();
  }

  /** Called when the notebook says that this note changed: shows it, unless something is unsaved. */
  async refresh(): Promise<void> {
    if (this.dirty) return;
    const state = await client.state(this.id);
    if (this.dirty || this.#moves(state) || state.revision < this.#revision) return;
    if (state.revision === this.#revision) return this.#follow(state);
    const note = await client.get(this.id);
    if (!this.dirty && !this.#moves(note) && note.revision > this.#revision) this.#show(note);
  }

  /**
   * Ends a conflict by showing what is on disk; what was typed here is in the history. That of
   * a note that was merged can't be opened any more: it becomes a note, which is returned.
   */
  async loadOther(): Promise<Note | null> {
    // Refused again, which keeps in the history also what was typed since.
    await this.#write(this.#draft());
    const note = await client.get(this.id);
    const copy = note.id === this.id ? null : await this.#copy();
    this.#end(note);
    return copy;
  }

  /** Ends a conflict by saving what was typed here over what is on disk; returns its own note where it had to become one. */
  async keepMine(): Promise<Note | null> {
    const note = await client.get(this.id);
    // Over the note that holds this one it must not be saved: that has other text, too.
    if (note.id !== this.id) return this.keepBoth();
    this.#revision = note.revision;
    this.#autosave.settle(this.#draft());
    await this.#autosave.flush();
    return null;
  }

  /** Ends a conflict with two notes: what was typed here becomes a new one. */
  async keepBoth(): Promise<Note> {
    const copy = await this.#copy();
    this.#end(await client.get(this.id));
    return copy;
  }

  #copy(): Promise<Note> {
    const mine = this.#draft();
    return client.create(noteWords.copyOf(mine.title || noteWords.untitled), mine.body);
  }

  #end(note: Note): void {
    this.#autosave.settle(null);
    forgetDraft(this.id);
    if (!this.#moves(note)) this.#show(note);
  }

  /** Whether what was read is another note, which this one was merged into. */
  #moves(note: { id: NoteId }): boolean {
    this.movedTo = note.id === this.id ? null : note.id;
    return this.movedTo !== null;
  }

  /** Goes on with a text that an earlier window could not save. */
  #takeUpKept(): void {
    const kept = keptDraft(this.id);
    if (kept === null) return;
    forgetDraft(this.id);
    if (kept.title === this.title && kept.body === this.body) return;
    this.title = kept.title;
    this.#setBody(kept.body);
    // Builds on an older text: the save is refused, and a person is asked.
    this.#revision = kept.revision;
    this.#autosave.changed(this.#draft());
  }

  #draft(): Draft {
    // Read when it is saved: until then no key waits for it.
    const body = (): string => this.body;
    return {
      title: this.title,
      get body() {
        return body();
      },
    };
  }

  #hold({ title, body }: Draft): void {
    keepDraft(this.id, { title, body, revision: this.#revision });
  }

  #setBody(body: string): void {
    this.#text = body;
    this.#typed.add(null);
    this.writer = null;
    this.changes += 1;
  }

  #show(note: Note): void {
    this.title = note.title;
    this.#setBody(note.body);
    this.#typed.startFrom(note.body);
    this.editedAt = note.editedAt;
    this.#follow(note);
    this.#revision = note.revision;
  }

  #follow({ deleted, template, links }: Pick<NoteState, "deleted" | "template" | "links">): void {
    this.deleted = deleted;
    this.template = template;
    this.#label(links);
  }

  #label(links: readonly LinkLabel[]): void {
    if (!sameLabels(this.labels, links)) this.labels = links;
  }

  async #write(draft: Draft): Promise<SaveOutcome> {
    try {
      const saved = await this.#send(draft);
      this.#revision = saved.revision;
      this.editedAt = saved.editedAt;
      this.#label(saved.links);
      forgetDraft(this.id);
      return "saved";
    } catch (problem) {
      this.#typed.lose();
      this.#hold(draft);
      if (isConflict(problem)) return "conflict";
      throw problem;
    }
  }

  /** Tells what was typed; the whole text only where that is refused or not known, so that both texts of a conflict are kept. */
  async #send(draft: Draft): Promise<NoteSaved> {
    const edits = this.#typed.take();
    if (edits !== null) {
      try {
        return await client.edit(this.id, this.#revision, draft.title, edits);
      } catch (problem) {
        if (!isConflict(problem)) throw problem;
      }
    }
    const { title, body } = draft;
    this.#typed.startFrom(body);
    return client.save(this.id, this.#revision, title, body);
  }
}

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
