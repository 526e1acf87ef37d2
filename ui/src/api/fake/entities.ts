// Development only: entities, mentions and search of the fake shell.

import type { Entity, EntityQuery, EntityRow, Mention, TagRequest } from "../generated";
import type { FakeCommand, FakeWorld } from "./fake";
import { chipsOf, ENTITIES, findMentions, type FakeEntity } from "./sample";

const scriptOf = (text: string): string =>
  /\p{Script=Hangul}/u.test(text) ? "Hang" : /\p{Script=Cyrillic}/u.test(text) ? "Cyrl" : /\p{Script=Arabic}/u.test(text) ? "Arab" : /\p{Script=Han}/u.test(text) ? "Hani" : "Latn";

function mark(words: string, needle: string): string[] {
  const at = words.toLowerCase().indexOf(needle.toLowerCase());
  return at < 0 ? [words] : [words.slice(0, at), words.slice(at, at + needle.length), words.slice(at + needle.length)];
}

export function entityCommands(world: FakeWorld): Record<string, FakeCommand> {
  const find = (id: string): FakeEntity => {
    const found = ENTITIES.find((e) => e.id === id);
    if (!found) throw { code: "not_found", detail: id };
    return found;
  };
  const merged = new Map<string, FakeEntity[]>();
  const articlesOf = (id: string): number => world.articles.filter((a) => !a.deleted && a.entities.some((e) => e.id === id)).length;
  const row = (e: FakeEntity): EntityRow => ({ id: e.id, kind: e.kind, name: e.name, articles: articlesOf(e.id) });
  const full = (e: FakeEntity): Entity => ({
    id: e.id,
    kind: e.kind,
    name: e.name,
    description: e.id === "entity-kim" ? "General Secretary of the Workers’ Party of Korea." : "",
    ownName: null,
    names: [...e.names.map((text) => ({ text, weak: false })), ...e.weak.map((text) => ({ text, weak: true }))].map(({ text, weak }) => ({
      id: `${e.id}/${text}`,
      text,
      strength: weak ? "weak" : "strong",
      preferred: text === e.name,
      script: scriptOf(text),
      mentions: world.articles.flatMap((a) => a.mentions).filter((m) => m.matched === text).length,
    })),
    articles: articlesOf(e.id),
    mentions: world.articles.flatMap((a) => a.mentions).filter((m) => m.entity === e.id).length,
    months: [
      { month: "2021-12", articles: 3 },
      { month: "2022-02", articles: 7 },
      { month: "2022-05", articles: 12 },
    ],
    together: ENTITIES.filter((other) => other !== e).slice(0, 6).map((other, i) => ({ entity: row(other), shared: 9 - i })),
    merged: (merged.get(e.id) ?? []).map((part) => ({ id: part.id, kind: part.kind, name: part.name, mergedAt: "2024-06-19T08:00:00Z" })),
    picture: null,
    relations: [],
    fields: [],
    deleted: false,
  });
  const edit = (id: string, change: (e: FakeEntity) => void, action = "editEntity"): Entity => {
    const e = find(id);
    change(e);
    world.did(action, e.name, () => undefined);
    world.change({ changed: "entities", ids: [id] });
    return full(e);
  };
  const ofName = (name: string): string => name.split("/")[0] ?? "";
  const textOf = (name: string): string => name.split("/").slice(1).join("/");
  const setStatus = (ids: string[], status: Mention["status"]): void => {
    for (const article of world.articles) {
      if (!article.mentions.some((m) => ids.includes(m.id))) continue;
      article.mentions = article.mentions.map((m) => (ids.includes(m.id) ? { ...m, status } : m));
      article.entities = chipsOf(article.mentions);
      world.change({ changed: "articles", ids: [article.id] });
    }
  };

  const listed = (query: EntityQuery): EntityRow[] =>
    ENTITIES.filter((e) => query.kinds.length === 0 || query.kinds.includes(e.kind))
      .map(row)
      .sort((a, b) => (query.sort === "name" ? a.name.localeCompare(b.name) : b.articles - a.articles));

  return {
    entity_all: ({ query }) => listed(query),
    entity_rows: ({ ids }) => ENTITIES.filter((e) => (ids as string[]).includes(e.id)).map(row),
    entity_list: ({ query, offset, limit }) => {
      const rows = listed(query);
      const byKind = (["person", "organisation", "place", "event"] as const).map((kind) => ENTITIES.filter((e) => e.kind === kind).length);
      return { total: rows.length, offset, rows: rows.slice(offset, offset + limit), byKind };
    },
    entity_get: ({ id }) => full(find(id)),
    entity_places: () => [],
    entity_neighbourhood: ({ id, query }) => {
      const others = ENTITIES.filter((e) => e.id !== id && (query.kinds.length === 0 || query.kinds.includes(e.kind)));
      const neighbours = others.slice(0, query.limit).map((e, nth) => ({ entity: row(e), shared: 20 - nth }));
      const links = neighbours.slice(1).map(({ entity }, nth) => ({ one: neighbours[nth]!.entity.id, other: entity.id, shared: nth + 1 }));
      return { articles: articlesOf(id), more: false, neighbours, links: links.reverse() };
    },
    entity_complete: ({ text, limit }) =>
      ENTITIES.flatMap((e) => {
        const matched = [...e.names, ...e.weak].find((name) => {
          const [a, b] = [name.toLowerCase(), String(text).toLowerCase()];
          return a.includes(b) || b.includes(a);
        });
        return matched && text ? [{ ...row(e), matched }] : [];
      }).slice(0, limit),
    entity_create: ({ kind, name }) => {
      const e: FakeEntity = { id: `entity-${ENTITIES.length + 1}`, kind, name, names: [name], weak: [] };
      ENTITIES.push(e);
      world.did("createEntity", e.name, () => void ENTITIES.splice(ENTITIES.indexOf(e), 1));
      world.change({ changed: "entities", ids: [e.id] });
      return full(e);
    },
    entity_edit: ({ id, edit: { wanted: { name, kind } } }) =>
      edit(id, (e) => Object.assign(e, { name, kind, names: [...new Set([name, ...e.names])] }), "editEntity"),
    entity_add_name: ({ id, text, strength }) => edit(id, (e) => (strength === "weak" ? e.weak : e.names).push(text), "addName"),
    entity_set_name_strength: ({ name, strength }) =>
      edit(ofName(name), (e) => {
        const text = textOf(name);
        e.names = e.names.filter((n) => n !== text);
        e.weak = e.weak.filter((n) => n !== text);
        (strength === "strong" ? e.names : e.weak).push(text);
      }),
    entity_prefer_name: ({ name }) => edit(ofName(name), (e) => Object.assign(e, { name: textOf(name) })),
    entity_remove_name: ({ name }) => edit(ofName(name), (e) => Object.assign(e, { names: e.names.filter((n) => n !== textOf(name)) }), "removeName"),
    entity_delete: ({ id }) => {
      const [gone] = ENTITIES.splice(ENTITIES.indexOf(find(id)), 1);
      world.did("deleteEntity", gone?.name ?? "", () => gone && ENTITIES.push(gone));
      world.change({ changed: "entities", ids: [id] });
    },
    entity_plan_renamings: ({ ids, replacement }) =>
      (ids as string[]).map(find).flatMap((e) => {
        const to = replacement.find === "" ? e.name : e.name.replaceAll(replacement.find, replacement.with);
        return to === e.name ? [] : [{ id: e.id, kind: e.kind, from: e.name, to, doubt: null }];
      }),
    entity_rename_all: ({ renamings }) => {
      for (const { id, to } of renamings as { id: string; to: string }[]) Object.assign(find(id), { name: to });
      world.did("editEntities", String(renamings.length), () => undefined);
      world.change({ changed: "entities", ids: [] });
      return renamings.length;
    },
    entity_set_picture: ({ id }) => edit(id, () => undefined),
    entity_choose_picture: () => null,
    entity_scripts: () => ["Latn", "Hang", "Cyrl", "Arab"],
    entity_alike: ({ id }) =>
      id === "entity-kim"
        ? ENTITIES.filter((e) => e.id !== id && e.kind === "person").slice(0, 2).map((e) => ({ entity: row(e), by: "sound", name: e.name, own: "Kim Jong Un", sharedArticles: 1, sharedCompany: 4 }))
        : [],
    entity_tell_apart: ({ other }) => world.did("tellApart", find(other).name, () => undefined),
    entity_set_kinds: ({ ids, kind }) => {
      for (const id of ids as string[]) Object.assign(find(id), { kind });
      world.did("editEntities", String(ids.length), () => undefined);
      world.change({ changed: "entities", ids: [] });
    },
    entity_delete_all: ({ ids }) => {
      const gone = (ids as string[]).flatMap((id) => ENTITIES.splice(ENTITIES.indexOf(find(id)), 1));
      world.did("deleteEntities", String(gone.length), () => ENTITIES.push(...gone));
      world.change({ changed: "entities", ids: [] });
    },
    entity_set_fields: ({ id }) => full(find(id)),
    relation_put: ({ relation }) => full(find((relation as { from: string }).from)),
    relation_remove: () => undefined,
    entities_plan: ({ text, kind }) => {
      const names = String(text).split("\n").map((line) => line.trim()).filter(Boolean);
      const rows = names.map((name) => ({ name, kind, fate: ENTITIES.some((e) => e.names.includes(name)) ? "linked" : "made", kept: null, unknownKind: null, newNames: 1 }));
      const made = rows.filter((each) => each.fate === "made").length;
      return { made, linked: rows.length - made, doubtful: 0, newNames: 0, newRelations: 0, repeated: 0, unread: 0, unreadLines: [], unclosedQuote: null, rows };
    },
    entities_import: () => ({ total: 0, done: 0, made: 0, linked: 0, leftOut: 0, takenBack: false }),
    entities_import_cancel: () => undefined,
    entities_choose: () => null,
    entities_take_drops: () => undefined,
    entities_export: () => null,
    entity_merge: ({ into, others }) => {
      const kept = find(into);
      for (const other of (others as string[]).map(find)) {
        ENTITIES.splice(ENTITIES.indexOf(other), 1);
        kept.names.push(...other.names);
        merged.set(kept.id, [other, ...(merged.get(kept.id) ?? [])]);
        world.did("mergeEntities", other.name, () => ENTITIES.push(other));
      }
      world.change({ changed: "entities", ids: [] });
      return full(kept);
    },
    entity_split: ({ part }) => {
      for (const [holder, parts] of merged) {
        const gone = parts.find((each) => each.id === part);
        if (!gone) continue;
        merged.set(holder, parts.filter((each) => each !== gone));
        const kept = find(holder);
        kept.names = kept.names.filter((name) => !gone.names.includes(name));
        ENTITIES.push(gone);
      }
      world.did("splitEntity", find(part).name, () => undefined);
      world.change({ changed: "entities", ids: [] });
      return full(find(part));
    },
    mention_tag: ({ request }: { request?: TagRequest }) => {
      const { article: id, span, target, scope } = request!;
      const article = world.article(id);
      let e = target.is === "known" ? find(target.id) : undefined;
      const created = !e;
      if (!e && target.is === "new") {
        e = { id: `entity-${ENTITIES.length + 1}`, kind: target.kind, name: target.name, names: [target.name], weak: [] };
        ENTITIES.push(e);
      }
      const text = span.block === -2 ? article.title : span.block === -1 ? (article.standfirst ?? "") : (article.blocks[span.block]?.text ?? "");
      const words = [...text].slice(span.start, span.end).join("");
      if (scope === "always") e!.weak.push(words);
      const spans =
        scope === "mention"
          ? [span]
          : article.blocks.flatMap((block, at) => {
              const found: (typeof span)[] = [];
              for (let i = block.text.indexOf(words); i >= 0; i = block.text.indexOf(words, i + 1)) {
                const start = [...block.text.slice(0, i)].length;
                found.push({ block: at, start, end: start + [...words].length });
              }
              return found;
            });
      for (const one of spans) {
        article.mentions = article.mentions.filter((m) => m.anchor.span.block !== one.block || m.anchor.span.end <= one.start || one.end <= m.anchor.span.start);
        article.mentions.push({ ...findMentions(0, "Russia")[0]!, entity: e!.id, kind: e!.kind, name: e!.name, anchor: { span: one, exact: words, prefix: "", suffix: "" }, status: "confirmed", by: "person", matched: null });
      }
      article.entities = chipsOf(article.mentions);
      world.did("tag", e!.name, () => undefined);
      world.change({ changed: "articles", ids: [id] });
      return { entity: e!.id, name: e!.name, created, added: spans.length };
    },
    mention_untag: ({ ids }) => setStatus(ids, "rejected"),
    mention_confirm: ({ ids }) => setStatus(ids, "confirmed"),
    mention_reject: ({ ids }) => setStatus(ids, "rejected"),
    search_read: ({ text }) => ({ tokens: [], asked: [{ asked: "words", words: String(text).split(/\s+/) }], offers: [] }),
    search_facets: () => ({ byKind: { articles: 0, notes: 0, entities: 0, quotes: 0 }, languages: [], outlets: [], entities: [], states: [], moreOutlets: 0, moreEntities: 0, months: [] }),
    search_stop: () => undefined,
    search_mark_texts: ({ texts }) => (texts as string[]).map((text) => [text]),
    search_related: () => [],
    search_run: ({ query }) => {
      const needle = String(query.text).trim();
      const hits = needle
        ? world.articles.flatMap((a) => {
            const at = a.blocks.findIndex((b) => b.text.toLowerCase().includes(needle.toLowerCase()));
            if (at < 0 && !a.title.toLowerCase().includes(needle.toLowerCase())) return [];
            const words = a.blocks[at]?.text ?? "";
            const start = words.toLowerCase().indexOf(needle.toLowerCase());
            const span = at < 0 ? null : { block: at, start, end: start + needle.length };
            return [{ target: { hit: "article", id: a.id, outlet: a.outlet, published: a.published, language: a.language, at: span }, title: mark(a.title, needle), snippet: at < 0 ? [] : mark(words.slice(0, 240), needle), via: [], words: [], score: 1 }];
          })
        : [];
      const people = needle
        ? ENTITIES.filter((e) => [...e.names, ...e.weak].some((name) => name.toLowerCase().includes(needle.toLowerCase()))).map((e) => ({
            target: { hit: "entity", id: e.id, kind: e.kind, articles: articlesOf(e.id) },
            title: mark(e.name, needle),
            snippet: [],
            via: [], words: [],
            score: 2,
          }))
        : [];
      const wanted = (kind: string): boolean => query.kinds.length === 0 || query.kinds.includes(kind);
      const all = [...(wanted("entity") ? people : []), ...(wanted("article") ? hits : [])];
      return {
        hits: all.slice(query.offset, query.offset + query.limit),
        total: all.length,
        byKind: { articles: wanted("article") ? hits.length : 0, notes: 0, entities: wanted("entity") ? people.length : 0, quotes: 0 },
        milliseconds: 3.2,
        waiting: needle === "waiting" ? 3 : 0,
      };
    },
  };
}
