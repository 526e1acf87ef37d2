// F6 walks the panes: elements marked with data-pane, in the order that DESIGN gives.

const ORDER = ["toolbar", "sidebar", "box", "list", "reader", "beside", "inspector", "tray", "keys"];

function focusable(pane: HTMLElement): HTMLElement | undefined {
  const own = pane.tabIndex >= 0 ? pane : undefined;
  const inner = pane.querySelector<HTMLElement>(
    "[aria-current='page'], [aria-selected=true][role=tab], button:not(:disabled), a[href], input, textarea, [contenteditable=true], [tabindex='0']",
  );
  // A pane's list comes before the buttons that stand above it.
  const first =
    pane.querySelector<HTMLElement>("[data-focus-first]") ??
    pane.querySelector<HTMLElement>(":is([role=listbox], [role=tree])[tabindex='0']");
  return first ?? inner ?? own;
}

/** Puts the focus into a pane; false when it is not on screen. */
export function focusPane(name: string): boolean {
  const pane = document.querySelector<HTMLElement>(`[data-pane="${name}"]`);
  const target = pane && pane.offsetParent !== null ? focusable(pane) : undefined;
  target?.focus();
  return target !== undefined;
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
