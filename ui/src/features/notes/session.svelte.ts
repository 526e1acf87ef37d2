/**
 * One open note: its text as typed, what is on disk of it, and what became of
 * the last save. A session outlives the view that opened it as long as
 * something typed is not on disk.
 */
import { notes as client } from "../../api/client";
import { CommandError } from "../../api/errors";
import type { LinkLabel, Note, NoteId, NoteSaved, NoteState } from "../../api/generated";
import { noteWords } from "../../strings/en";
import { forgetDraft, keepDraft, keptDraft } from "./keptDraft";
import { Autosave, type Draft, type SaveOutcome, type SaveState } from "./autosave";
import { typedOnto } from "./typedOnto";
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
  /** While a step of the notebook is done: the text without what is typed meanwhile. */
  #before: Draft | null = null;

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

  /**
   * Saves what is typed, and what is typed from then on only once `release` is called: it comes
   * after a step. False, with nothing held back, where what is typed can't be saved.
   */
  hold(): Promise<boolean> {
    return this.#autosave.holdBack(() => (this.#before = { title: this.title, body: this.body }));
  }

  /** The step is done: shows its text, with what was typed meanwhile. */
  async release(): Promise<void> {
    try {
      const state = await client.state(this.id);
      if (this.#moves(state) || state.revision < this.#revision) return;
      if (state.revision === this.#revision) return this.#follow(state);
      const note = await client.get(this.id);
      if (this.save.is !== "conflict" && !this.#moves(note) && note.revision > this.#revision) this.#showUnder(note);
    } finally {
      this.#before = null;
      this.#autosave.release();
    }
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
    if (this.#before) this.#before = { title: note.title, body: note.body };
    this.#follow(note);
    this.#revision = note.revision;
  }

  #showUnder(note: Note): void {
    const { title, body, dirty } = this;
    const before = this.#before;
    if (!dirty || before === null) return this.#show(note);
    const both = typedOnto(before.body, body, note.body);
    // What is typed stays on the screen; its save is refused, and a person is asked.
    if (both === null) return this.#autosave.changed(this.#draft());
    this.#show(note);
    if (title !== before.title) this.title = title;
    this.#setBody(both);
    this.#autosave.changed(this.#draft());
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
    // Read only now: it may have what was typed since.
    if (this.#before) this.#before = { title, body };
    this.#typed.startFrom(body);
    return client.save(this.id, this.#revision, title, body);
  }
}
