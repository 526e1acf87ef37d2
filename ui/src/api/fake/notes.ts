// Development only: notes of the fake shell.

import type { LinkCandidate, LinkLabel, LinkTarget, Note, NoteQuery } from "../generated";
import type { FakeCommand, FakeWorld } from "./fake";
import { ENTITIES } from "./sample";

const LINK = /\[\[(article|entity|note):([^|\]]+)\|([^\]]*)\]\]/g;

export function noteCommands(world: FakeWorld): Record<string, FakeCommand> {
  const notes: Note[] = [
    {
      id: "note-1",
      title: "Pyongyang’s wartime vocabulary",
      body: "The 2022 greeting to [[entity:entity-putin|Vladimir Putin]] sets the [[entity:entity-vday|Victory Day]] formula beside a current campaign. Compare [[note:note-2|the train]] and [[note:note-gone|A deleted note]]; see [[article:article-independent|the report]].\n\n## What the message says\n\n> A quotation of *two* lines, to see\n> how they stand.\n\n- [x] read the English report\n- [ ] ask for the **full** text in `KCNA`\n  - a second level that is long enough to be set on more than one line of this column\n\nنص عربي في سطر خاص به\n\n- In the Korean text: ",
      createdAt: "2024-06-20T08:00:00Z",
      editedAt: "2024-06-21T08:00:00Z",
      revision: 1,
      deleted: false,
      template: false,
      links: [],
    },
    { id: "note-2", title: "Kim’s train, September 2023", body: "See [[note:note-1|Pyongyang’s wartime vocabulary]].", createdAt: "2024-06-01T08:00:00Z", editedAt: "2024-06-02T08:00:00Z", revision: 1, deleted: false, template: false, links: [] },
  ];
  const find = (id: string): Note => {
    const found = notes.find((note) => note.id === id);
    if (!found) throw { code: "not_found", detail: id };
    return found;
  };
  const label = (target: LinkTarget): LinkLabel => {
    const entity = target.to === "entity" ? ENTITIES.find((e) => e.id === target.id) : undefined;
    const title = target.to === "article" ? world.articles.find((a) => a.id === target.id)?.title : target.to === "note" ? notes.find((n) => n.id === target.id)?.title : entity?.name;
    return { target, title: title ?? "", kind: entity?.kind ?? null, gone: title === undefined };
  };
  const linksOf = (body: string): LinkLabel[] => [...body.matchAll(LINK)].map((m) => label({ to: m[1], id: m[2] } as LinkTarget));
  const plain = (body: string): string => body.replaceAll(LINK, "$3");

  return {
    note_list: ({ query, offset, limit }) => {
      const { sort, filter, templates } = query as NoteQuery;
      const by = { edited: (n: Note) => n.editedAt, created: (n: Note) => n.createdAt, title: () => "" }[sort];
      const kept = notes
        .filter((n) => !n.deleted && n.template === templates && n.title.toLowerCase().includes(filter.toLowerCase()))
        .sort((a, b) => by(b).localeCompare(by(a)) || a.title.localeCompare(b.title));
      return { total: kept.length, offset, rows: kept.slice(offset, offset + limit).map((n) => ({ id: n.id, title: n.title, excerpt: plain(n.body).slice(0, 120), listedAt: by(n) || n.editedAt })) };
    },
    note_get: ({ id }) => ({ ...find(id), links: linksOf(find(id).body) }),
    note_create: ({ title, body }) => {
      const now = new Date().toISOString();
      const note: Note = { id: `note-${notes.length + 1}`, title, body, createdAt: now, editedAt: now, revision: 1, deleted: false, template: false, links: [] };
      notes.push(note);
      world.change({ changed: "notes", ids: [note.id] });
      return { ...note, links: linksOf(body) };
    },
    note_save: ({ id, revision, title, body }) => {
      const note = find(id);
      if (note.revision !== revision) throw { code: "conflict", detail: String(note.revision) };
      Object.assign(note, { title, body, revision: revision + 1, editedAt: new Date().toISOString() });
      world.change({ changed: "notes", ids: [id] });
      return { revision: note.revision, editedAt: note.editedAt, links: linksOf(body) };
    },
    note_delete: ({ id }) => {
      find(id).deleted = true;
      world.did("deleteNote", find(id).title, () => void (find(id).deleted = false));
      world.change({ changed: "notes", ids: [id] });
    },
    note_restore: ({ id }) => void (find(id).deleted = false),
    note_backlinks: ({ target }) => {
      const rows = notes
        .filter((n) => !n.deleted && n.id !== target.id && n.body.includes(`[[${target.to}:${target.id}|`))
        .map((n) => ({ note: n.id, position: 0, title: n.title, context: plain(n.body).split("\n")[0] ?? "" }));
      return { total: rows.length, rows };
    },
    note_mentions: () => [],
    note_templates: () => [],
    note_versions: () => [],
    link_named: () => [],
    link_complete: ({ text, limit }) => {
      const needle = String(text).toLowerCase();
      const found: LinkCandidate[] = [
        ...ENTITIES.flatMap((e): LinkCandidate[] => {
          const matched = [...e.names, ...e.weak].find((name) => name.toLowerCase().startsWith(needle));
          return matched ? [{ target: { to: "entity", id: e.id }, title: e.name, kind: e.kind, matched, detail: null }] : [];
        }),
        ...notes.filter((n) => n.title.toLowerCase().includes(needle)).map((n): LinkCandidate => ({ target: { to: "note", id: n.id }, title: n.title, kind: null, matched: n.title, detail: null })),
        ...world.articles.filter((a) => a.title.toLowerCase().includes(needle)).map((a): LinkCandidate => ({ target: { to: "article", id: a.id }, title: a.title, kind: null, matched: a.title, detail: [a.outlet, a.published?.iso.slice(0, 4)].filter(Boolean).join(", ") })),
      ];
      return found.slice(0, limit);
    },
  };
}
