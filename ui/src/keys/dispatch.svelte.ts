// Brings key events to whoever can act on them. Components say what a command
// does while they are on screen; the innermost [data-scope] around the focus
// is asked first, "global" last.

import { matches, steps, isPlain } from "./chord";
import { COMMANDS, type Command, type CommandId, type Scope } from "./registry";

/** Does the command; returns false to leave the key to the next scope. */
export type Handler = () => void | boolean | Promise<void>;

type Handlers = Partial<Record<CommandId, Handler>>;

/** How long the second key of "g then i" may take. */
const SEQUENCE_MS = 1200;

// Kept apart from the state: a teardown reads state as it was before, and would
// put back the layers of a screen that has gone in place of the one that has come.
let provided: readonly Handlers[] = [];
let layers = $state.raw<readonly Handlers[]>([]);
let focusScopes = $state.raw<readonly Scope[]>(["global"]);
let pending: { first: string; until: number } | undefined;

/** Gives commands something to do until the returned function is called. Later layers win. */
export function provide(handlers: Handlers): () => unknown {
  provided = [...provided, handlers];
  layers = provided;
  return () => {
    provided = provided.filter((layer) => layer !== handlers);
    layers = provided;
  };
}

/** `provide` for the life of the component that calls it. Call it while initialising. */
export function useCommands(handlers: Handlers): void {
  $effect.pre(() => {
    const stop = provide(handlers);
    return () => void stop();
  });
}

/** True when something on screen can do it. */
export function canRun(id: CommandId): boolean {
  return layers.some((layer) => layer[id] !== undefined);
}

/** Does it, as if its key had been pressed. */
export function run(id: CommandId): boolean {
  for (let i = layers.length - 1; i >= 0; i -= 1) {
    const handler = layers[i]?.[id];
    if (handler && handler() !== false) return true;
  }
  return false;
}

/** Commands that can be done now: in the focused scopes first. For palette, key line and help. */
export function available(): (Command & { id: CommandId })[] {
  return COMMANDS.filter((command) => canRun(command.id));
}

/** The scopes around the focus, innermost first. */
export function scopes(): readonly Scope[] {
  return focusScopes;
}

/** With the focus nowhere, keys act in the pane that a screen names as its main one. */
function actedIn(element: Element | null): Element | null {
  const nowhere = !element || element === document.body || element === document.documentElement;
  return nowhere ? document.querySelector("[data-main-pane]") : element;
}

/** True where keys of this scope now act in another pane than `root`: two may show at once. */
export function actsElsewhere(scope: Scope, root: Element | undefined): boolean {
  const acting = actedIn(document.activeElement)?.closest(`[data-scope~="${scope}"]`);
  return acting != null && acting !== root;
}

function scopesAround(element: Element | null): Scope[] {
  const found: Scope[] = [];
  for (let at = actedIn(element); at; at = at.parentElement) {
    const names = at.getAttribute("data-scope");
    if (names) found.push(...(names.split(" ") as Scope[]));
  }
  return [...found, "global"];
}

/** Fields where letters are letters. */
export function isTextEntry(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.getAttribute("contenteditable") === "true") return true;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  if (!(target instanceof HTMLInputElement)) return false;
  return !["checkbox", "radio", "button", "range"].includes(target.type);
}

const PRESSABLE = "button, a[href], summary, [role=tab], [role=button], input[type=checkbox], input[type=radio]";

function usable(command: Command, chord: string, typing: boolean, from: Element | null): boolean {
  // A focused button keeps its own keys.
  if ((chord === "Enter" || chord === "Space") && from?.closest(PRESSABLE)) return false;
  if (!typing) return true;
  if (command.notWhileTyping) return false;
  return command.whileTyping === true || !isPlain(chord);
}

function onKeydown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
  const typing = isTextEntry(event.target);
  const from = event.target instanceof Element ? event.target : null;
  const first = pending && pending.until > event.timeStamp ? pending.first : undefined;
  pending = undefined;
  let startsSequence: string | undefined;
  for (const scope of scopesAround(from)) {
    for (const command of COMMANDS) {
      if (command.scope !== scope) continue;
      for (const binding of command.keys) {
        const [one, two] = steps(binding) as [string, string?];
        if (two !== undefined && first === undefined) {
          if (!typing && matches(one, event) && canRun(command.id)) startsSequence = one;
          continue;
        }
        if ((two !== undefined) !== (first !== undefined) || (two && one !== first)) continue;
        if (!matches(two ?? one, event) || !usable(command, two ?? one, typing, from)) continue;
        if ((command.once && event.repeat) || run(command.id)) {
          event.preventDefault();
          return;
        }
      }
    }
  }
  if (startsSequence !== undefined) {
    pending = { first: startsSequence, until: event.timeStamp + SEQUENCE_MS };
    event.preventDefault();
  }
}

function noteScopes(element: Element | null): void {
  const next = scopesAround(element);
  if (next.join() !== focusScopes.join()) focusScopes = next;
}

function onFocus(event: FocusEvent): void {
  noteScopes(event.target instanceof Element ? event.target : null);
}

/** Nothing tells when the focused element is taken away, so the next turn looks again. */
function onBlur(): void {
  setTimeout(() => noteScopes(document.activeElement));
}

/** Starts to listen. Called once, by the window's root. */
export function listenForKeys(): () => void {
  window.addEventListener("keydown", onKeydown);
  window.addEventListener("focusin", onFocus);
  window.addEventListener("focusout", onBlur);
  return () => {
    window.removeEventListener("keydown", onKeydown);
    window.removeEventListener("focusin", onFocus);
    window.removeEventListener("focusout", onBlur);
  };
}
