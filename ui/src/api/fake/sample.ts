// Development only: articles to look at without a shell. Never part of a build.

import type { Article, ArticleRow, Block, EntityKind, Fate, Mention, SourcePiece } from "../generated";
import text from "./independent.txt?raw";

export type FakeEntity = { id: string; kind: EntityKind; name: string; names: string[]; weak: string[] };

const entity = (id: string, kind: EntityKind, name: string, names: string[] = [], weak: string[] = []): FakeEntity => ({
  id: `entity-${id}`,
  kind,
  name,
  names: [name, ...names],
  weak,
});

export const ENTITIES: FakeEntity[] = [
  entity("kim", "person", "Kim Jong Un", ["Kim Jong-un", "김정은", "Ким Чен Ын", "金正恩", "كيم جونغ أون"], ["Mr Jong Un"]),
  entity("putin", "person", "Vladimir Putin", ["Путин", "普京", "بوتين"]),
  entity("russia", "place", "Russia", ["Россия", "러시아"]),
  entity("nk", "place", "North Korea", ["북한"]),
  entity("moscow", "place", "Moscow"),
  entity("us", "place", "United States", [], ["US"]),
  entity("kcna", "organisation", "KCNA", ["Korean Central News Agency"]),
  entity("nato", "organisation", "Nato"),
  entity("unsc", "organisation", "UN Security Council"),
  entity("mofa", "organisation", "Foreign Ministry", [], ["foreign ministry"]),
  entity("vday", "event", "Victory Day"),
  entity("ww2", "event", "World War II", [], ["World War II"]),
];

type Cut = { fate: "removed"; reason: "comments" | "account" | "repeated"; repeats: number | null };
const cut = (reason: Cut["reason"], repeats: number | null = null): Cut => ({ fate: "removed", reason, repeats });

function fateOf(line: number, block: () => number): Fate {
  if (line === 1) return { fate: "title" };
  if (line === 3) return { fate: "standfirst" };
  if (line === 5) return { fate: "byline" };
  if (line === 6) return { fate: "published" };
  if (line === 7 || line === 34 || line === 36 || line === 38) return cut("comments");
  if (line === 9) return cut("repeated", 8);
  if (line === 21) return cut("repeated", 22);
  if (line >= 40) return cut("account");
  return { fate: "body", block: block() };
}

let mentionNumber = 0;

/** Names found in a block, longest first, never overlapping. */
export function findMentions(block: number, words: string): Mention[] {
  const found: Mention[] = [];
  const names = ENTITIES.flatMap((e) => [
    ...e.names.map((name) => ({ e, name, sure: !e.weak.includes(name) })),
    ...e.weak.map((name) => ({ e, name, sure: false })),
  ]).sort((a, b) => b.name.length - a.name.length);
  for (const { e, name, sure } of names) {
    for (let at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + 1)) {
      const start = [...words.slice(0, at)].length;
      const end = start + [...name].length;
      if (found.some((m) => m.anchor.span.start < end && start < m.anchor.span.end)) continue;
      mentionNumber += 1;
      found.push({
        id: `mention-${mentionNumber}`,
        entity: e.id,
        kind: e.kind,
        name: e.name,
        anchor: { span: { block, start, end }, exact: name, prefix: "", suffix: "" },
        status: sure ? "confirmed" : "suggested",
        by: "name",
        matched: name,
        orphaned: false,
      });
    }
  }
  return found.sort((a, b) => a.anchor.span.start - b.anchor.span.start);
}

export function chipsOf(mentions: Mention[]): Article["entities"] {
  const chips = new Map<string, Article["entities"][number]>();
  for (const m of mentions) {
    if (m.status === "rejected") continue;
    const chip = chips.get(m.entity) ?? { id: m.entity, kind: m.kind, name: m.name, count: 0, suggested: true };
    chips.set(m.entity, { ...chip, count: chip.count + 1, suggested: chip.suggested && m.status === "suggested" });
  }
  return [...chips.values()].sort((a, b) => b.count - a.count);
}

export function rowOf(article: Article): ArticleRow {
  const sure = article.entities.filter((chip) => !chip.suggested);
  const { id, title, outlet, published, importedAt, language, read, starred, archived } = article;
  return { id, title, outlet, published, importedAt, language, read, starred, archived, entities: sure.slice(0, 3), moreEntities: Math.max(0, sure.length - 3), wire: article.wire };
}

function independent(): Article {
  const blocks: Block[] = [];
  const pieces: SourcePiece[] = text.split("\n").flatMap((words, at) => {
    const line = at + 1;
    if (words.trim() === "") return [];
    const fate = fateOf(line, () => {
      const caption = line === 8 || line === 22;
      blocks.push({ kind: caption ? "caption" : "paragraph", text: words.trim(), credit: line === 22 ? "AP" : null, line });
      return blocks.length - 1;
    });
    return [{ line, text: words.trim(), ...fate }];
  });
  const mentions = blocks.flatMap((block, at) => findMentions(at, block.text));
  return {
    id: "article-independent",
    title: text.split("\n")[0] ?? "",
    standfirst: text.split("\n")[2] ?? null,
    byline: ["Thomas Kingsley"],
    outlet: "The Independent",
    published: { iso: "2022-05-10T16:14+01:00", zone: "BST" },
    updated: null,
    language: "en",
    canonicalUrl: null,
    tags: [],
    section: null,
    place: null,
    agencies: [],
    blocks,
    pieces,
    provenance: [
      { field: "title", candidates: [{ value: text.split("\n")[0] ?? "", zone: null, origin: { source: "line", line: 1 } }] },
      { field: "outlet", candidates: [
        { value: "The Independent", zone: null, origin: { source: "inferred", from: "other Independent readers" } },
        { value: "Independent 2022", zone: null, origin: { source: "fileName" } },
      ] },
      { field: "byline", candidates: [{ value: "Thomas Kingsley", zone: null, origin: { source: "line", line: 5 } }] },
      { field: "published", candidates: [{ value: "2022-05-10T16:14+01:00", zone: "BST", origin: { source: "line", line: 6 } }] },
      { field: "language", candidates: [{ value: "en", zone: null, origin: { source: "inferred", from: "the text" } }] },
    ],
    warnings: [],
    mentions,
    proposals: [],
    entities: chipsOf(mentions),
    original: { sha256: "e8e3cc7851f3c9a0b9bb6f1a6c9f6a0f34c2aa1b6a1e5d3e0f1c2b3a49586776", size: 3321, name: "independent-2022-05-10.txt", location: "/home/reporter/Desktop/independent-2022-05-10.txt", mediaType: "text/plain", encoding: "UTF-8" },
    importedAt: "2024-06-24T08:41:00Z",
    read: true,
    starred: false,
    archived: false,
    deleted: false,
    words: 313,
    textVersion: 1,
    textOrigin: { by: "rules" },
    reading: null,
    corrected: [],
    versions: 1,
    wire: null,
  };
}

function brief(id: string, language: string, outlet: string, iso: string, title: string, body: string[], read = true): Article {
  const blocks: Block[] = body.map((words, at) => ({ kind: "paragraph", text: words, credit: null, line: at + 2 }));
  const mentions = [...findMentions(-2, title), ...blocks.flatMap((block, at) => findMentions(at, block.text))];
  return {
    id: `article-${id}`,
    title,
    standfirst: null,
    byline: [],
    outlet,
    published: iso ? { iso, zone: null } : null,
    updated: null,
    language,
    canonicalUrl: `https://example.org/${id}`,
    tags: [],
    section: null,
    place: null,
    agencies: [],
    blocks,
    pieces: [
      { line: 1, text: title, fate: "title" },
      ...blocks.map((block, at): SourcePiece => ({ line: block.line, text: block.text, fate: "body", block: at })),
    ],
    provenance: [
      { field: "title", candidates: [{ value: title, zone: null, origin: { source: "openGraph", property: "og:title" } }] },
      { field: "outlet", candidates: [{ value: outlet, zone: null, origin: { source: "jsonLd", path: "publisher.name" } }] },
      ...(iso ? [{ field: "published" as const, candidates: [{ value: iso, zone: null, origin: { source: "jsonLd" as const, path: "datePublished" } }] }] : []),
    ],
    warnings: [],
    mentions,
    proposals: [],
    entities: chipsOf(mentions),
    original: { sha256: "0f".repeat(32), size: 20480, name: `${id}.html`, location: `https://example.org/${id}`, mediaType: "text/html", encoding: "UTF-8" },
    importedAt: "2024-06-24T08:41:00Z",
    read,
    starred: false,
    archived: false,
    deleted: false,
    words: body.join(" ").split(" ").length,
    textVersion: 1,
    textOrigin: { by: "rules" },
    reading: null,
    corrected: [],
    versions: 1,
    wire: null,
  };
}

/** `?rows=100000` in the address makes a long list. */
export function sampleArticles(more = Number(new URLSearchParams(location.search).get("rows") ?? 400)): Article[] {
  return [
    brief("wire", "en", "Example Wire", "2022-05-12T05:10Z", "Placeholder: North Korea confirms an outbreak and orders a national lockdown", ["North Korea ordered a lockdown. Kim Jong Un chaired a meeting.", "A second paragraph of placeholder text 🚀 with astral signs 𝒜 in it."], false),
    brief("ko", "ko", "연합뉴스", "2022-05-12T18:45+09:00", "북한, 동해상으로 단거리 탄도미사일 3발 발사", ["북한이 동해상으로 미사일을 발사했다. 김정은 위원장이 참관했다."], false),
    independent(),
    brief("zh", "zh", "新华社", "2022-05-10T11:02+08:00", "金正恩致电普京祝贺卫国战争胜利日", ["金正恩致电俄罗斯总统普京。"]),
    brief("ru", "ru", "ТАСС", "2022-05-10T01:28+03:00", "Ким Чен Ын поздравил Путина с Днём Победы", ["Лидер КНДР Ким Чен Ын направил телеграмму."], false),
    brief("ar", "ar", "الجزيرة", "2022-05-09T14:20+03:00", "بوتين يلقي خطاب يوم النصر في الساحة الحمراء وسط الحرب في أوكرانيا", ["ألقى الرئيس الروسي بوتين خطابا في الساحة الحمراء.", "فقرة ثانية للتجربة."]),
    brief("kcna", "ko", "조선중앙통신", "2022-05-09", "김정은동지께서 로씨야련방 대통령에게 축전을 보내시였다", ["김정은동지께서 축전을 보내시였다."]),
    brief("fr", "fr", "Le Monde", "2022-05-09T12:36+02:00", "A Moscou, un défilé du 9-Mai à l’ombre de la guerre en Ukraine", ["Le président Vladimir Putin a pris la parole."]),
    ...Array.from({ length: more }, (_, i) =>
      brief(`old-${i}`, "en", `Example Outlet ${i % 7}`, `2021-${String(12 - (Math.floor(i / 34) % 12)).padStart(2, "0")}-${String(28 - (i % 28)).padStart(2, "0")}`, `Placeholder headline number ${i + 1}${i % 3 === 0 ? " that runs on to a second line so that rows differ in height" : ""}`, ["Placeholder text on Russia."]),
    ),
  ];
}
