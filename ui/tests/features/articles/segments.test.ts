import { describe, expect, it } from "vitest";

import type { Clipping, Mention } from "../../../src/api/generated";
import { drawn, paintedIn, segmentsOf, type Painted } from "../../../src/features/articles/segments";

const mention = (id: string, start: number, end: number, more: Partial<Mention> = {}): Mention => ({
  id,
  entity: `e-${id}`,
  kind: "person",
  name: id,
  anchor: { span: { block: 0, start, end }, exact: "", prefix: "", suffix: "" },
  status: "confirmed",
  by: "name",
  matched: null,
  orphaned: false,
  ...more,
});

const whole = (segments: ReturnType<typeof segmentsOf>): string => segments.flatMap(({ runs }) => runs.map(({ text }) => text)).join("");

describe("segments", () => {
  it("together are the text, whatever is marked", () => {
    const text = "🚀 Kim Jong Un met 김정은 twice";
    const segments = segmentsOf(text, [mention("a", 2, 13), mention("b", 18, 21)], [
      { start: 0, end: 5, look: "hit" },
      { start: 10, end: 19, look: "at" },
    ]);
    expect(whole(segments)).toBe(text);
    expect(segments.filter((segment) => segment.mention).map(({ runs }) => runs.map(({ text }) => text).join(""))).toEqual(["Kim Jong Un", "김정은"]);
  });

  it("keep Arabic letters joined at the edge of a name", () => {
    const [prefix, name] = segmentsOf("بموسكو", [mention("a", 1, 6)], []);
    expect(prefix?.runs[0]?.text).toBe("ب\u200d\u200d");
    expect(name?.runs[0]?.text).toBe("\u200d\u200dموسكو");
  });

  it("cut a mention where a match begins inside it", () => {
    const [first] = segmentsOf("Kim Jong Un", [mention("a", 0, 11)], [{ start: 4, end: 8, look: "hit" }]);
    expect(first?.runs).toEqual([
      { text: "Kim ", look: null, clip: null },
      { text: "Jong", look: "hit", clip: null },
      { text: " Un", look: null, clip: null },
    ]);
  });

  it("show the match that is looked at over the others", () => {
    const [first] = segmentsOf("abc", [], [
      { start: 0, end: 3, look: "hit" },
      { start: 0, end: 3, look: "at" },
    ]);
    expect(first?.runs).toEqual([{ text: "abc", look: "at", clip: null }]);
  });

  it("draw the surer of two mentions that overlap, and none that is rejected or lost", () => {
    const shown = drawn([
      mention("suggested", 0, 9, { status: "suggested" }),
      mention("sure", 3, 6),
      mention("rejected", 10, 12, { status: "rejected" }),
      mention("lost", 13, 15, { orphaned: true }),
    ]);
    expect(shown.map(({ id }) => id)).toEqual(["sure"]);
  });

  it("draw a longer name that waits in place of what was found by a name in it", () => {
    const shown = drawn([mention("place", 20, 26), mention("elsewhere", 40, 46), mention("p#0", 0, 26, { status: "suggested" })]);
    expect(shown.map(({ id }) => id)).toEqual(["p#0", "elsewhere"]);
  });

  it("survive spans beyond the text", () => {
    expect(whole(segmentsOf("ab", [mention("a", 1, 40)], [{ start: 5, end: 9, look: "hit" }]))).toBe("ab");
    expect(segmentsOf("", [], [])).toEqual([]);
  });

  const clip = (id: string, start: number, end: number): Painted => ({ id, start, end, colour: "yellow", quote: false, comment: "" });
  const painted = (segments: ReturnType<typeof segmentsOf>, id: string): string =>
    segments.flatMap(({ runs }) => runs.filter(({ clip: of }) => of?.id === id).map(({ text }) => text)).join("");

  it("paint a clipping through mentions and matches, in any script", () => {
    const text = "🚀 قال كيم «صداقة راسخة» أمس";
    const at = [...text].join("").indexOf("صداقة") - 1;
    const segments = segmentsOf(text, [mention("a", 6, 9)], [{ start: at, end: at + 5, look: "hit" }], [clip("q", at, at + 11), clip("m", 4, 10)]);
    expect(whole(segments)).toBe(text);
    expect(painted(segments, "q")).toBe("صداقة راسخة");
    expect(segments.find((segment) => segment.mention)?.runs.every(({ clip: of }) => of?.id === "m")).toBe(true);
  });

  it("paint the innermost of clippings over each other", () => {
    const segments = segmentsOf("abcdef", [], [], [clip("outer", 0, 6), clip("inner", 2, 4)]);
    expect(painted(segments, "outer")).toBe("abef");
    expect(painted(segments, "inner")).toBe("cd");
  });

  it("paint no clipping whose words are gone", () => {
    const of = (id: string, passage: string, block: number): Clipping =>
      ({ id, passage, anchor: { span: { block, start: 0, end: 2 } }, colour: "pink", quote: null, comment: "x" }) as unknown as Clipping;
    const all = [of("there", "there", 0), of("lost", "lost", 0), of("elsewhere", "there", 1)];
    expect(paintedIn(all, 0)).toEqual([{ id: "there", start: 0, end: 2, colour: "pink", quote: false, comment: "x" }]);
  });
});
