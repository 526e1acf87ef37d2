// @vitest-environment jsdom
import { expect, it, vi } from "vitest";

import { asked } from "./asked.svelte";

const did = vi.hoisted(() => [] as unknown[]);
vi.mock("../../../src/api/client", () => ({
  mentions: { confirm: async () => undefined },
  proposals: { accept: async (request: unknown) => void did.push(request), reject: async () => void did.push("reject") },
  notebook: { undoPeek: async () => null },
  logProblem: () => undefined,
}));
const { Review } = await import("../../../src/features/inspector/review.svelte");

it("asks whose an ambiguous name is before it accepts it, and rejects it without", async () => {
  const proposal = { id: "p", kind: "place", name: "Georgia", entity: null, known: true, role: null, confidence: 90, why: "gazetteer", weak: false, ambiguous: true, spans: [{ span: { block: 0, start: 0, end: 7 }, words: "Georgia" }] };
  const model = { article: { mentions: [], proposals: [proposal] }, reload: async () => undefined };
  const review = new Review(model as never);
  const rows = review.rows;
  await review.decide(rows, true);
  expect(did).toEqual([]);
  expect(review.asked?.name).toBe("Georgia");
  await review.decide(rows, true, "e1");
  expect(did).toEqual([{ which: { of: "these", ids: ["p"] }, to: "e1", asNew: false, only: null }]);
  await review.decide(rows, false);
  expect(did.at(-1)).toBe("reject");
});

it("goes on from a name that was decided in the text to the next one", async () => {
  const proposal = (id: string, words: string, start: number): unknown => ({ id, kind: "place", name: words, entity: null, known: true, role: null, confidence: 90, why: "gazetteer", weak: false, ambiguous: false, spans: [{ span: { block: 0, start, end: start + words.length }, words }] });
  const both = [proposal("p", "Seoul", 0), proposal("q", "Tokyo", 10)];
  const state = asked({ mentions: [], proposals: both });
  document.body.innerHTML = `<main data-scope="reader"><span data-mention="p#0" tabindex="0"></span><span data-mention="q#0" tabindex="0"></span></main>`;
  const model = { get article() { return state.article; }, reload: async () => { state.article = { mentions: [], proposals: both.slice(1) }; document.querySelector("[data-mention='p#0']")?.remove(); } };
  const review = new Review(model as never);
  document.querySelector<HTMLElement>("[data-mention]")?.focus();
  review.act(true);
  await vi.waitFor(() => expect((document.activeElement as HTMLElement).dataset["mention"]).toBe("q#0"));
});

it("goes back to a name in the text that is taken back, from the one that has the focus there", async () => {
  const proposal = (id: string, words: string, start: number): unknown => ({ id, kind: "place", name: words, entity: null, known: true, role: null, confidence: 90, why: "gazetteer", weak: false, ambiguous: false, spans: [{ span: { block: 0, start, end: start + words.length }, words }] });
  const both = [proposal("p", "Seoul", 0), proposal("q", "Tokyo", 10)];
  const state = asked({ mentions: [], proposals: both });
  document.body.innerHTML = `<main data-scope="reader"><span data-mention="p#0" tabindex="0"></span><span data-mention="q#0" tabindex="0"></span></main>`;
  const focused = (): string | undefined => (document.activeElement as HTMLElement).dataset["mention"];
  let left = both.slice(1);
  const model = { get article() { return state.article; }, reload: async () => void (state.article = { mentions: [], proposals: left }) };
  const review = new Review(model as never);
  document.querySelector<HTMLElement>("[data-mention]")?.focus();
  review.act(false);
  await vi.waitFor(() => expect(focused()).toBe("q#0"));
  left = both;
  await review.follow();
  expect([review.current?.name, focused()]).toEqual(["Seoul", "p#0"]);
});

it("means the next suggestion by a key on a name that is decided and still drawn", async () => {
  did.length = 0;
  const proposal = (id: string, words: string): unknown => ({ id, kind: "place", name: words, entity: null, known: true, role: null, confidence: 90, why: "gazetteer", weak: false, ambiguous: false, spans: [{ span: { block: 0, start: 0, end: words.length }, words }] });
  document.body.innerHTML = `<main data-scope="reader"><span data-mention="p#0" tabindex="0"></span></main>`;
  const model = { article: { mentions: [], proposals: [proposal("q", "Tokyo")] }, reload: async () => undefined };
  const review = new Review(model as never);
  document.querySelector<HTMLElement>("[data-mention]")?.focus();
  expect(review.act(false)).not.toBe(false);
  await vi.waitFor(() => expect(did).toEqual(["reject"]));
});

it("makes what is taken back the current suggestion, also for a key that is pressed before it is there", async () => {
  const { backInOrder } = await import("../../../src/state/stepOrder");
  did.length = 0;
  document.body.innerHTML = "";
  const proposal = (id: string, words: string): unknown => ({ id, kind: "place", name: words, entity: null, known: true, role: null, confidence: 90, why: "gazetteer", weak: false, ambiguous: false, spans: [{ span: { block: 0, start: 0, end: words.length }, words }] });
  let there = [proposal("p", "Seoul"), proposal("q", "Tokyo"), proposal("r", "Busan")];
  const all = there;
  const state = asked({ mentions: [], proposals: there });
  const model = { get article() { return state.article; }, reload: async () => void (state.article = { mentions: [], proposals: there }) };
  const review = new Review(model as never);
  review.act(true);
  there = all.slice(1);
  const back = backInOrder(async () => {
    expect(did).toHaveLength(1);
    there = all;
    await review.follow();
  });
  review.act(false);
  await back;
  expect(review.current?.name).toBe("Seoul");
  await vi.waitFor(() => expect(did).toHaveLength(2));
  expect(did.at(-1)).toBe("reject");
  // Who follows what was not decided here goes nowhere.
  review.choose(review.rows[2] as never);
  await review.follow();
  await review.follow();
  const chosen = review.current?.name;
  await review.follow();
  expect(review.current?.name).toBe(chosen);
});

it("leaves what was decided in another article out of what came back", async () => {
  const mention = (id: string, name: string, start: number): unknown => ({ id, entity: name, kind: "person", name, status: "suggested", orphaned: false, anchor: { span: { block: 0, start, end: start + name.length }, exact: name } });
  const article = (id: string, ...names: string[]): unknown => ({ id, mentions: names.map((name, at) => mention(`${id}${at}`, name, at * 10)), proposals: [] });
  const state = asked(article("a", "Kim"));
  const model = { get article() { return state.article; }, reload: async () => undefined };
  const review = new Review(model as never);
  await review.decide(review.rows, true);
  state.article = article("b", "Seoul", "Kim");
  await review.follow();
  expect(review.current?.name).toBe("Seoul");
  state.article = article("a", "Seoul", "Kim");
  await review.follow();
  expect(review.current?.name).toBe("Kim");
});
