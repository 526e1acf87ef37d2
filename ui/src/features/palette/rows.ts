/** What the palette lists for what was typed. */
import { entities, notes, search } from "../../api/client";
import type { EntityKind, LinkTarget } from "../../api/generated";
import type { IconName } from "../../components/icons";
import type { Command, CommandId } from "../../keys/registry";
import { dossierWords } from "../../strings/dossiers";
import { count, noteWords, list as listWords, paletteWords as words } from "../../strings/en";
import { mergeCandidates } from "../notes/mergeCandidates";
import { labelMatches, type PalettePrompt } from "./prompt";
import { recents } from "./recents.svelte";

export type PaletteAct =
  | { do: "open"; target: LinkTarget }
  | { do: "run"; command: CommandId }
  | { do: "search"; text: string }
  | { do: "newNote"; title: string };

export type PaletteRow = {
  key: string;
  group: string;
  title: string;
  detail: string;
  mark: { kind: EntityKind } | { icon: IconName };
  /** The shortcut that does the same. */
  keys: string;
  act: PaletteAct;
};

type Runnable = Command & { id: CommandId };

const ROWS = 8;
const ASKED = 24;
const MANY = 40;

const ICON_OF: Record<LinkTarget["to"], IconName> = { article: "library", entity: "entities", note: "note", quote: "quote", dossier: "dossier" };

function openRow(
  group: string,
  target: LinkTarget,
  title: string,
  kind: EntityKind | null,
  detail: string,
): PaletteRow {
  const icon: IconName = ICON_OF[target.to];
  const untitled = target.to === "note" ? noteWords.untitled : listWords.untitled;
  return {
    key: `${target.to}:${target.id}`,
    group,
    title: title || untitled,
    detail,
    mark: kind === null ? { icon } : { kind },
    keys: "",
    act: { do: "open", target },
  };
}

export function commandRows(commands: readonly Runnable[], query: string): PaletteRow[] {
  return commands
    .filter((command) => !command.hidden && labelMatches(command.label, query))
    .map((command) => ({
      key: command.id,
      group: words.commands,
      title: command.label,
      detail: "",
      mark: { icon: "forward" },
      keys: command.keys[0] ?? "",
      act: { do: "run", command: command.id },
    }));
}

async function entityRows(query: string): Promise<PaletteRow[]> {
  const articles = (value: number): string => words.articles(count(value), value === 1);
  if (query === "") {
    const page = await entities.list({ kinds: [], sort: "articles", script: null, described: null, unreviewed: false, alike: false }, 0, ROWS);
    return page.rows.map((row) =>
      openRow(words.entities, { to: "entity", id: row.id }, row.name, row.kind, articles(row.articles)),
    );
  }
  const found = await entities.complete(query, MANY);
  return found.map((row) => {
    const alias = row.matched === row.name ? "" : row.matched;
    const detail = [alias, articles(row.articles)].filter(Boolean).join(", ");
    return openRow(words.entities, { to: "entity", id: row.id }, row.name, row.kind, detail);
  });
}

function newNoteRow(title: string): PaletteRow {
  return {
    key: "new-note",
    group: words.notes,
    title: words.newNote(title),
    detail: "",
    mark: { icon: "plus" },
    keys: "",
    act: { do: "newNote", title },
  };
}

async function noteRows(query: string): Promise<PaletteRow[]> {
  if (query === "") {
    const page = await notes.list(0, ROWS);
    return page.rows.map((row) => openRow(words.notes, { to: "note", id: row.id }, row.title, null, ""));
  }
  const found = (await notes.completeLink(query, 4 * MANY)).filter(({ target }) => target.to === "note");
  const rows = found.slice(0, MANY).map((each) => openRow(words.notes, each.target, each.title, null, ""));
  return [...rows, newNoteRow(query)];
}

async function goToRows(query: string): Promise<PaletteRow[]> {
  const found = mergeCandidates(await notes.completeLink(query, ASKED), ROWS);
  return found.map((each) => {
    const alias = each.matched === each.title ? "" : each.matched;
    const { to } = each.target;
    const sort = to === "note" ? words.note : to === "article" ? words.article : to === "dossier" ? dossierWords.one : "";
    return openRow(words.goTo, each.target, each.title, each.kind, each.detail ?? (alias || sort));
  });
}

async function searchRow(query: string): Promise<PaletteRow[]> {
  const found = await search.run({ text: query, kinds: [], offset: 0, limit: 1 });
  return [
    {
      key: "search",
      group: words.search,
      title: words.searchFor(query),
      detail: words.results(count(found.total), found.total === 1),
      mark: { icon: "search" },
      keys: "Mod+Shift+f",
      act: { do: "search", text: query },
    },
  ];
}

/** Rows for a prompt, in groups. `commands` are those that can run now; the switcher has none. */
export async function rowsFor(
  { mode, query }: PalettePrompt,
  commands: readonly Runnable[],
  switcher: boolean,
): Promise<PaletteRow[]> {
  if (mode === "commands") return commandRows(commands, query);
  if (mode === "entities") return entityRows(query);
  if (mode === "notes") return noteRows(query);
  if (query === "") {
    const opened = await recents();
    const rows = opened.map((each) => openRow(words.recent, each.target, each.title, each.kind, each.detail));
    return switcher ? rows : [...rows.slice(0, 6), ...commandRows(commands, "").slice(0, 10)];
  }
  if (switcher) return goToRows(query);
  const [places, everything] = await Promise.all([goToRows(query), searchRow(query).catch(() => [])]);
  return [...places, ...commandRows(commands, query).slice(0, 5), ...everything];
}
