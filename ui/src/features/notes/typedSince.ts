/** What was typed in a note since the text that is on disk, told as changes: a long text is not told whole for each word. */
import type { NoteEdits, TextEdit } from "../../api/generated";

/** Half of a character that is two UTF-16 units, as an input method leaves it that changes one emoji into another. */
const HALF = /\p{Cs}/u;

/** Changes of a text as the editor has them, in UTF-16 units. */
export interface TypedChanges {
  /** Of the text before, and after. */
  readonly length: number;
  readonly newLength: number;
  /** These and then `next`, as changes of the text before these. */
  compose(next: TypedChanges): TypedChanges;
  iterChanges(each: (from: number, to: number, fromAfter: number, toAfter: number, inserted: { toString(): string }) => void): void;
}

export class TypedSince {
  /** Of the text on disk; null where the changes are not known to build on it. */
  #onDisk: number | null = null;
  /** Null where nothing was typed. */
  #changes: TypedChanges | null = null;

  /** Of the text as typed; null where that is not known. */
  get length(): number | null {
    return this.#onDisk === null ? null : (this.#changes?.newLength ?? this.#onDisk);
  }

  /** This text is on disk, or about to be. */
  startFrom(body: string): void {
    this.#changes = null;
    // The editor has one kind of line end, so that its places would be others.
    this.#onDisk = body.includes("\r") ? null : body.length;
  }

  /** Null where the text was changed in a way that isn't known. */
  add(changes: TypedChanges | null): void {
    if (changes === null || changes.length !== this.length) return this.lose();
    this.#changes = this.#changes === null ? changes : this.#changes.compose(changes);
  }

  /** What was typed is not known any more: the whole text has to be told. */
  lose(): void {
    this.#changes = null;
    this.#onDisk = null;
  }

  /** What is to be told, after which it counts as being on disk; null where it is not known, or can't be told in whole characters. */
  take(): NoteEdits | null {
    const { length } = this;
    if (length === null) return null;
    const edits: TextEdit[] = [];
    this.#changes?.iterChanges((from, to, _from, _to, inserted) => edits.push({ from, to, insert: inserted.toString() }));
    this.#changes = null;
    this.#onDisk = length;
    return edits.some(({ insert }) => HALF.test(insert)) ? null : { edits, length };
  }
}
