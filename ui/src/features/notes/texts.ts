/**
 * The texts of notes as the editor has them. One that was left is kept with its caret, its place
 * and what can be undone in it; one that stands chosen in the switcher is drawn before it is asked for.
 */
import { EditorView } from "@codemirror/view";
import type { EditorState, Text } from "@codemirror/state";
import { notes as client } from "../../api/client";
import type { LinkLabel, Note, NoteId } from "../../api/generated";
import { notebook } from "../../state/notebook.svelte";
import { noteWords as words } from "../../strings/en";
import { noteEmbeds, noteFind } from "../../strings/noteWork";
import { drawCompletion } from "./drawCompletion.svelte";
import { createNoteState, setLabels, withoutQuestions, type NoteEditorOptions } from "./editor/editor";
import type { StepOptions } from "./editor/steps";
import { completeLink, describeLink } from "./linkOffers";
import { acceptName, createEntity, createNote } from "./newTargets";
import { imageAddress, keepPicture, pastedPicture } from "./pictures";
import type { NoteSession } from "./session.svelte";

/** What the view that shows a text does for it. */
export type Doings = Pick<NoteEditorOptions, "onChange" | "onBlur" | "onLeaveTop" | "open" | "show" | "openAddress" | "offerImport" | keyof StepOptions>;

/** Texts that were left and are kept, and UTF-16 units of all of them. */
const KEPT = 30;
const KEPT_LENGTH = 4_000_000;

/** UTF-16 units of the longest text that is drawn before it is asked for: between two keys of who looks for another. */
const LONGEST_AHEAD = 1_500_000;

/** What was left of a text. */
interface Left {
  state: EditorState;
  /** The first line that was seen, and how far above the edge it began, in pixels. */
  top: { at: number; above: number };
}

export class NoteText {
  #doings: Doings | null = null;
  #view: EditorView | null = null;
  /** Ends what hears the sheet that it is shown on. */
  #shown: AbortController | null = null;
  #labels: readonly LinkLabel[];
  #wasLeft = false;
  readonly #left: Left;
  /** A copy of a notebook has notes of the same ids. */
  readonly #notebook = notebook.info?.path;

  constructor(
    readonly id: NoteId,
    body: string,
    labels: readonly LinkLabel[],
  ) {
    this.#labels = labels;
    const doings = (): Doings | null => this.#doings;
    const state = createNoteState({
      body,
      labels,
      words: { label: words.body, empty: words.bodyHint, task: words.task, find: noteFind },
      onChange: (text, changes) => doings()?.onChange(text, changes),
      onBlur: () => doings()?.onBlur(),
      onLeaveTop: () => doings()?.onLeaveTop(),
      open: (target, beside, anchor) => doings()?.open(target, beside, anchor),
      show: (target) => doings()?.show(target),
      openAddress: (address) => doings()?.openAddress(address),
      offerImport: (address) => doings()?.offerImport(address),
      takeBack: async (here) => doings()?.takeBack(here) ?? "failed",
      doAgain: async (here) => doings()?.doAgain(here) ?? "failed",
      undoElsewhere: async () => doings()?.undoElsewhere(),
      inTurn: async (act) => doings()?.inTurn(act),
      describe: describeLink,
      complete: (text, mark) => completeLink(text, mark, id),
      createNote,
      createEntity,
      acceptName,
      named: client.named,
      describeTitle: words.titleLink,
      draw: drawCompletion,
      embedded: client.embedded,
      image: imageAddress,
      embedWords: noteEmbeds,
      keepImage: keepPicture,
      pastePicture: pastedPicture,
    });
    this.#left = { state, top: { at: 0, above: 0 } };
  }

  get length(): number {
    return this.#left.state.doc.length;
  }

  /** Whether it is this text of the note, in this notebook. */
  is(body: string): boolean {
    return this.#notebook === notebook.info?.path && isText(this.#left.state.doc, body);
  }

  /** Draws it where nobody sees it yet. */
  draw(): EditorView {
    return (this.#view ??= new EditorView({ state: this.#left.state }));
  }

  /** Shows it in a place of the page, as it was left. */
  show(parent: HTMLElement, labels: readonly LinkLabel[], doings: Doings): EditorView {
    const view = this.draw();
    this.#doings = doings;
    parent.append(view.dom);
    view.requestMeasure();
    // One that was left in the middle of a composition has not drawn what it was told of last.
    if ((this.#wasLeft || labels !== this.#labels) && labels.length + this.#labels.length > 0) setLabels(view, labels);
    const { at, above } = this.#left.top;
    if (at + above > 0) view.dispatch({ effects: EditorView.scrollIntoView(at, { y: "start", yMargin: -above }) });
    const sheet = parent.closest("[data-scope=editor]");
    if (sheet) this.#follow(view, sheet);
    return view;
  }

  #follow(view: EditorView, sheet: Element): void {
    this.#shown?.abort();
    this.#shown = new AbortController();
    const follow = (): void => {
      // Followed, since a text that is left is out of the page before it is told.
      this.#left.top = topOf(view, sheet);
      // What was drawn outside of the page hears of what scrolls it only a second later.
      view.requestMeasure();
    };
    sheet.addEventListener("scroll", follow, { passive: true, signal: this.#shown.signal });
  }

  /** It is not shown any more. */
  leave(labels: readonly LinkLabel[]): void {
    const view = this.#view;
    if (!view) return;
    this.#left.state = withoutQuestions(view);
    this.#wasLeft = true;
    this.#labels = labels;
    this.discard();
  }

  /** Takes away what was drawn of it. */
  discard(): void {
    this.#shown?.abort();
    this.#shown = null;
    this.#view?.destroy();
    this.#view = null;
    this.#doings = null;
  }
}

/** What is seen at the upper edge of the sheet that a text stands on. */
function topOf(view: EditorView, sheet: Element): Left["top"] {
  if (!sheet.isConnected || sheet.scrollTop === 0) return { at: 0, above: 0 };
  const above = sheet.getBoundingClientRect().top - view.documentTop;
  const block = view.lineBlockAtHeight(Math.max(0, above));
  return { at: block.from, above: above - block.top };
}

/** Whether a text is this one. A long one is not put together for that. */
function isText(doc: Text, body: string): boolean {
  if (doc.length !== body.length) return false;
  let at = 0;
  for (const part of doc.iter()) {
    if (!body.startsWith(part, at)) return false;
    at += part.length;
  }
  return true;
}

/** A text that was left, and the session that it was of: whether it is still that note's text. */
interface Kept {
  text: NoteText;
  session: NoteSession;
  changes: number;
}

const kept = new Map<NoteId, Kept>();
let drawn: { text: NoteText; note: Note } | null = null;

/** What was kept of a note, where that is its text still. */
function keptOf({ id, revision, body }: { id: NoteId; revision: number; body: string }, session?: NoteSession): NoteText | null {
  const before = kept.get(id);
  if (before === undefined || before.session.changes !== before.changes) return null;
  // What is typed in another window, or was taken up from a draft, has another revision or is unsaved.
  if (before.session !== session && (before.session.revision !== revision || before.session.dirty || session?.dirty)) return null;
  return before.text.is(body) ? before.text : null;
}

/** Another notebook is open: its notes may have the ids of these. */
export function forgetTexts(): void {
  kept.clear();
  discardAhead();
}

/** Nobody is about to open what was drawn ahead. */
export function discardAhead(): void {
  drawn?.text.discard();
  drawn = null;
}

/** This note stands chosen and was read: it is drawn, so that who opens it waits for less. */
export function drawAhead(note: Note): void {
  if (drawn?.note === note || note.body.length > LONGEST_AHEAD) return;
  discardAhead();
  const text = keptOf(note) ?? new NoteText(note.id, note.body, note.links);
  text.draw();
  drawn = { text, note };
}

/** The text of a note that is opened: as it was left where it is the same still. */
export function takeText(session: NoteSession): NoteText {
  const before = keptOf(session, session);
  kept.delete(session.id);
  const ahead = drawn;
  drawn = null;
  const isAhead = ahead?.note.id === session.id && (before === null || ahead.text === before) && ahead.text.is(session.body);
  if (isAhead) return ahead.text;
  ahead?.text.discard();
  return before ?? new NoteText(session.id, session.body, session.labels);
}

/** Keeps a text for when its note is opened again. */
export function leaveText(text: NoteText, session: NoteSession): void {
  text.leave(session.labels);
  kept.delete(text.id);
  kept.set(text.id, { text, session, changes: session.changes });
  let length = 0;
  for (const [id, { text: each }] of [...kept].reverse()) {
    length += each.length;
    if (id !== text.id && length > KEPT_LENGTH) kept.delete(id);
  }
  for (const id of kept.keys()) if (kept.size > KEPT) kept.delete(id);
}
