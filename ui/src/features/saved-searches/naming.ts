// What a saved search is called until a person names it, and when two are the same.

import type { HitKind, NameChoice } from "../../api/generated";
import { chipWords } from "../../strings/finding";
import { shownValue, takeApart } from "../search/queryText";

const LONGEST = 60;

/** A name made of what is asked for: "Kim Jong Un, not opinion, missile". */
export function nameOf(text: string): string {
  const { chips, words } = takeApart(`${text.trim()} `);
  const parts = chips.map((chip) => (chip.negated ? `${chipWords.not} ${shownValue(chip)}` : shownValue(chip)));
  if (words.trim() !== "") parts.push(words.trim());
  const name = parts.join(", ");
  const letters = [...name];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join("").trimEnd()}…` : name;
}

const inOrder = (kinds: readonly HitKind[]): string => [...kinds].sort().join();

type Asked = { text: string; kinds: readonly HitKind[]; names?: NameChoice | null };

/** Which names are not searched; nothing where all are. */
function switchedOff(names: NameChoice | null | undefined): string {
  return names ? [String(names.onlyTyped), ...[...names.without].sort()].join() : "false";
}

/** Whether both ask the same; their order of results says nothing about that. */
export function isSame(one: Asked, other: Asked): boolean {
  return one.text.trim() === other.text.trim() && inOrder(one.kinds) === inOrder(other.kinds) && switchedOff(one.names) === switchedOff(other.names);
}

/** Whether something came after `seen`, the beginning of an id: ids begin with their time. */
export function isNewer(id: string, seen: string): boolean {
  return id.replaceAll("-", "").slice(0, seen.length) > seen;
}
