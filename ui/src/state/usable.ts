// Marks the moment when the window could first be used, for whoever measures it.

import { warmFontsWhenIdle } from "./warmUp";

let marked = false;

/** Called when the first list stands in the page; the mark is set once its frame is on its way. */
export function markUsable(): void {
  if (marked) return;
  marked = true;
  requestAnimationFrame(() => 
    setTimeout(() => {
      performance.mark("usable");
      warmFontsWhenIdle();
    }),
  );
}
