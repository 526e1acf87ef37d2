/**
 * `[[Title]]` typed by hand or pasted. Where one thing alone has that title it becomes a link by
 * id, as a step of its own that can be taken back; else it stands as a link that leads nowhere
 * yet, and a click or a key makes a note of it.
 */
import { isolateHistory } from "@codemirror/commands";
import { Prec, type EditorState, type Extension, type Range } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin, keymap, type DecorationSet, type ViewUpdate } from "@codemirror/view";
import type { LinkCandidate, LinkTarget } from "../../../api/generated";
import { findTitleLinks, linkMarkup, type TitleLink } from "../linkMarkup";
import { isInCode } from "./markedWords";
import { addLabels } from "./noteLinks";

export interface TitleLinkOptions {
  /** What is called exactly so. */
  named: (title: string) => Promise<readonly LinkCandidate[]>;
  /** Makes a note and returns it as a target; null when it could not be made. */
  createNote: (title: string) => Promise<LinkTarget | null>;
  /** What such a link is called for screen readers. */
  describeTitle: (title: string) => string;
}

/** Links of one paste that are looked up. */
const MOST = 50;
/** How often it is asked whether an input method is done. */
const COMPOSING_MS = 100;

const sign = Decoration.mark({ class: "md-mark" });
const hidden = Decoration.replace({});

function titleLinkAt(state: EditorState, at: number): TitleLink | null {
  const line = state.doc.lineAt(at);
  return findTitleLinks(line.text, line.from).find((link) => link.from <= at && at <= link.to && !isInCode(state, link.from)) ?? null;
}

/** `words`: what was written behind `|`, which stays. `make`: a note may be made of it. */
type Pending = { from: number; to: number; text: string; words: string; make: boolean };

class TitleLinks {
  decorations: DecorationSet;
  /** Those that are being looked up; they move with what is typed meanwhile. */
  #pending = new Set<Pending>();
  #alive = true;

  constructor(
    readonly view: EditorView,
    readonly options: TitleLinkOptions,
  ) {
    this.decorations = this.#draw();
  }

  update(update: ViewUpdate): void {
    if (update.docChanged) {
      for (const one of this.#pending) {
        one.from = update.changes.mapPos(one.from, 1);
        one.to = update.changes.mapPos(one.to, -1);
      }
      const written = update.transactions.some((each) => each.isUserEvent("input.type") || each.isUserEvent("input.paste") || each.isUserEvent("input.drop"));
      if (written) this.#lookUp(update);
    }
    if (update.view.composing) this.decorations = this.decorations.map(update.changes);
    else if (update.docChanged || update.viewportChanged || update.selectionSet || update.focusChanged) this.decorations = this.#draw();
  }

  destroy(): void {
    this.#alive = false;
  }

  /** Links that what was just written closed. One that is still written in waits. */
  #lookUp(update: ViewUpdate): void {
    const { doc, selection } = update.state;
    const { head } = selection.main;
    const links: TitleLink[] = [];
    update.changes.iterChangedRanges((_from, _to, from, to) => {
      const start = doc.lineAt(from).from;
      for (const link of findTitleLinks(doc.sliceString(start, doc.lineAt(to).to), start)) {
        const touched = link.from < to && from < link.to;
        if (touched && (head <= link.from || head >= link.to)) links.push(link);
      }
    });
    for (const link of links.slice(0, MOST)) void this.#settle(link, false);
  }

  /** Makes a link by id of one that one thing alone is called; `make`: of any, as far as it can. */
  async #settle(link: TitleLink, make: boolean): Promise<void> {
    const text = this.view.state.sliceDoc(link.from, link.to);
    const pending = { from: link.from, to: link.to, text, words: link.words, make };
    this.#pending.add(pending);
    try {
      // Words behind `#` may be a heading, or belong to the name, as in “C#”.
      let found = await this.options.named(link.title);
      let anchor = "";
      if (found.length === 0 && link.head !== "") {
        found = await this.options.named(link.head);
        anchor = link.title.slice(link.head.length + 1);
      }
      while (this.view.composing && this.#alive) await new Promise((resolve) => setTimeout(resolve, COMPOSING_MS));
      const still = (): boolean => this.#alive && this.view.state.sliceDoc(pending.from, pending.to) === text && !isInCode(this.view.state, pending.from);
      if (!still()) return;
      const [one, ...more] = found;
      if (one !== undefined && more.length === 0) this.#replace(pending, one, anchor);
      else if (make && one === undefined) {
        const target = await this.options.createNote(link.title.trim());
        if (target !== null && still()) this.#replace(pending, { target, title: link.title.trim(), kind: null }, "");
      } else if (make) this.#ask(pending, link.title);
    } catch {
      // It stays as it was written; the client reports the error.
    } finally {
      this.#pending.delete(pending);
    }
  }

  #replace({ from, to, words }: Pending, { target, title, kind }: Pick<LinkCandidate, "target" | "title" | "kind">, anchor: string): void {
    const insert = linkMarkup(target, words.trim() || title, anchor);
    this.view.dispatch({
      changes: { from, to, insert },
      effects: addLabels.of([{ target, title, kind, gone: false }]),
      annotations: isolateHistory.of("full"),
      userEvent: "input.complete",
    });
  }

  /** Several are called so: which is meant is asked as if it were being typed. */
  #ask({ from, to, words }: Pending, title: string): void {
    const end = from + 2 + title.length;
    this.view.dispatch({
      changes: { from, to, insert: `[[${title}${words === "" ? "" : `|${words}]]`}` },
      selection: { anchor: end },
      userEvent: "input.type.link",
      scrollIntoView: true,
    });
    this.view.focus();
  }

  /** Makes what it can of the link at a place; false where none stands. */
  follow(at: number): boolean {
    const link = titleLinkAt(this.view.state, at);
    if (link === null || this.view.state.readOnly) return false;
    const text = this.view.state.sliceDoc(link.from, link.to);
    // A second click, or a key that is held, must not make a second note.
    if (![...this.#pending].some((one) => one.make && one.text === text)) void this.#settle(link, true);
    return true;
  }

  #draw(): DecorationSet {
    const { state } = this.view;
    const into: Range<Decoration>[] = [];
    for (const { from, to } of this.view.visibleRanges) {
      const start = state.doc.lineAt(from).from;
      for (const link of findTitleLinks(state.sliceDoc(start, state.doc.lineAt(to).to), start)) {
        if (isInCode(state, link.from)) continue;
        const near = this.view.hasFocus && state.selection.ranges.some((range) => range.from <= link.to && link.from <= range.to);
        const signs = near ? sign : hidden;
        const attributes = { role: "link", "aria-label": this.options.describeTitle(link.title), "data-at": String(link.from) };
        into.push(
          signs.range(link.from, link.shown.from),
          Decoration.mark({ class: "title-link", attributes }).range(link.shown.from, link.shown.to),
          signs.range(link.shown.to, link.to),
        );
      }
    }
    return Decoration.set(into, true);
  }
}

const plugins = new WeakMap<EditorView, TitleLinks>();

/** Makes what it can of the link that the cursor touches; false when there is none. */
export function followTitle(view: EditorView): boolean {
  return plugins.get(view)?.follow(view.state.selection.main.head) ?? false;
}

/** Nobody wants a line to end inside the brackets. */
function followInside(view: EditorView): boolean {
  const { head, empty } = view.state.selection.main;
  const link = titleLinkAt(view.state, head);
  return empty && link !== null && link.from + 1 < head && head < link.to - 1 && followTitle(view);
}

function placeOf(event: MouseEvent): number | null {
  if (event.button !== 0 || event.shiftKey || !(event.target instanceof Element)) return null;
  const at = event.target.closest<HTMLElement>(".title-link")?.dataset["at"];
  return at === undefined ? null : Number(at);
}

export function titleLinks(options: TitleLinkOptions): Extension {
  const create = (view: EditorView): TitleLinks => {
    const made = new TitleLinks(view, options);
    plugins.set(view, made);
    return made;
  };
  return [
    ViewPlugin.define(create, { decorations: (value) => value.decorations }),
    EditorView.domEventHandlers({
      mousedown(event) {
        if (placeOf(event) === null) return false;
        event.preventDefault();
        return true;
      },
      click(event, view) {
        const at = placeOf(event);
        if (at === null) return false;
        event.preventDefault();
        return plugins.get(view)?.follow(at) ?? false;
      },
    }),
    Prec.high(keymap.of([{ key: "Mod-Enter", run: followTitle }, { key: "Enter", run: followInside }])),
  ];
}
