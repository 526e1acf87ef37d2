/**
 * Quotes in a note: a link to one that stands alone on its line is shown as a card, with
 * who said it, through whom, when, and where it is printed.
 */
import { EditorSelection, StateEffect, StateField, type EditorState, type Extension } from "@codemirror/state";
import { EditorView, WidgetType } from "@codemirror/view";
import type { Clipping, EntityKind } from "../../../api/generated";
import { calledWords, clipWords as words } from "../../../strings/en";
import { dateOf } from "../../../text/time";
import { printedIn } from "../../clippings/printedIn";
import { quotedWords } from "../../clippings/quotedWords";
import { findLinks, targetKey, type LinkSpan } from "../linkMarkup";

/** Tells the editor what quotes are now. */
export const addQuotes = StateEffect.define<readonly Clipping[]>();

export const quotesShown = StateField.define<ReadonlyMap<string, Clipping>>({
  create: () => new Map(),
  update(quotes, transaction) {
    let next = quotes;
    for (const effect of transaction.effects) {
      if (!effect.is(addQuotes)) continue;
      // One that is as it was keeps its card: it is not made anew under who types.
      const changed = effect.value.filter((quote) => JSON.stringify(next.get(quote.id)) !== JSON.stringify(quote));
      if (changed.length > 0) next = new Map([...next, ...changed.map((quote) => [quote.id, quote] as const)]);
    }
    return next;
  },
});

/** Whether nothing else stands on the line of a link. */
export function isAlone(state: EditorState, link: LinkSpan): boolean {
  const line = state.doc.lineAt(link.from);
  const around = line.text.slice(0, link.from - line.from) + line.text.slice(link.to - line.from);
  return around.trim() === "";
}

/** Where the card begins that a press has chosen; null once the cursor or the text moves. */
export const chosenCard = StateField.define<number | null>({
  create: () => null,
  update(chosen, transaction) {
    for (const effect of transaction.effects) if (effect.is(chooseCard)) return effect.value;
    return transaction.docChanged || transaction.selection ? null : chosen;
  },
});
const chooseCard = StateEffect.define<number>();

/** Chooses the card that is drawn as `element`: the keyboard stays in the note, behind it. */
export function choose(view: EditorView, element: HTMLElement): void {
  const line = view.state.doc.lineAt(view.posAtDOM(element));
  const link = findLinks(line.text, line.from).find((one) => targetKey(one.target) === element.dataset["target"]);
  if (link) view.dispatch({ selection: EditorSelection.cursor(link.to), effects: chooseCard.of(link.from) });
  view.focus();
}

/** What is typed behind a chosen card is a paragraph of its own, and leaves the card alone. */
export function quoteCards(): Extension {
  return [
    quotesShown,
    chosenCard,
    EditorView.inputHandler.of((view, from, to, text) => {
      if (view.state.field(chosenCard) === null || from !== to || view.state.readOnly) return false;
      const insert = `\n\n${text}`;
      view.dispatch({ changes: { from, insert }, selection: { anchor: from + insert.length }, userEvent: "input.type", scrollIntoView: true });
      return true;
    }),
  ];
}

function part(className: string, text: string, lang: string | null = null): HTMLElement {
  const made = document.createElement("span");
  made.className = className;
  made.textContent = text;
  if (lang !== null) made.lang = lang;
  return made;
}

/** An isolate, so that a name in another script does not turn what is around it. */
function isolated(className: string, text: string, lang: string | null = null): HTMLElement {
  const made = part(className, text, lang);
  made.dir = "auto";
  return made;
}

function kindMark(kind: EntityKind): HTMLElement {
  return part(`card-kind ${kind}`, "");
}

function headOf({ quote }: Clipping): HTMLElement {
  const head = part("card-head", "");
  const speaker = quote?.speaker ?? null;
  if (speaker?.kind) head.append(kindMark(speaker.kind));
  head.append(isolated(speaker ? "card-name" : "card-dim", speaker?.name ?? words.nobody));
  if (speaker && calledWords(speaker) !== "") head.append(isolated("card-dim", calledWords(speaker)));
  if (quote?.via) head.append(isolated("card-via", words.via2(quote.via.name)));
  if (quote?.said) head.append(part("card-said", dateOf(quote.said.time)));
  if (quote?.said?.phrase) head.append(isolated("card-dim", words.fromPhrase(quote.said.phrase)));
  if (quote?.type === "paraphrase" || quote?.type === "translation") head.append(part("card-dim", words.types[quote.type]));
  return head;
}

function footOf(clipping: Clipping): HTMLElement {
  const { source, anchor, passage, deleted } = clipping;
  const foot = part("card-foot", "");
  foot.append(isolated("card-source", printedIn(source), source.language));
  if (anchor.span.block >= 0) foot.append(part("card-day", words.paragraph(anchor.span.block + 1)));
  const there = !deleted && passage === "there";
  foot.append(part(there ? "card-state card-ok" : "card-state", deleted ? words.gone : words.passages[passage]));
  return foot;
}

export class QuoteCardWidget extends WidgetType {
  constructor(
    readonly link: LinkSpan,
    readonly clipping: Clipping | undefined,
    readonly gone: boolean,
    readonly chosen: boolean,
  ) {
    super();
  }

  override eq(other: QuoteCardWidget): boolean {
    return (
      this.clipping === other.clipping &&
      this.gone === other.gone &&
      this.chosen === other.chosen &&
      this.link.words === other.link.words &&
      targetKey(this.link.target) === targetKey(other.link.target)
    );
  }

  override toDOM(): HTMLElement {
    const { clipping, link } = this;
    const card = part(`note-link quote-card${clipping && !clipping.deleted ? "" : " gone-card"}${this.chosen ? " chosen-card" : ""}`, "");
    card.dataset["target"] = targetKey(link.target);
    card.setAttribute("role", "link");
    const shown = clipping?.anchor.exact ?? link.words;
    card.setAttribute("aria-label", words.card(shown, clipping?.quote?.speaker?.name ?? ""));
    if (clipping) card.append(headOf(clipping));
    card.append(isolated("card-words", clipping ? quotedWords(clipping) : shown, clipping?.source.language ?? null));
    const original = clipping?.quote?.original ?? null;
    if (original !== null) card.append(isolated("card-original", original));
    if (clipping?.comment) card.append(isolated("card-comment", clipping.comment));
    if (clipping) card.append(footOf(clipping));
    else if (this.gone) card.append(part("card-foot card-state", words.gone));
    return card;
  }

  override get estimatedHeight(): number {
    return 96;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}
