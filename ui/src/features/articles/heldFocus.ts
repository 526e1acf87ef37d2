// The focus on a name in the text outlives that names are drawn anew: after a decision, an
// undo, or when more of them are found. Else the next key would act on something else.

type Spot = { block: string; at: number; mention: string };

const NAME = "[data-mention]";
/** What may stand over the text and gives the focus back. */
const OVER = ".pop, dialog, [role=dialog], [role=menu]";

const isNowhere = (element: Element | null): boolean => !element || element === document.body;

function spotOf(element: Element | null): Spot | null {
  const mark = element?.closest<HTMLElement>(NAME);
  const block = mark?.closest<HTMLElement>("[data-block]");
  if (!mark || !block) return null;
  return { block: block.dataset["block"] ?? "", at: lettersBefore(block, mark), mention: mark.dataset["mention"] ?? "" };
}

/** How many letters of the block stand before the mark; what is drawn to join letters counts too. */
function lettersBefore(block: HTMLElement, mark: HTMLElement): number {
  const range = document.createRange();
  range.setStart(block, 0);
  range.setEndBefore(mark);
  return range.toString().length;
}

export class FocusKeeper {
  #spot: Spot | null = null;

  /** The focus has come to `target`, in `paper` or elsewhere. */
  moved(paper: HTMLElement, target: Element): void {
    if (paper.contains(target)) this.#spot = spotOf(target);
    else if (!target.closest(OVER)) this.#spot = null;
  }

  /**
   * After the text was drawn: where the focus went with the mark that had it, it goes to the
   * same name, else to the one in its place, the next or the last one, else to the text. In
   * another article's text it goes to the text.
   */
  keep(paper: HTMLElement, another: boolean): void {
    const spot = this.#spot;
    if (!spot || !isNowhere(document.activeElement)) return;
    const marks = another ? [] : [...paper.querySelectorAll<HTMLElement>(NAME)];
    const same = marks.find((mark) => mark.dataset["mention"] === spot.mention);
    const next = same ?? marks.find((mark) => isFrom(mark, spot)) ?? marks.at(-1) ?? paper;
    next.focus({ preventScroll: true });
  }
}

function isFrom(mark: HTMLElement, spot: Spot): boolean {
  const block = mark.closest<HTMLElement>("[data-block]");
  if (!block) return false;
  const by = Number(block.dataset["block"]) - Number(spot.block);
  return by > 0 || (by === 0 && lettersBefore(block, mark) + (mark.textContent ?? "").length > spot.at);
}
