// Whether keys are meant for the list: with the focus nowhere, it is the main pane.

export function inList(): boolean {
  const at = document.activeElement;
  return at === null || at === document.body || at.closest("[data-pane=list]") !== null;
}
