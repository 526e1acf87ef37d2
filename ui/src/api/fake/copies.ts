// Development only: versions and wire copies of the sample, with a difference that
// takes the words before and after a change as they are.

import type { Article, ArticleRow, DiffRun, PartDiff, TextDiff, WireGroup } from "../generated";
import type { FakeCommand, FakeWorld } from "./fake";

const LOCKDOWN = [
  "North Korea confirmed its first outbreak and ordered every city to lock down, state media said on Thursday.",
  "Kim Jong Un chaired a meeting of the party’s bureau and called the matter the gravest emergency so far.",
  "Samples were taken from people in Pyongyang on Sunday, the report said, without saying how many fell ill.",
];
/** The same text as three outlets print it. */
const COPIES = [
  { id: "article-wire", outlet: "Example Wire", body: LOCKDOWN },
  { id: "article-wire-post", outlet: "The Example Post", body: [LOCKDOWN[0]!.replace("state media said on Thursday", "reports said"), LOCKDOWN[1]!] },
  { id: "article-wire-phare", outlet: "Le Phare", body: [LOCKDOWN[0]!, LOCKDOWN[2]!, "Neighbours closed their border posts the same evening."] },
];
const GROUP = "wire-lockdown";
/** A text that was saved twice. */
const SAVED_TWICE = "article-fr";

function runs(before: string, after: string): DiffRun[] {
  const [old, now] = [before.split(/(?<=\s)/), after.split(/(?<=\s)/)];
  let head = 0;
  while (head < Math.min(old.length, now.length) && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const parts: DiffRun[] = [
    { kind: "same", text: now.slice(0, head).join("") },
    { kind: "deleted", text: old.slice(head, old.length - tail).join("") },
    { kind: "inserted", text: now.slice(head, now.length - tail).join("") },
    { kind: "same", text: now.slice(now.length - tail).join("") },
  ];
  return parts.filter(({ text }) => text !== "");
}

const words = (parts: PartDiff[], kind: DiffRun["kind"]): number =>
  parts.flatMap((part) => part.runs).filter((run) => run.kind === kind).reduce((sum, { text }) => sum + text.trim().split(/\s+/).length, 0);

function compare(before: readonly string[], after: readonly string[]): TextDiff {
  const of = { part: "body", kind: "paragraph" } as const;
  const parts: PartDiff[] = [];
  for (let at = 0; at < Math.max(before.length, after.length); at += 1) {
    const [old, now] = [before[at], after[at]];
    if (old === undefined) parts.push({ of, change: "inserted", runs: [{ kind: "inserted", text: now ?? "" }] });
    else if (now === undefined) parts.push({ of, change: "deleted", runs: [{ kind: "deleted", text: old }] });
    else parts.push({ of, change: old === now ? "same" : "changed", runs: runs(old, now) });
  }
  return { parts, added: words(parts, "inserted"), removed: words(parts, "deleted") };
}

/** Makes the sample's copies and its second version. */
export function addCopies(articles: Article[]): Article[] {
  const lead = articles.find(({ id }) => id === "article-wire");
  if (!lead) return articles;
  const copies = COPIES.map(({ id, outlet, body }, at): Article => ({
    ...structuredClone(lead),
    id,
    outlet,
    published: { iso: `2022-05-12T0${5 + at}:10Z`, zone: null },
    blocks: body.map((text, line) => ({ kind: "paragraph", text, credit: null, line: line + 2 })),
    words: body.join(" ").split(" ").length,
  }));
  const rest = articles.filter(({ id }) => id !== "article-wire");
  const all = [...copies, ...rest];
  regroup(all, COPIES.map(({ id }) => id));
  const twice = all.find(({ id }) => id === SAVED_TWICE);
  if (twice) twice.versions = 2;
  return all;
}

function regroup(articles: Article[], ids: readonly string[]): void {
  const members = articles.filter(({ id, deleted }) => ids.includes(id) && !deleted);
  const wire = { group: GROUP, copies: members.length, outlets: members.map(({ outlet }) => outlet ?? "") };
  for (const article of articles) {
    if (COPIES.some(({ id }) => id === article.id)) article.wire = members.length > 1 && members.includes(article) ? wire : null;
  }
}

/** One row stands for all copies. */
export function folded(rows: ArticleRow[]): ArticleRow[] {
  return rows.filter((row, at) => !row.wire || rows.findIndex((other) => other.wire?.group === row.wire?.group) === at);
}

export function copyCommands(world: FakeWorld): Record<string, FakeCommand> {
  const texts = (article: Article): string[] => article.blocks.map(({ text }) => text);
  const members = (): Article[] => world.articles.filter(({ wire, deleted }) => wire?.group === GROUP && !deleted);
  const former = (article: Article): string[] => [`${texts(article)[0] ?? ""} Il a parlé sept minutes.`];
  return {
    article_versions: ({ id }) => {
      const article = world.article(id);
      const change = compare(former(article), texts(article));
      const one = { title: article.title, published: article.published, updated: null, saved: null, importedAt: article.importedAt, original: article.original, words: article.words };
      const last = { ...one, version: 2, shown: true, added: change.added, removed: change.removed, updated: { iso: "2022-05-09T18:02+02:00", zone: null } };
      return article.versions > 1 ? [{ ...one, version: 1, shown: false, added: 0, removed: 0 }, last] : [{ ...one, version: 1, shown: true, added: 0, removed: 0 }];
    },
    article_diff: ({ id, from, to }) => {
      const article = world.article(id);
      const text = (version: number): string[] => (version === 1 && article.versions > 1 ? former(article) : texts(article));
      return compare(text(from), text(to));
    },
    article_version_original: ({ id }) => ({ html: `<pre>${texts(world.article(id)).join("\n\n").replaceAll("<", "&lt;")}</pre>`, encoding: "UTF-8", intact: true }),
    wire_group: ({ id }): WireGroup => {
      const all = members();
      const reference = all[0];
      if (!reference) throw { code: "not_found", detail: id };
      const rows = all.map((article) => {
        const { added, removed } = compare(texts(reference), texts(article));
        const { id: member, title, outlet, published, language, read } = article;
        return { article: member, title, outlet, published, language, read, words: article.words, added, removed };
      });
      return { id, reference: reference.id, members: rows };
    },
    wire_diff: ({ article }) => compare(texts(members()[0] ?? world.article(article)), texts(world.article(article))),
    wire_split: ({ article }) => {
      const before = members().map(({ id }) => id);
      regroup(world.articles, before.filter((id) => id !== article));
      world.change({ changed: "articles", ids: before });
      world.did("splitWire", world.article(article).title, () => {
        regroup(world.articles, before);
        world.change({ changed: "articles", ids: before });
      });
    },
    wire_merge: () => undefined,
  };
}
