/** Names of an entity by script, as the page shows them. */
import type { Entity, EntityName } from "../../api/generated";
import { entityWords as words } from "../../strings/en";

export type ScriptGroup = { script: string; names: EntityName[] };

function labelOf(script: string): string {
  return words.scripts[script] ?? words.otherScripts;
}

/** Groups by what a reader calls the script: the preferred name's first, then the most mentioned. */
export function groupByScript(names: readonly EntityName[]): ScriptGroup[] {
  const groups = new Map<string, EntityName[]>();
  for (const name of names) {
    const label = labelOf(name.script);
    groups.set(label, [...(groups.get(label) ?? []), name]);
  }
  const rank = (group: ScriptGroup): number =>
    group.names.some((name) => name.preferred)
      ? Number.POSITIVE_INFINITY
      : group.names.reduce((sum, name) => sum + name.mentions, 0);
  return [...groups]
    .map(([script, members]) => ({
      script,
      names: members.toSorted(
        (a, b) => Number(b.preferred) - Number(a.preferred) || b.mentions - a.mentions || a.text.localeCompare(b.text),
      ),
    }))
    .sort((a, b) => rank(b) - rank(a) || a.script.localeCompare(b.script));
}

/** Names of a script that are shown before one asks for the others, where an entity has many. */
const SHOWN = 3;
/** Names that are shown all at once. */
const FEW = 16;

/** Of a group, the names that stand there unasked: those that are found most. */
export function shownOf(group: ScriptGroup, all: number): EntityName[] {
  return all <= FEW || group.names.length <= SHOWN + 1 ? group.names : group.names.slice(0, SHOWN);
}

/** Names that a line has room for. */
const IN_LINE = 6;

/** What else an entity is called: names that the notebook has met, and of each further script one; then the others. */
export function namesToRead(names: readonly EntityName[]): { first: EntityName[]; others: EntityName[] } {
  const groups = groupByScript(names.filter(({ preferred }) => !preferred));
  const met = groups.flatMap((group) => group.names.filter(({ mentions }) => mentions > 0)).toSorted((a, b) => b.mentions - a.mentions);
  const scripts = new Set(met.concat(names.filter(({ preferred }) => preferred)).map(({ script }) => labelOf(script)));
  const leading = groups.filter(({ script }) => !scripts.has(script)).flatMap((group) => group.names.slice(0, 1));
  const first = [...met, ...leading].slice(0, IN_LINE);
  const rest = groups.flatMap((group) => group.names).filter((name) => !first.includes(name));
  // A button for one name takes more room than the name.
  return rest.length === 1 ? { first: [...first, ...rest], others: [] } : { first, others: rest };
}

/** The name beside the title: in the script of the entity's own country, or else in another script. */
export function nameBeside({ names, ownName }: Pick<Entity, "names" | "ownName">): EntityName | undefined {
  return names.find(({ id }) => id === ownName) ?? nameInOtherScript(names);
}

/**
 * The most mentioned name in another script than the preferred one's: "김정은" beside "Kim Jong Un".
 * Where none is mentioned, nothing says which of several scripts is the entity's own.
 */
export function nameInOtherScript(names: readonly EntityName[]): EntityName | undefined {
  const preferred = names.find((name) => name.preferred);
  if (!preferred) return undefined;
  const others = names
    .filter((name) => labelOf(name.script) !== labelOf(preferred.script) && name.strength !== "searchOnly")
    .toSorted((a, b) => b.mentions - a.mentions);
  const [most] = others;
  const isOnly = others.every((name) => most && labelOf(name.script) === labelOf(most.script));
  return most && (most.mentions > 0 || isOnly) ? most : undefined;
}

const LANGUAGES: Record<string, string> = {
  Hang: "ko",
  Kore: "ko",
  Hani: "zh",
  Hans: "zh-Hans",
  Hant: "zh-Hant",
  Jpan: "ja",
  Hira: "ja",
  Kana: "ja",
  Arab: "ar",
  Hebr: "he",
};

/** The language whose letterforms a script is set in; nothing where the script does not tell. */
export function languageOfScript(script: string): string | undefined {
  return LANGUAGES[script];
}
