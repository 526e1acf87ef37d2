// Keys that an input method passes on right after it has put its letters in. The editor takes
// any key of the next 100 ms for one that still belongs to what was composed, as it must in
// Safari, where the key is told late and with the code 229. WebKitGTK tells a real Enter with
// its own code then: a Korean who ends a line means that line to end, its list to go on, and
// what `[[` offers to be taken.

import type { Extension } from "@codemirror/state";
import { ViewPlugin, runScopeHandlers, type EditorView } from "@codemirror/view";

/** As long as the editor passes over keys. */
const PASSED_OVER_MS = 100;
/** The code of a key that an input method has taken. */
const TAKEN = 229;

export function afterComposing(): Extension {
  return ViewPlugin.fromClass(
    class {
      ended = -Infinity;
      constructor(readonly view: EditorView) {
        view.contentDOM.addEventListener("compositionend", this.end);
        // Before the editor hears of it.
        view.contentDOM.addEventListener("keydown", this.press, { capture: true });
      }

      end = (): void => {
        this.ended = performance.now();
      };

      press = (event: KeyboardEvent): void => {
        if (event.isComposing || event.keyCode === TAKEN || performance.now() - this.ended > PASSED_OVER_MS) return;
        if (!runScopeHandlers(this.view, event, "editor")) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      };

      destroy(): void {
        this.view.contentDOM.removeEventListener("compositionend", this.end);
        this.view.contentDOM.removeEventListener("keydown", this.press, { capture: true });
      }
    },
  );
}
