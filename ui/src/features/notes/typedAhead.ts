// What a person types between asking for a new note and its title having the keyboard:
// it is meant for the title.

import { isTextEntry } from "../../keys/dispatch.svelte";

/** Milliseconds after which letters are keys again, when no note has come. */
const PATIENCE = 3000;

let typed = "";
let stop: (() => void) | null = null;

/** From now on letters are kept, until [`takeTyped`] or a field gets them. */
export function catchTyping(): void {
  takeTyped();
  const onkeydown = (event: KeyboardEvent): void => {
    if (isTextEntry(document.activeElement)) return void takeTyped();
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Backspace") typed = typed.slice(0, -1);
    else if ([...event.key].length === 1) typed += event.key;
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const timer = setTimeout(takeTyped, PATIENCE);
  window.addEventListener("keydown", onkeydown, true);
  stop = () => {
    clearTimeout(timer);
    window.removeEventListener("keydown", onkeydown, true);
  };
}

/** What was typed meanwhile; letters are keys again. */
export function takeTyped(): string {
  stop?.();
  stop = null;
  const taken = typed;
  typed = "";
  return taken;
}
