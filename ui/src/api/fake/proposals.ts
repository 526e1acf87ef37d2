// Development only: names proposed in the fake shell's articles.

import type { EntityKind, ProposalGroup, ProposalsMeant, UndoAction, UndoStep } from "../generated";
import type { FakeCommand, FakeWorld } from "./fake";

const group = (name: string, kind: EntityKind, articles: number, before: string, after: string, language = "en"): ProposalGroup => ({
  key: `new:${kind}:${name}`,
  kind,
  name,
  entity: null,
  known: false,
  role: null,
  ambiguous: name === "Soviet Union",
  articles,
  mentions: articles * 2,
  examples: [{ article: "article-independent", title: "North Korea defends Russia’s right", outlet: "The Independent", language, span: { block: 1, start: 0, end: name.length }, before, words: name, after }],
});

export function proposalCommands(world: FakeWorld): Record<string, FakeCommand> {
  let on = true;
  let groups = [
    group("Choe Son Hui", "person", 14, "Foreign Minister ", " met her counterpart on Tuesday."),
    group("Soviet Union", "place", 9, "the anniversary of the ", "’s defeat of Nazi Germany, known as Victory Day."),
    group("المقاومة الوطنية", "organisation", 3, "قالت ", " في بيان يوم الثلاثاء.", "ar"),
    group("朝鲜中央通讯社", "organisation", 2, "据", "报道，金正恩向普京致电。", "zh"),
  ];
  let steps = 0;
  const take = (which: ProposalsMeant, action: UndoAction): UndoStep => {
    const before = groups;
    const keys = which.of === "groups" ? which.keys : [];
    groups = groups.filter(({ key }) => !keys.includes(key));
    const subject = before.find(({ key }) => keys.includes(key))?.name ?? "1";
    world.did(action, subject, () => (groups = before));
    world.change({ changed: "proposals" });
    return { id: (steps += 1), action, subject, count: null, atMs: 0, kept: false };
  };
  return {
    proposal_list: ({ offset, limit }) => ({ total: groups.length, offset, rows: groups.slice(offset, offset + limit) }),
    proposal_place_of_step: () => null,
    proposal_accept: ({ request }) => {
      const step = take((request as { which: ProposalsMeant }).which, "acceptProposals");
      return { entity: null, made: 1, mentions: 2, step };
    },
    proposal_reject: ({ which }) => take(which, "rejectProposals"),
    proposal_set_kind: ({ which, kind }) => {
      const keys: string[] = (which as { keys?: string[] }).keys ?? [];
      groups = groups.map((one) => (keys.includes(one.key) ? { ...one, kind } : one));
      world.change({ changed: "proposals" });
    },
    proposal_set_span: () => undefined,
    gazetteer_about: () => ({
      file: null,
      edition: null,
      since: null,
      entries: 7_400,
      names: 63_000,
      sources: [{ name: "Unicode CLDR 48.2", licence: "Unicode-3.0", asOf: "2025-10", entries: 258 }],
    }),
    proposal_status: () => ({ on, waiting: 0, done: 0 }),
    proposal_set_reading: (args) => void (on = args["on"] as boolean),
  };
}
