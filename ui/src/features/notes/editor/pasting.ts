/** What is pasted or dropped into a note: pictures are kept, markup becomes Markdown, a link alone can be imported. */
import { StateEffect, StateField, type ChangeDesc, type Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { htmlToMarkdown } from "./htmlToMarkdown";

export interface PasteOptions {
  /** Keeps a picture; answers with its Markdown, or null when it can't be kept. */
  keepImage: (file: File) => Promise<string | null>;
  /** Keeps the picture on the desktop's clipboard; answers with its Markdown, empty when there is none. */
  pastePicture: () => Promise<string>;
  /** A link to a page was pasted: it may be wanted as an article. */
  offerImport: (address: string) => void;
}

const PICTURES = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

function pictures(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter((file) => PICTURES.has(file.type));
}

function insert(view: EditorView, text: string): void {
  view.dispatch({ ...view.state.replaceSelection(text), userEvent: "input.paste", scrollIntoView: true });
}

type Range = { from: number; to: number };
const hold = StateEffect.define<Range & { key: object }>();
const letGo = StateEffect.define<object>();

/** Words that were changed since they were selected are no longer replaced: what comes stands behind them. */
function movedBy(changes: ChangeDesc, { from, to }: Range): Range {
  const behind = changes.mapPos(to, 1);
  if (from === to) return { from: behind, to: behind };
  let inside = false;
  changes.iterChangedRanges((start, end) => (inside ||= start < to && end > from));
  return inside ? { from: behind, to: behind } : { from: changes.mapPos(from, 1), to: changes.mapPos(to, -1) };
}

/** Places where something is to come in once it is kept; they move with what is typed meanwhile. */
const held = StateField.define<ReadonlyMap<object, Range>>({
  create: () => new Map(),
  update(places, tr) {
    if (!tr.docChanged && tr.effects.length === 0) return places;
    const moved = new Map([...places].map(([key, place]) => [key, movedBy(tr.changes, place)]));
    for (const effect of tr.effects) {
      if (effect.is(hold)) moved.set(effect.value.key, effect.value);
      if (effect.is(letGo)) moved.delete(effect.value);
    }
    return moved;
  },
});

/** Puts what comes later where it was let go or pasted, over what was selected then. */
async function insertLater(view: EditorView, coming: Promise<string>, at?: number): Promise<void> {
  const key = {};
  const { from, to } = at === undefined ? view.state.selection.main : { from: at, to: at };
  view.dispatch({ effects: hold.of({ key, from, to }), ...(at === undefined ? {} : { selection: { anchor: at } }) });
  const text = await coming.catch(() => "");
  // The note may have been left meanwhile.
  const place = view.dom.isConnected ? view.state.field(held, false)?.get(key) : undefined;
  if (place === undefined) return;
  const { main } = view.state.selection;
  // Who has gone on elsewhere stays there.
  const isHere = main.from === place.from && main.to === place.to;
  view.dispatch({
    ...(text === "" ? {} : { changes: { ...place, insert: text } }),
    ...(text === "" || !isHere ? {} : { selection: { anchor: place.from + text.length }, scrollIntoView: true }),
    effects: letGo.of(key),
    userEvent: "input.paste",
  });
}

/** Keeps pictures in their order; the Markdown of those that could be kept. */
async function kept(files: readonly File[], options: PasteOptions): Promise<string> {
  const found: string[] = [];
  for (const file of files) {
    const markdown = await options.keepImage(file);
    if (markdown !== null) found.push(markdown);
  }
  return found.join("\n");
}

/** Not every web view hands over a picture that is pasted: where there are no words, the shell is asked. */
async function pictureOr(options: PasteOptions, words: string): Promise<string> {
  return (await options.pastePicture()) || words;
}

/** A picture copied from a page: its markup is the picture's address and what stands for it, and no words. */
function isOnlyPicture(html: string): boolean {
  if (!/<img[\s>]/i.test(html)) return false;
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return (body.textContent ?? "").trim() === "";
}

/** Markup that says more than its words: a browser wraps plain words in markup, too. */
function hasStructure(html: string): boolean {
  return /<(?:h[1-6]|ul|ol|table|blockquote|pre|strong|b|em|i|a|code|p|img)[\s>]/i.test(html);
}

export function pasting(options: PasteOptions): Extension {
  const handlers = EditorView.domEventHandlers({
    paste(event, view) {
      const data = event.clipboardData;
      if (data === null || view.state.readOnly) return false;
      const files = pictures(data);
      const html = data.getData("text/html");
      const plain = data.getData("text/plain");
      if (files.length > 0 && plain === "") {
        event.preventDefault();
        void insertLater(view, kept(files, options));
        return true;
      }
      if (/^https?:\/\/\S+$/i.test(plain.trim())) {
        options.offerImport(plain.trim());
        return false;
      }
      const markdown = html !== "" && (plain === "" || hasStructure(html)) ? htmlToMarkdown(html) : "";
      if (plain === "" && (markdown === "" || isOnlyPicture(html))) {
        event.preventDefault();
        void insertLater(view, pictureOr(options, markdown));
        return true;
      }
      if (markdown === "") return false;
      event.preventDefault();
      insert(view, markdown);
      return true;
    },
    drop(event, view) {
      const files = pictures(event.dataTransfer);
      if (files.length === 0 || view.state.readOnly) return false;
      event.preventDefault();
      event.stopPropagation();
      void insertLater(view, kept(files, options), view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? undefined);
      return true;
    },
  });
  return [held, handlers];
}
