/**
 * jsdom lays nothing out: its elements answer every question about their box with
 * nothing, but its ranges have no such answers at all, and CodeMirror asks them in the
 * frame after an editor gets the focus. Here they answer as elements do.
 */
if (typeof Range !== "undefined") {
  const nowhere = document.createElement("p");
  Range.prototype.getClientRects ??= () => nowhere.getClientRects();
  Range.prototype.getBoundingClientRect ??= () => nowhere.getBoundingClientRect();
}
