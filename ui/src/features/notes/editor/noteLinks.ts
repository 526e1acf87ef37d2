/**
 * Links in the editor: `[[entity:ID|words]]` is shown as the target's title
 * now, and the cursor passes it as one character.
 */
import {
  EditorSelection,
  Prec,
  StateEffect,
  StateField,
  type EditorState,
  type Extension,
} from "@codemirror/state";
import {
  Decoration,
  EditorView,
  ViewPlugin,
  WidgetType,
  keymap,
  type DecorationSet,
  type ViewUpdate,
} from "@codemirror/view";
import type { LinkLabel, LinkTarget } from "../../../api/generated";
import { findLinks, shownWords, targetKey, type LabelMap, type LinkSpan } from "../linkMarkup";
import { choose, chosenCard, isAlone, QuoteCardWidget, quoteCards, quotesShown } from "./quoteCards";

/** Replaces or adds labels: what targets are called now. */
export const addLabels = StateEffect.define<readonly LinkLabel[]>();

export const linkLabels = StateField.define<LabelMap>({
  create: () => new Map(),
  update(labels, transaction) {
    let next = labels;
    for (const effect of transaction.effects) {
      if (!effect.is(addLabels)) continue;
      const merged = new Map(next);
      for (const label of effect.value) merged.set(targetKey(label.target), label);
      next = merged;
    }
    return next;
  },
});

export interface LinkActions {
  open: (target: LinkTarget, beside: boolean, anchor?: string) => void;
  /** Shows what it leads to without leaving the note. */
  show: (target: LinkTarget) => void;
  /** A link's name for screen readers: "Kim Jong Un, person". */
  describe: (target: LinkTarget, words: string, label: LinkLabel | undefined) => string;
}

class LinkWidget extends WidgetType {
  constructor(
    readonly target: LinkTarget,
    readonly words: string,
    readonly look: string,
    readonly name: string,
    readonly anchor: string,
  ) {
    super();
  }

  override eq(other: LinkWidget): boolean {
    return (
      this.words === other.words &&
      this.look === other.look &&
      this.name === other.name &&
      this.anchor === other.anchor &&
      targetKey(this.target) === targetKey(other.target)
    );
  }

  override toDOM(): HTMLElement {
    const link = document.createElement("span");
    link.className = `note-link ${this.look}`;
    link.dataset["target"] = targetKey(this.target);
    link.dataset["anchor"] = this.anchor;
    link.setAttribute("role", "link");
    link.setAttribute("aria-label", this.name);
    link.dir = "auto";
    link.textContent = this.words;
    return link;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

function lookOf(link: LinkSpan, label: LinkLabel | undefined): string {
  if (label?.gone === true) return "gone-link";
  if (link.target.to === "quote") return "quote-link";
  if (link.target.to !== "entity") return "page-link";
  return `entity-link ${label?.kind ?? ""}`.trim();
}

/** The link that the cursor touches, or that the selection is. */
export function linkAtSelection(state: EditorState): LinkSpan | null {
  const { from, to } = state.selection.main;
  const line = state.doc.lineAt(from);
  return findLinks(line.text, line.from).find((link) => link.from <= from && to <= link.to) ?? null;
}

function targetOf(element: Element): LinkTarget | null {
  const key = element.closest<HTMLElement>(".note-link")?.dataset["target"];
  if (key === undefined) return null;
  const colon = key.indexOf(":");
  return { to: key.slice(0, colon) as LinkTarget["to"], id: key.slice(colon + 1) };
}

function anchorOf(element: Element): string {
  return element.closest<HTMLElement>(".note-link")?.dataset["anchor"] ?? "";
}

function decorateLinks(view: EditorView, actions: LinkActions): DecorationSet {
  const labels = view.state.field(linkLabels);
  const quotes = view.state.field(quotesShown);
  const chosen = view.state.field(chosenCard);
  const decorations = [];
  for (const { from, to } of view.visibleRanges) {
    const start = view.state.doc.lineAt(from).from;
    const end = view.state.doc.lineAt(to).to;
    for (const link of findLinks(view.state.sliceDoc(start, end), start)) {
      // Shown by `embeds`, but where the cursor stands in it.
      if (link.embed) continue;
      const label = labels.get(targetKey(link.target));
      if (link.target.to === "quote" && isAlone(view.state, link)) {
        const widget = new QuoteCardWidget(link, quotes.get(link.target.id), label?.gone === true, chosen === link.from);
        decorations.push(Decoration.replace({ widget }).range(link.from, link.to));
        continue;
      }
      const words = shownWords(link, labels);
      const name = actions.describe(link.target, words, label);
      const widget = new LinkWidget(link.target, words, lookOf(link, label), name, link.anchor);
      decorations.push(Decoration.replace({ widget }).range(link.from, link.to));
    }
  }
  return Decoration.set(decorations, true);
}

function linkPlugin(actions: LinkActions): Extension {
  const plugin = ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      constructor(view: EditorView) {
        this.decorations = decorateLinks(view, actions);
      }
      update(update: ViewUpdate): void {
        const relabelled =
          update.startState.field(linkLabels) !== update.state.field(linkLabels) ||
          update.startState.field(quotesShown) !== update.state.field(quotesShown) ||
          update.startState.field(chosenCard) !== update.state.field(chosenCard);
        if (update.docChanged || update.viewportChanged || relabelled) {
          this.decorations = decorateLinks(update.view, actions);
        }
      }
    },
    {
      decorations: (value) => value.decorations,
      provide: (value) =>
        EditorView.atomicRanges.of((view) => view.plugin(value)?.decorations ?? Decoration.none),
    },
  );
  return plugin;
}

function openByKey(actions: LinkActions, beside: boolean) {
  return (view: EditorView): boolean => {
    const link = linkAtSelection(view.state);
    if (link === null) return false;
    actions.open(link.target, beside, link.anchor);
    return true;
  };
}

/** Starts a link: puts `[[` before the selected words, where completion takes over. */
export function startLink(view: EditorView): boolean {
  const { from, to } = view.state.selection.main;
  const words = view.state.sliceDoc(from, to);
  const usable = /[[\]|\n]/.test(words) ? "" : words;
  view.dispatch({
    changes: { from, to: usable === "" ? from : to, insert: `[[${usable}` },
    selection: EditorSelection.cursor(from + 2 + usable.length),
    userEvent: "input.type.link",
    scrollIntoView: true,
  });
  view.focus();
  return true;
}

export function noteLinks(actions: LinkActions): Extension {
  return [
    linkLabels,
    quoteCards(),
    linkPlugin(actions),
    EditorView.domEventHandlers({
      mousedown(event) {
        // The caret stays where it is: a click on a link opens it.
        if (event.button !== 0 || !(event.target instanceof Element)) return false;
        if (event.shiftKey || targetOf(event.target) === null) return false;
        event.preventDefault();
        return true;
      },
      click(event, view) {
        if (event.button !== 0 || !(event.target instanceof Element)) return false;
        const target = targetOf(event.target);
        if (target === null || event.shiftKey) return false;
        event.preventDefault();
        const card = event.target.closest<HTMLElement>(".quote-card");
        // Who presses a card in a text that is written goes on writing.
        if (card && !event.altKey && !event.metaKey && !event.ctrlKey) {
          choose(view, card);
          return void actions.show(target);
        }
        const beside = event.altKey || event.metaKey || event.ctrlKey;
        actions.open(target, beside, anchorOf(event.target));
        // The note stays, and who presses in it goes on writing.
        if (beside) view.focus();
        return true;
      },
    }),
    Prec.high(
      keymap.of([
        { key: "Mod-Enter", run: openByKey(actions, false) },
        { key: "Mod-Shift-Enter", run: openByKey(actions, true) },
        { key: "Alt-Enter", run: openByKey(actions, true) },
        { key: "Mod-Shift-k", run: startLink },
      ]),
    ),
  ];
}
