// Reads chords such as "Mod+Shift+k", "j" or "g then i" and tells whether a key event is one.

export type Platform = "mac" | "other";

export const platform: Platform = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? "")
  ? "mac"
  : "other";

type Chord = { mod: boolean; alt: boolean; shift: boolean; key: string };

/** What a key event has to have to be matched. */
export type KeyLike = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** The physical key of a character on a US board: what is pressed under a non-Latin layout. */
const CODE_OF: Record<string, string> = {
  "/": "Slash",
  ".": "Period",
  ",": "Comma",
  "\\": "Backslash",
  "[": "BracketLeft",
  "]": "BracketRight",
  "?": "Slash",
  "=": "Equal",
  "-": "Minus",
  " ": "Space",
};

function codeOf(key: string): string | undefined {
  if (/^[a-z]$/.test(key)) return `Key${key.toUpperCase()}`;
  if (/^[0-9]$/.test(key)) return `Digit${key}`;
  return CODE_OF[key];
}

/** "g then i" has two steps, every other binding one. */
export function steps(binding: string): string[] {
  return binding.split(" then ");
}

function parse(chord: string): Chord {
  const parts = chord.split("+");
  const key = parts.pop() ?? "";
  return {
    mod: parts.includes("Mod"),
    alt: parts.includes("Alt"),
    shift: parts.includes("Shift"),
    key: key === "Space" ? " " : key,
  };
}

/** True for a single character without Mod or Alt: these never act during text entry. */
export function isPlain(chord: string): boolean {
  const { mod, alt, key } = parse(chord);
  return !mod && !alt && !/^F\d+$/.test(key);
}

/** Whether the event is this chord, by character on Latin layouts and by position on others. */
export function matches(chord: string, event: KeyLike, on: Platform = platform): boolean {
  const want = parse(chord);
  const mod = on === "mac" ? event.metaKey : event.ctrlKey;
  const otherMod = on === "mac" ? event.ctrlKey : event.metaKey;
  if (mod !== want.mod || otherMod || event.altKey !== want.alt) return false;
  const single = want.key.length === 1;
  const symbol = single && !/[a-z0-9 ]/.test(want.key);
  // Which symbols need Shift differs by layout, so only letters and named keys compare it.
  if (!symbol && event.shiftKey !== want.shift) return false;
  if (event.key.toLowerCase() === want.key.toLowerCase()) return true;
  // With Shift the key has a name of its own under X11.
  if (want.key === "Tab" && event.code === "Tab") return true;
  if (!single) return false;
  const typedLatin = /^[\x20-\x7e]$/.test(event.key);
  if (typedLatin && !want.alt) return false;
  if (event.code !== codeOf(want.key)) return false;
  return want.key === "?" ? event.shiftKey : !symbol || event.shiftKey === want.shift;
}

const NAMES: Record<string, string> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
  Delete: "Del",
};

/** What the caps of a binding say: ["Ctrl", "K"], or ["g", "i"] for one in two steps. */
export function caps(binding: string, on: Platform = platform): string[] {
  return steps(binding).flatMap((step) => {
    const { mod, alt, shift, key } = parse(step);
    const held = [
      mod ? (on === "mac" ? "⌘" : "Ctrl") : "",
      alt ? (on === "mac" ? "⌥" : "Alt") : "",
      shift ? (on === "mac" ? "⇧" : "Shift") : "",
    ].filter(Boolean);
    const name = key === " " ? "Space" : (NAMES[key] ?? key);
    return [...held, held.length > 0 && name.length === 1 ? name.toUpperCase() : name];
  });
}
