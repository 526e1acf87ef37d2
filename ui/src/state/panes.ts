// F6 walks the panes: elements marked with data-pane, in the order that DESIGN gives.

const ORDER = ["toolbar", "sidebar", "box", "list", "reader", "beside", "inspector", "tray", "keys"];

/** A pane's list comes before the buttons that stand above it. */
function listIn(pane: HTMLElement): HTMLElement | null {
  return (
    pane.querySelector<HTMLElement>("[data-focus-first]") ??
    pane.querySelector<HTMLElement>(":is([role=listbox], [role=tree])[tabindex='0']")
  );
}

function focusable(pane: HTMLElement): HTMLElement | undefined {
  const own = pane.tabIndex >= 0 ? pane : undefined;
  const inner = pane.querySelector<HTMLElement>(
    "[aria-current='page'], [aria-selected=true][role=tab], button:not(:disabled), a[href], input, textarea, [contenteditable=true], [tabindex='0']",
  );
  return listIn(pane) ?? inner ?? own;
}

/** What had the focus last in each pane. */
const lastIn = new WeakMap<Element, HTMLElement>();

/** Notes where the focus is in its pane. Called by the root for each that takes it. */
export function notePaneFocus(target: HTMLElement): void {
  const pane = target.closest("[data-pane]");
  if (pane) lastIn.set(pane, target);
}

/** Where one left the pane, while that is there. */
function leftIn(pane: HTMLElement): HTMLElement | undefined {
  const last = lastIn.get(pane);
  return last && pane.contains(last) && last.offsetParent !== null ? last : undefined;
}

/** Puts the focus into a pane, where it was left; false when it is not on screen. */
export function focusPane(name: string): boolean {
  const pane = document.querySelector<HTMLElement>(`[data-pane="${name}"]`);
  const target = pane && pane.offsetParent !== null ? (leftIn(pane) ?? focusable(pane)) : undefined;
  target?.focus();
  return target !== undefined;
}

/** Gives the focus to the main pane of the screen, where nothing has it; false when there is none to take it. `waits` for its list. */
function focusMain(waits: boolean): boolean {
  if (document.activeElement !== null && document.activeElement !== document.body) return true;
  const list = document.querySelector<HTMLElement>("[data-pane=list]");
  if (waits && list && list.offsetParent !== null && !listIn(list)) return false;
  const main = document.querySelector<HTMLElement>("[data-main-pane]");
  const target = main && main.offsetParent !== null ? focusable(main) : undefined;
  target?.focus({ preventScroll: true });
  return target !== undefined || focusPane("list") || focusPane("reader");
}

/** Milliseconds between two looks for who could take the focus, and how often is looked: a list stands when it was fetched. */
const LOOK_EVERY = 50;
const LOOKS = 20;
/** Of them, those that wait for the list of a pane; later a button above it will do. */
const FOR_LIST = 10;

/** Gives the focus to a screen that has come, once it has who takes it. Returns how to stop. */
export function focusWhenThere(): () => void {
  let looks = 0;
  let timer = setTimeout(function look() {
    looks += 1;
    if (!focusMain(looks < FOR_LIST) && looks < LOOKS) timer = setTimeout(look, LOOK_EVERY);
  });
  return () => clearTimeout(timer);
}

/** What stands where the pane beside was closed. */
const BESIDE_IT = ["reader", "list", "box"];

/** Gives the focus back to the main pane, where it was left there, once the pane beside is gone with what had it. */
export function focusAfterBeside(): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  const panes = BESIDE_IT.map((name) => document.querySelector<HTMLElement>(`[data-pane="${name}"]`));
  const left = panes.map((pane) => pane && leftIn(pane)).find((target) => target);
  if (left) left.focus({ preventScroll: true });
  else focusMain(false);
}

/** Moves the focus to the next pane, or the one before. */
export function walkPanes(by: 1 | -1): void {
  const now = document.activeElement?.closest<HTMLElement>("[data-pane]")?.dataset["pane"] ?? "";
  const from = ORDER.indexOf(now);
  for (let step = 1; step <= ORDER.length; step += 1) {
    const at = (from + by * step + ORDER.length * 2) % ORDER.length;
    const name = ORDER[at];
    if (name !== undefined && focusPane(name)) return;
  }
}
