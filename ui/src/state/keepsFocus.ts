// A part of a page in which rows and forms come and go by what is done in it, or by taking that
// back: where what has the focus goes, what stands nearest has it, else the next key would act on nothing.

import { navigation } from "./navigation.svelte";

const CAN = "button:not(:disabled), a[href], input:not(:disabled), [tabindex='0']";

/** What had the focus, with what it stands in up to the part, each with its place there. */
type Held = { at: HTMLElement; around: readonly { parent: HTMLElement; place: number }[]; page: unknown };

function heldBy(at: HTMLElement, part: HTMLElement): Held {
  const around: { parent: HTMLElement; place: number }[] = [];
  for (let each = at; each !== part && each.parentElement; each = each.parentElement) {
    around.push({ parent: each.parentElement, place: [...each.parentElement.children].indexOf(each) });
  }
  return { at, around, page: navigation.place };
}

/** The same button of the row that is in its place now, or of the last; else what can have the focus there. */
function nearest({ at, around }: Held): HTMLElement | null {
  for (const { parent, place } of around) {
    if (!parent.isConnected) continue;
    const row = parent.children[Math.min(place, parent.children.length - 1)];
    const alike = row?.querySelectorAll<HTMLElement>(`${at.localName}:not(:disabled)`) ?? [];
    const found = [...alike].find(({ className }) => className === at.className) ?? row?.querySelector<HTMLElement>(CAN) ?? parent.querySelector<HTMLElement>(CAN);
    if (found) return found;
  }
  return null;
}

const isNowhere = (): boolean => !document.activeElement || document.activeElement === document.body;

/** Attached to such a part. */
export function keepsFocus(part: HTMLElement): () => void {
  let held: Held | null = null;

  function onfocusin({ target }: FocusEvent): void {
    held = target instanceof HTMLElement && target !== part ? heldBy(target, part) : null;
  }

  /** Somebody went elsewhere with the focus; what is taken out of the page may say so while it stands. */
  function onfocusout({ target }: FocusEvent): void {
    setTimeout(() => {
      if (held?.at === target && held.at.isConnected && document.activeElement !== held.at) held = null;
    });
  }

  function look(): void {
    if (!held || held.at.isConnected) return;
    const lost = held;
    // Whoever puts the focus somewhere by itself does so first.
    setTimeout(() => {
      if (held !== lost) return;
      held = null;
      if (isNowhere() && lost.page === navigation.place) nearest(lost)?.focus({ preventScroll: true });
    });
  }

  const seen = new MutationObserver(look);
  seen.observe(part, { childList: true, subtree: true });
  part.addEventListener("focusin", onfocusin);
  part.addEventListener("focusout", onfocusout);
  return () => {
    seen.disconnect();
    part.removeEventListener("focusin", onfocusin);
    part.removeEventListener("focusout", onfocusout);
  };
}
