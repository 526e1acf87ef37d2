/** Which of the dossiers that show a command is for. */

let last: Element | null = null;

// A palette takes the focus: what counts is the pane that it was in before.
document.addEventListener("focusin", ({ target }) => {
  const pane = target instanceof Element ? target.closest("[data-dossier-pane]") : null;
  if (pane) last = pane;
});

/** True where a person was last in the pane of another dossier, which still shows. */
export function isOfOther(within: Element | undefined): boolean {
  const pane = within?.closest("[data-dossier-pane]");
  return last !== null && last.isConnected && last !== pane;
}
