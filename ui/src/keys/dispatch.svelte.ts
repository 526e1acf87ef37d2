// Brings key events to whoever can act on them. Components say what a command
// does while they are on screen; the innermost [data-scope] around the focus
// is asked first, "global" last.

import { matches, steps, isPlain } from "./chord";
import { COMMANDS, commandOf, type Command, type CommandId, type Scope } from "./registry";

/** Does the command; returns false to leave the key to the next scope. */
export type Handler = (() => void | boolean | Promise<void>) & {
  /** Whether it has something to do it to now; without this it always has. */
  can?: () => boolean;
  /** What it does to what is there now, where the command does one of two things. */
  label?: () => string;
};

/** A handler that does nothing, and is not offered, unless `can`. */
export function when(can: () => boolean, act: Handler): Handler {
  return Object.assign(() => (can() ? act() : false), { can });
}

/** A handler of a command that says which of two things it would do now. */
export function saying(label: () => string, act: Handler): Handler {
  return Object.assign(() => act(), { ...act, label });
}

type Handlers = Partial<Record<CommandId, Handler>>;

/** How long the second key of "g then i" may take. */
const SEQUENCE_MS = 1200;

// Kept apart from the state: a teardown reads state as it was before, and would
// put back the layers of a screen that has gone in place of the one that has come.
let provided: readonly Handlers[] = [];
let layers = $state.raw<readonly Handlers[]>([]);
let focusScopes = $state.raw<readonly Scope[]>(["global"]);
let pending: { first: string; until: number } | undefined;
let held = 0;

/**
 * No key does anything until the returned function is called: what it would act on is not there
 * yet. One with Ctrl or Alt that is a command's does not reach the web view either.
 */
export function holdKeys(): () => void {
  held += 1;
  let holds = true;
  return () => {
    if (holds) held -= 1;
    holds = false;
  };
}

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

/** True when something on screen can do it, to what is there now. */
export function canRun(id: CommandId): boolean {
  return layers.some(({ [id]: handler }) => handler !== undefined && (handler.can?.() ?? true));
}

/** What it is called, for what is there now. */
export function labelOf(id: CommandId): string {
  const able = layers.map(({ [id]: handler }) => handler).filter((handler) => handler !== undefined && (handler.can?.() ?? true));
  return able.at(-1)?.label?.() ?? commandOf(id).label;
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
  return COMMANDS.filter((command) => canRun(command.id)).map((command) => ({ ...command, label: labelOf(command.id) }));
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

/** True where keys of this scope act now. */
export const actsIn = (scope: Scope): boolean => actedIn(document.activeElement)?.closest(`[data-scope~="${scope}"]`) != null;

/** True where keys of this scope now act in another pane than `root`: two may show at once. */
export function actsElsewhere(scope: Scope, root: Element | undefined): boolean {
  const acting = actedIn(document.activeElement)?.closest(`[data-scope~="${scope}"]`);
  return acting != null && acting !== root;
}

/** Handlers that leave the key to others where it acts in another pane than `root`. */
export function inPane<K extends string>(scope: Scope, root: () => Element | undefined, handlers: Record<K, Handler>): Record<K, Handler> {
  const guarded = Object.entries<Handler>(handlers).map(([id, act]) => [id, Object.assign(() => (actsElsewhere(scope, root()) ? false : act()), act)]);
  return Object.fromEntries(guarded) as Record<K, Handler>;
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

/** Also for a command of another scope: the web view would print, search or load anew. */
function isChordOfCommand(event: KeyboardEvent): boolean {
  const chords = COMMANDS.filter(({ notWhileTyping }) => !notWhileTyping || !isTextEntry(event.target)).flatMap(({ keys }) => keys.map((binding) => steps(binding)[0] ?? ""));
  return chords.some((chord) => chord !== "" && !isPlain(chord) && matches(chord, event));
}

let repeats = false;

/** True while a command is done for a key that is held down, not pressed anew. */
export function isHeld(): boolean {
  return repeats;
}

function onKeydown(event: KeyboardEvent): void {
  repeats = event.repeat;
  try {
    take(event);
  } finally {
    repeats = false;
  }
}

function take(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
  if (held > 0) {
    if (isChordOfCommand(event)) event.preventDefault();
    return;
  }
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
  // The web view would select the words of the whole window.
  if (!typing && matches("Mod+a", event)) event.preventDefault();
}

function noteScopes(element: Element | null): void {
  const next = scopesAround(element);
  if (next.join() !== focusScopes.join()) focusScopes = next;
}

function onFocus(event: FocusEvent): void {
  noteScopes(event.target instanceof Element ? event.target : null);
}

/** Nothing tells when the focused element is taken away, in WebKit not even a blur: the turn after a key or a press looks again. */
function lookAgain(): void {
  setTimeout(() => noteScopes(document.activeElement));
}

/** What may have taken the focus away. */
const LOSES = ["focusout", "keyup", "pointerup"] as const;

/** Starts to listen. Called once, by the window's root. */
export function listenForKeys(): () => void {
  window.addEventListener("keydown", onKeydown);
  window.addEventListener("focusin", onFocus);
  for (const event of LOSES) window.addEventListener(event, lookAgain);
  return () => {
    window.removeEventListener("keydown", onKeydown);
    window.removeEventListener("focusin", onFocus);
    for (const event of LOSES) window.removeEventListener(event, lookAgain);
  };
}
