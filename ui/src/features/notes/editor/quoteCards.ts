/**
 * Quotes in a note: a link to one that stands alone on its line is shown as a card, with
 * who said it, through whom, when, and where it is printed.
 */
import { EditorSelection, EditorState, StateEffect, StateField, Transaction, type Extension } from "@codemirror/state";
import { EditorView, WidgetType } from "@codemirror/view";
import type { Clipping, EntityKind } from "../../../api/generated";
import { calledWords, clipWords as words, reader } from "../../../strings/en";
import { shownCells } from "../../../text/cells";
import { dateOf } from "../../../text/time";
import { printedIn } from "../../clippings/printedIn";
import { quotedWords, shownWords } from "../../clippings/quotedWords";
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

/** What a person writes, pastes or drops; not what an input method composes, which is left where it is drawn. */
function isWritten(transaction: Transaction): boolean {
  return (transaction.isUserEvent("input") && !transaction.isUserEvent("input.type.compose")) || transaction.isUserEvent("move.drop");
}

/** What is written, pasted or dropped behind a chosen card is a paragraph of its own, and leaves the card alone. */
export function quoteCards(): Extension {
  return [
    quotesShown,
    chosenCard,
    // An input method's paragraph is there before it begins: what it composes must not be moved.
    EditorView.domEventHandlers({
      compositionstart(_event, view) {
        if (view.state.field(chosenCard) === null || view.state.readOnly) return false;
        const at = view.state.selection.main.head;
        const { doc } = view.state;
        const line = doc.lineAt(at);
        const behind = line.number < doc.lines && doc.line(line.number + 1).text.trim() !== "" ? "\n" : "";
        view.dispatch({ changes: { from: at, insert: `\n\n${behind}` }, selection: { anchor: at + 2 }, scrollIntoView: true });
        return false;
      },
    }),
    EditorState.transactionFilter.of((transaction) => {
      const { startState } = transaction;
      if (!transaction.docChanged || startState.field(chosenCard) === null || !isWritten(transaction)) return transaction;
      const at = startState.selection.main.head;
      let written = "";
      let alone = true;
      transaction.changes.iterChanges((from, to, _from, _to, inserted) => {
        if (from !== at || to !== at || written !== "") alone = false;
        written = inserted.toString();
      });
      if (!alone || written.trim() === "") return transaction;
      const { doc } = startState;
      const line = doc.lineAt(at);
      const next = line.number < doc.lines ? doc.line(line.number + 1).text : "";
      const gap = "\n\n".slice(/^\n{0,2}/.exec(written)?.[0].length ?? 0);
      const behind = next.trim() === "" || written.endsWith("\n") ? "" : "\n";
      // Where the cursor was to stand in what is written, it stands.
      const head = transaction.newSelection.main.head;
      const within = head >= at && head <= at + written.length ? head : at + written.length;
      return [{ changes: { from: at, insert: gap + written + behind }, selection: { anchor: within + gap.length }, effects: transaction.effects, annotations: Transaction.userEvent.of(transaction.annotation(Transaction.userEvent) ?? "input"), scrollIntoView: true }];
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

/** Words of a table's row have a thin line between two cells. */
function inCells(className: string, text: string, lang: string | null): HTMLElement {
  const [first = "", ...others] = shownCells(text);
  const made = isolated(className, first, lang);
  for (const cell of others) {
    const end = part("cell-end", "");
    end.setAttribute("role", "img");
    end.setAttribute("aria-label", reader.nextCell);
    made.append(" ", end, ` ${cell}`);
  }
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
  const { source, paragraph, passage, deleted } = clipping;
  const foot = part("card-foot", "");
  foot.append(isolated("card-source", printedIn(source), source.language));
  if (paragraph !== null) foot.append(part("card-day", words.paragraph(paragraph)));
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
    const shown = clipping ? shownWords(clipping) : link.words;
    card.setAttribute("aria-label", words.card(shown, clipping?.quote?.speaker?.name ?? ""));
    if (clipping) card.append(headOf(clipping));
    card.append(inCells("card-words", clipping ? quotedWords(clipping) : shown, clipping?.source.language ?? null));
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
