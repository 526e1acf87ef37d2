/**
 * `![[…]]` and pictures: what they lead to is shown in their place, unless the cursor
 * stands in it. Only what is in sight is asked for.
 */
import { StateEffect, StateField, type Extension, type Range } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin, WidgetType, type DecorationSet, type ViewUpdate } from "@codemirror/view";
import type { Embedded, LinkTarget } from "../../../api/generated";
import { findLinks, labelMap, readableText, targetKey, type LabelMap } from "../linkMarkup";

export interface EmbedOptions {
  embedded: (target: LinkTarget, anchor: string) => Promise<Embedded>;
  /** The address of a kept image that the window can draw; null when it is gone. */
  image: (sha256: string) => Promise<string | null>;
  embedWords: { gone: string; cut: string; noImage: string };
  open: (target: LinkTarget, beside: boolean, anchor?: string) => void;
}

const IMAGE_END = /\]\(image:([0-9a-f]{64})\)/g;
/** In UTF-16 units: a longer caption is none, and no line is looked through again for each of its ends. */
const LONGEST_CAPTION = 1000;

interface ImageSpan {
  from: number;
  to: number;
  caption: string;
  sha256: string;
}

/** Every kept picture in `text`, `![caption](image:…)`, in order; offsets are shifted by `base`. */
export function findImages(text: string, base = 0): ImageSpan[] {
  const found: ImageSpan[] = [];
  let after = 0;
  for (const match of text.matchAll(IMAGE_END)) {
    const before = text.slice(Math.max(after, match.index - LONGEST_CAPTION - 2), match.index);
    const open = before.lastIndexOf("![");
    const caption = before.slice(open + 2);
    if (open < 0 || /[\]\n]/.test(caption)) continue;
    after = match.index + match[0].length;
    found.push({ from: base + match.index - caption.length - 2, to: base + after, caption, sha256: match[1] ?? "" });
  }
  return found;
}

/** Embeds are filled anew when what they show may have changed. */
export const refreshEmbeds = StateEffect.define<null>();
const generation = StateField.define<number>({
  create: () => 0,
  update: (value, transaction) => (transaction.effects.some((effect) => effect.is(refreshEmbeds)) ? value + 1 : value),
});

/** Something is embedded in sight. */
export const showsEmbeds = (view: EditorView): boolean => view.dom.querySelector(".note-embed") !== null;

/** What each was asked for last. */
const asked = new WeakMap<HTMLElement, EmbedWidget>();

class EmbedWidget extends WidgetType {
  constructor(
    readonly target: LinkTarget,
    readonly anchor: string,
    readonly drawn: number,
    readonly options: EmbedOptions,
  ) {
    super();
  }

  override eq(other: EmbedWidget): boolean {
    return this.anchor === other.anchor && this.drawn === other.drawn && targetKey(this.target) === targetKey(other.target);
  }

  override toDOM(view: EditorView): HTMLElement {
    const box = document.createElement("span");
    box.className = "note-embed";
    box.setAttribute("role", "group");
    const head = document.createElement("button");
    head.type = "button";
    head.className = "note-embed-title";
    head.addEventListener("click", (event) => this.options.open(this.target, event.altKey || event.ctrlKey || event.metaKey, this.anchor));
    const text = document.createElement("span");
    text.className = "note-embed-text";
    text.dir = "auto";
    box.append(head, text);
    this.#fill(box, view);
    return box;
  }

  // What stands there stays until there is something else to show: nothing jumps while one types.
  override updateDOM(box: HTMLElement, view: EditorView, from: WidgetType): boolean {
    const same = from instanceof EmbedWidget && this.anchor === from.anchor && targetKey(this.target) === targetKey(from.target);
    if (same) this.#fill(box, view);
    return same;
  }

  #fill(box: HTMLElement, view: EditorView): void {
    const [head, text] = box.children;
    if (!head || !text) return;
    asked.set(box, this);
    const say = (words: string): void => {
      if (asked.get(box) !== this || text.textContent === words) return;
      text.textContent = words;
      view.requestMeasure();
    };
    this.options.embedded(this.target, this.anchor).then(
      (found) => {
        if (asked.get(box) !== this) return;
        head.textContent = this.anchor === "" || this.anchor.startsWith("^") ? found.title : `${found.title} › ${this.anchor}`;
        box.setAttribute("aria-label", head.textContent);
        if (found.gone) return say(this.options.embedWords.gone);
        say(plainMarkdown(found.text, labelMap(found.links)) + (found.cut ? ` ${this.options.embedWords.cut}` : ""));
      },
      () => say(this.options.embedWords.gone),
    );
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

class ImageWidget extends WidgetType {
  constructor(
    readonly sha256: string,
    readonly caption: string,
    readonly options: EmbedOptions,
  ) {
    super();
  }

  override eq(other: ImageWidget): boolean {
    return this.sha256 === other.sha256 && this.caption === other.caption;
  }

  override toDOM(view: EditorView): HTMLElement {
    const box = document.createElement("span");
    box.className = "note-image";
    const image = document.createElement("img");
    image.alt = this.caption;
    image.draggable = false;
    image.addEventListener("load", () => view.requestMeasure());
    box.append(image);
    const missing = (): void => {
      box.textContent = this.options.embedWords.noImage;
      view.requestMeasure();
    };
    image.addEventListener("error", missing);
    this.options.image(this.sha256).then((address) => (address === null ? missing() : (image.src = address)), missing);
    return box;
  }
}

/** Embedded Markdown as words: marks of headings, lists and blocks' names left out. */
export function plainMarkdown(text: string, labels: LabelMap): string {
  return readableText(text, labels)
    .replace(/^#{1,6}\s+/gm, "")
    .replace(/\s\^[\w-]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function decorate(view: EditorView, options: EmbedOptions): DecorationSet {
  const { head } = view.state.selection.main;
  const drawn = view.state.field(generation);
  const into: Range<Decoration>[] = [];
  const add = (from: number, to: number, widget: WidgetType): void => {
    // Beside a picture nothing of it is written: one that was just pasted is seen.
    const edge = widget instanceof ImageWidget ? 1 : 0;
    const writing = view.hasFocus && from + edge <= head && head <= to - edge;
    if (!writing) into.push(Decoration.replace({ widget }).range(from, to));
  };
  for (const { from, to } of view.visibleRanges) {
    const start = view.state.doc.lineAt(from).from;
    const text = view.state.sliceDoc(start, view.state.doc.lineAt(to).to);
    for (const link of findLinks(text, start)) {
      if (link.embed) add(link.from, link.to, new EmbedWidget(link.target, link.anchor, drawn, options));
    }
    for (const image of findImages(text, start)) add(image.from, image.to, new ImageWidget(image.sha256, image.caption, options));
  }
  return Decoration.set(into, true);
}

export function embeds(options: EmbedOptions): Extension {
  return [
    generation,
    ViewPlugin.fromClass(
      class {
        decorations: DecorationSet;
        constructor(view: EditorView) {
          this.decorations = decorate(view, options);
        }
        update(update: ViewUpdate): void {
          // What is being composed must keep its place in the page.
          if (update.view.composing) {
            this.decorations = this.decorations.map(update.changes);
            return;
          }
          const drawn = update.startState.field(generation) !== update.state.field(generation);
          if (update.docChanged || update.viewportChanged || update.selectionSet || update.focusChanged || drawn) {
            this.decorations = decorate(update.view, options);
          }
        }
      },
      { decorations: (value) => value.decorations },
    ),
  ];
}
