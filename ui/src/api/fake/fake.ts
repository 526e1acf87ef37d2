// Development only: a shell in the page's memory, so that screens can be looked
// at in a plain browser. client.ts loads it under `vite dev` and nowhere else.

import type { DragState, Transport } from "../client";
import type { Article, Change, ImportItem, ImportProgress, ImportSource, WatchedFolder } from "../generated";
import { addCopies, copyCommands, folded } from "./copies";
import { entityCommands } from "./entities";
import { flagCommands, inScope } from "./flags";
import { noteCommands } from "./notes";
import { proposalCommands } from "./proposals";
import { chipsOf, findMentions, rowOf, sampleArticles } from "./sample";
import { textCommands } from "./texts";

export type Args = Record<string, never>;
export type FakeCommand = (args: Record<string, any>) => unknown;
export type FakeWorld = {
  articles: Article[];
  change: (change: Change) => void;
  did: (action: string, subject: string, undo: () => void) => void;
  article: (id: string) => Article;
};

const hearers = new Map<string, Set<(payload: unknown) => void>>();
const send = (event: string, payload: unknown): void => hearers.get(event)?.forEach((hear) => setTimeout(() => hear(payload)));
const undos: { id: number; action: string; subject: string; undo: () => void }[] = [];
const settings = new Map<string, string>();

const world: FakeWorld = {
  articles: addCopies(sampleArticles()),
  change: (change) => send("change", change),
  did: (action, subject, undo) => void undos.push({ id: undos.length + 1, action, subject, undo }),
  article: (id) => {
    const found = world.articles.find((article) => article.id === id);
    if (!found) throw { code: "not_found", detail: id };
    return found;
  },
};

function changed(article: Article, patch: Partial<Article>): Article {
  Object.assign(article, patch);
  world.change({ changed: "articles", ids: [article.id] });
  return structuredClone(article);
}

function recut(article: Article): void {
  article.blocks = article.pieces.flatMap((piece) => {
    if (piece.fate !== "body") return [];
    const old = article.blocks.find((block) => block.line === piece.line);
    return [old ?? { kind: "paragraph" as const, text: piece.text, credit: null, line: piece.line }];
  });
  let block = 0;
  article.pieces = article.pieces.map((piece) => (piece.fate === "body" ? { ...piece, block: block++ } : piece));
  article.mentions = article.blocks.flatMap((b, at) => findMentions(at, b.text));
  article.entities = chipsOf(article.mentions);
  article.textVersion += 1;
}

let lastImport: ImportProgress | undefined;
let importItems: ImportItem[] = [];
let watched: WatchedFolder[] = [];

const KINDS: Pick<ImportItem, "outcome" | "code" | "detail" | "title" | "article" | "original" | "copyOf">[] = [
  { outcome: "imported", code: "imported", detail: null, title: "North Korea defends Russia’s right to ‘safeguard the country’s dignity’", article: "article-independent", original: true, copyOf: null },
  { outcome: "needsAttention", code: "format_not_read", detail: null, title: null, article: null, original: true, copyOf: null },
  { outcome: "duplicate", code: "same_bytes", detail: null, title: "김정은동지께서 로씨야련방 대통령에게 축전을 보내시였다", article: "article-kcna", original: true, copyOf: null },
  { outcome: "imported", code: "imported", detail: null, title: "북한, 동해상으로 단거리 탄도미사일 3발 발사", article: "article-ko", original: true, copyOf: null },
  { outcome: "needsAttention", code: "consent_only", detail: null, title: null, article: null, original: true, copyOf: null },
  { outcome: "notImported", code: "offline", detail: null, title: null, article: null, original: false, copyOf: null },
  { outcome: "wireCopy", code: "wire_copy", detail: null, title: "Placeholder: outbreak confirmed", article: "article-wire-post", original: true, copyOf: { id: "article-wire", title: "Placeholder: North Korea confirms an outbreak and orders a national lockdown" } },
  { outcome: "newVersion", code: "new_version", detail: null, title: "A Moscou, un défilé du 9-Mai à l’ombre de la guerre en Ukraine", article: "article-fr", original: true, copyOf: null },
];

/** Plays an import of `total` things that are not there. */
function playImport(total: number, label: string | null): string {
  const id = `import-${Date.now()}`;
  importItems = [];
  const progress: ImportProgress = { import: id, label, door: "dropped", reading: null, done: 0, total, imported: 0, wireCopies: 0, newVersions: 0, duplicates: 0, needsAttention: 0, keptWithProblems: 0, openProblems: 0, notImported: 0, tagged: 0, state: "running", items: [] };
  lastImport = progress;
  const timer = setInterval(() => {
    if (progress.state !== "running") return clearInterval(timer);
    const kind = KINDS[progress.done % KINDS.length]!;
    const item: ImportItem = { id: `item-${id}-${progress.done}`, import: id, name: `file-${progress.done + 1}.${kind.code === "format_not_read" ? "pdf" : "html"}`, location: null, pickable: kind.original, resolved: false, ...kind };
    importItems.push(item);
    progress.done += 1;
    progress.reading = progress.done < total ? `file-${progress.done + 1}.html` : null;
    progress[({ imported: "imported", wireCopy: "wireCopies", newVersion: "newVersions", duplicate: "duplicates", needsAttention: "needsAttention", notImported: "notImported" } as const)[kind.outcome]] += 1;
    if (progress.done >= total) progress.state = "done";
    send("import_progress", structuredClone({ ...progress, items: [item] }));
  }, 60);
  return id;
}

const commands: Record<string, FakeCommand> = {
  notebook_current: () => ({ name: "Northeast Asia desk", path: "/home/reporter/Documents/Northeast Asia desk" }),
  notebook_recent: () => [{ name: "Middle East desk", path: "/home/reporter/Documents/Middle East desk" }],
  notebook_choose_open: () => null,
  notebook_choose_new: () => null,
  notebook_open: ({ path }) => ({ name: String(path).split("/").pop(), path }),
  notebook_counts: () => ({
    inbox: world.articles.filter((a) => !a.read && !a.deleted).length,
    articles: world.articles.filter((a) => !a.deleted).length,
    starred: world.articles.filter((a) => a.starred && !a.deleted).length,
    archived: world.articles.filter((a) => a.archived && !a.deleted).length,
    notes: 2,
    entities: 12,
    problems: importItems.filter((i) => i.outcome === "needsAttention" && !i.resolved).length,
    trash: world.articles.filter((a) => a.deleted).length,
    moving: 0,
    proposals: 4,
    quotes: 0,
  }),
  index_status: () => ({ indexed: 408, waiting: 0, rebuilding: false, broken: false }),
  index_health: () => ({
    covered: { articles: 394, notes: 2, entities: 12, quotes: 0 },
    kept: { articles: 394, notes: 2, entities: 12, quotes: 0 },
    waiting: 0,
    bytes: 2_400_000,
    segments: 3,
    version: 4,
    newestVersion: 4,
    rebuild: null,
    elsewhere: false,
    problem: null,
  }),
  index_rebuild: () => undefined,
  time_read: ({ typed }) => (/^\d{4}(-\d{2}){0,2}$/.test(typed as string) ? { iso: typed, zone: null } : null),
  date_read: ({ typed }) => (/^\d{4}(-\d{2}){0,2}$/.test(typed as string) ? typed : null),
  setting_get: ({ key }) => settings.get(key) ?? null,
  setting_set: ({ key, value }) => void settings.set(key, value),
  log_problem: ({ message }) => console.warn("log_problem", message),
  link_open: ({ url }) => console.info("link_open", url),
  redo_peek: () => null,
  redo: () => null,
  undo_peek: () => {
    const last = undos.at(-1);
    return last ? { id: last.id, action: last.action, subject: last.subject, count: null } : null;
  },
  undo: ({ step }) => {
    const at = step === null ? undos.length - 1 : undos.findIndex((u) => u.id === step);
    const [taken] = undos.splice(at, 1);
    taken?.undo();
    return taken ? { id: taken.id, action: taken.action, subject: taken.subject, count: null } : null;
  },
  article_list: ({ query, offset, limit }) => {
    const rows = world.articles.filter((a) => inScope(a, query.scope) && (!query.entity || a.entities.some((e) => e.id === query.entity)));
    if (query.sort === "title") rows.sort((a, b) => a.title.localeCompare(b.title));
    const listed = query.scope === "trash" || query.entity ? rows.map((a) => ({ ...rowOf(a), wire: null })) : folded(rows.map(rowOf));
    return { total: listed.length, articles: rows.length, offset, rows: listed.slice(offset, offset + limit) };
  },
  article_get: ({ id }) => world.article(id),
  article_original: ({ id }) => ({
    pages: false,
    html: `<pre>${world.article(id).pieces.map((p) => p.text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")).join("\n\n")}</pre>`,
    encoding: "UTF-8",
    intact: true,
  }),
  article_edit_field: ({ id, field, value, zone }) => {
    const article = world.article(id);
    const entry = article.provenance.find((p) => p.field === field);
    const candidate = { value: value ?? "", zone, origin: { source: "person" as const } };
    if (entry) entry.candidates = [entry.candidates.find((c) => c.value === value) ?? candidate, ...entry.candidates.filter((c) => c.value !== value)];
    else article.provenance.push({ field, candidates: [candidate] });
    world.did("editField", article.title, () => undefined);
    return changed(article, field === "byline" ? { byline: value.split(", ") } : field === "published" ? { published: { iso: value, zone } } : { [field]: value });
  },
  article_restore_piece: ({ id, line }) => {
    const article = world.article(id);
    article.pieces = article.pieces.map((p) => (p.line === line ? { line: p.line, text: p.text, fate: "body", block: 0 } : p));
    recut(article);
    world.did("restoreText", article.title, () => undefined);
    return changed(article, {});
  },
  article_remove_piece: ({ id, line }) => {
    const article = world.article(id);
    article.pieces = article.pieces.map((p) => (p.line === line ? { line: p.line, text: p.text, fate: "removed", reason: "person", repeats: null } : p));
    recut(article);
    world.did("removeText", article.title, () => undefined);
    return changed(article, {});
  },
  article_mark_read: ({ ids, read }) => ids.forEach((id: string) => changed(world.article(id), { read })),
  article_delete: ({ ids }) => {
    ids.forEach((id: string) => changed(world.article(id), { deleted: true }));
    world.did("deleteArticle", world.article(ids[0]).title, () => ids.forEach((id: string) => changed(world.article(id), { deleted: false })));
  },
  article_reread: ({ ids }) => ({ total: ids.length, done: ids.length, changed: 0, unread: 0 }),
  article_restore: ({ ids }) => ids.forEach((id: string) => changed(world.article(id), { deleted: false })),
  import_choose: () => playImport(60, "DPRK-2022"),
  import_choose_folder: () => playImport(212, "Desktop/DPRK-2022"),
  import_start: ({ sources }: { sources?: ImportSource[] }) => playImport(sources?.length ?? 1, null),
  import_cancel: () => {
    if (!lastImport) return;
    lastImport.state = "cancelled";
    send("import_progress", { ...lastImport, items: [] });
  },
  import_undo: () => undefined,
  import_items: ({ outcome, offset, limit }) => {
    const rows = importItems.filter((item) => outcome === null || item.outcome === outcome).reverse();
    return { total: rows.length, offset, rows: rows.slice(offset, offset + limit) };
  },
  import_recent: () => (lastImport ? [{ ...lastImport, items: [] }] : []),
  import_problems: () => importItems.filter((i) => i.outcome === "needsAttention" && !i.resolved),
  import_original: () => ({ html: "<pre>The kept bytes, as text.</pre>", encoding: "windows-1251", intact: true }),
  import_resolve: ({ ids }) => {
    importItems = importItems.map((i) => (ids.includes(i.id) ? { ...i, resolved: true } : i));
    world.change({ changed: "imports", ids: [] });
  },
  import_fetch_saved: ({ ids }) => {
    importItems = importItems.map((i) => (ids.includes(i.id) ? { ...i, resolved: true } : i));
    return playImport(ids.length, null);
  },
  import_watched: () => watched,
  import_watch_choose: () => (watched = [{ path: "/home/ana/Saved pages", found: true }]),
  import_unwatch: ({ path }) => (watched = watched.filter((folder) => folder.path !== path)),
  article_reread_all: () => ({ total: world.articles.length, done: world.articles.length, changed: 0, unread: 0 }),
  article_reread_cancel: () => undefined,
  trash_contents: () => {
    const articles = world.articles.filter((a) => a.deleted).length;
    return { articles, originals: articles, bytes: articles * 148_000 };
  },
  trash_empty: () => {
    const gone = world.articles.filter((a) => a.deleted);
    world.articles = world.articles.filter((a) => !a.deleted);
    world.change({ changed: "articles", ids: gone.map(({ id }) => id) });
    return { total: gone.length, done: gone.length };
  },
  trash_cancel: () => undefined,
  ...flagCommands(world),
  ...textCommands(world),
  ...copyCommands(world),
  ...entityCommands(world),
  ...noteCommands(world),
  ...proposalCommands(world),
};

export function fakeShell(): Transport {
  // For looking at the drag overlay: dispatchEvent(new CustomEvent("fake-drag", { detail: … })).
  window.addEventListener("fake-drag", (event) => send("drag", (event as CustomEvent<DragState>).detail));
  return {
    invoke: async (command, args) => {
      const run = commands[command];
      if (!run) throw { code: "internal", detail: `the fake shell has no ${command}` };
      return structuredClone(await run(args));
    },
    listen: async (event, hear) => {
      const set = hearers.get(event) ?? new Set();
      hearers.set(event, set.add(hear as (payload: unknown) => void));
      return () => set.delete(hear as (payload: unknown) => void);
    },
  };
}
