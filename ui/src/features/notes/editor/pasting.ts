/** What is pasted or dropped into a note: pictures are kept, markup becomes Markdown, a link alone can be imported. */
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { htmlToMarkdown } from "./htmlToMarkdown";

export interface PasteOptions {
  /** Keeps a picture; answers with its Markdown, or null when it can't be kept. */
  keepImage: (file: File) => Promise<string | null>;
  /** A link to a page was pasted: it may be wanted as an article. */
  offerImport: (address: string) => void;
}

const PICTURES = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

function pictures(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter((file) => PICTURES.has(file.type));
}

function insert(view: EditorView, text: string, at?: number): void {
  const where = at === undefined ? view.state.replaceSelection(text) : { changes: { from: at, insert: text } };
  view.dispatch({ ...where, userEvent: "input.paste", scrollIntoView: true });
}

async function keep(view: EditorView, files: readonly File[], options: PasteOptions, at?: number): Promise<void> {
  for (const file of files) {
    const markdown = await options.keepImage(file);
    if (markdown !== null) insert(view, markdown, at);
  }
}

/** Markup that says more than its words: a browser wraps plain words in markup, too. */
function hasStructure(html: string): boolean {
  return /<(?:h[1-6]|ul|ol|table|blockquote|pre|strong|b|em|i|a|code|p|img)[\s>]/i.test(html);
}

export function pasting(options: PasteOptions): Extension {
  return EditorView.domEventHandlers({
    paste(event, view) {
      const data = event.clipboardData;
      if (data === null || view.state.readOnly) return false;
      const files = pictures(data);
      const html = data.getData("text/html");
      const plain = data.getData("text/plain");
      if (files.length > 0 && plain === "") {
        event.preventDefault();
        void keep(view, files, options);
        return true;
      }
      if (/^https?:\/\/\S+$/i.test(plain.trim())) {
        options.offerImport(plain.trim());
        return false;
      }
      if (html === "" || !hasStructure(html)) return false;
      const markdown = htmlToMarkdown(html);
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
      void keep(view, files, options, view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? undefined);
      return true;
    },
  });
}
