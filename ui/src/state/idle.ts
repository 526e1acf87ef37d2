/**
 * WebKitGTK has no `requestIdleCallback`. Without it CodeMirror reads on in a long note every half
 * second in a turn of a tenth of a second, which a key then waits for. Here it is called in a
 * pause of writing, with as little time as it takes at least; `editor/parseAhead` reads meanwhile.
 */
import { inPause } from "./writing";

/** Milliseconds that are said to be left. */
const LEFT = 5;

let last = 0;
const waiting = new Map<number, () => void>();

function request(act: IdleRequestCallback): number {
  last += 1;
  const handle = last;
  // Before it is done nothing is known that would undo it: it may be done at once.
  let stop = (): void => undefined;
  const timer = setTimeout(() => {
    stop = inPause(() => {
      waiting.delete(handle);
      act({ didTimeout: false, timeRemaining: () => LEFT });
    });
  });
  waiting.set(handle, () => {
    clearTimeout(timer);
    stop();
  });
  return handle;
}

function cancel(handle: number): void {
  waiting.get(handle)?.();
  waiting.delete(handle);
}

/** Makes it known to the page, before the first module asks for it. */
if (typeof window !== "undefined" && !("requestIdleCallback" in window)) {
  Object.assign(window, { requestIdleCallback: request, cancelIdleCallback: cancel });
}
