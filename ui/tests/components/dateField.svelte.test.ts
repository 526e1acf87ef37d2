// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

type Asked = { typed: string; seenFrom: string | null; answer: (iso: string | null) => void };
const shell = vi.hoisted(() => ({ asked: [] as Asked[] }));
vi.mock("../../src/api/client", () => ({ logProblem: () => undefined, call: async () => undefined, on: () => () => undefined }));
vi.mock("../../src/api/dates", () => ({
  dates: { read: (typed: string, seenFrom: string | null) => new Promise<string | null>((answer) => shell.asked.push({ typed, seenFrom, answer })) },
}));
const { default: DateField } = await import("../../src/components/DateField.svelte");

let shown: Record<string, unknown> | null = null;
let read: string[] = [];
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  flushSync();
};
const field = (): HTMLInputElement => document.querySelector("input")!;
const said = (): string => document.querySelector("[role=status]")!.textContent ?? "";
const type = (text: string): void => {
  field().value = text;
  field().dispatchEvent(new Event("input", { bubbles: true }));
};

beforeEach(() => {
  vi.useFakeTimers();
  shell.asked = [];
  read = [];
  shown = mount(DateField, { target: document.body, props: { value: "", label: "From", onread: (iso: string) => read.push(iso) } });
  flushSync();
});
afterEach(() => {
  if (shown) void unmount(shown);
  document.body.replaceChildren();
});

test("what was understood stands below, whatever was typed, and an answer to older words counts for nothing", async () => {
  type("10.5");
  type("10.5.2022");
  shell.asked[1]!.answer("2022-05-10");
  await settle();
  shell.asked[0]!.answer(null);
  await settle();
  expect([said(), read, field().value]).toEqual(["10 May 2022", [], "10.5.2022"]);
  vi.advanceTimersByTime(1_000);
  expect(read).toEqual(["2022-05-10"]);
  type("");
  await settle();
  expect([said(), read]).toEqual(["", ["2022-05-10", ""]]);
});

test("what is no date is said to be none", async () => {
  type("soon");
  shell.asked[0]!.answer(null);
  await settle();
  // It may be half typed.
  expect([said(), field().getAttribute("aria-invalid")]).toEqual(["", "false"]);
  field().dispatchEvent(new Event("blur"));
  flushSync();
  expect([said(), field().getAttribute("aria-invalid"), read]).toEqual(["Not a date. For example 9 May 2022, 9 May, Monday or May 2022", "true", []]);
});

test("the dates on the way to the one that is typed are told to nobody", async () => {
  for (const [at, text] of ["2022", "2022-05", "2022-05-1", "2022-05-10"].entries()) {
    type(text);
    shell.asked[at]!.answer(at === 2 ? null : text);
    await settle();
    vi.advanceTimersByTime(100);
  }
  expect(read).toEqual([]);
  vi.advanceTimersByTime(1_000);
  expect(read).toEqual(["2022-05-10"]);
});

test("what leaves something open is read as of the day of the text, also when that is known later", async () => {
  void unmount(shown!);
  const props = $state({ value: "", label: "Date said", seenFrom: "" });
  shown = mount(DateField, { target: document.body, props });
  flushSync();
  type("Monday");
  shell.asked[0]!.answer(null);
  await settle();
  vi.advanceTimersByTime(1_000);
  flushSync();
  expect(said()).toBe("Not a whole date. For example 9 May 2022, May 2022 or 2022");
  props.seenFrom = "2022-05-10T16:14";
  await settle();
  expect(shell.asked.map(({ typed, seenFrom }) => [typed, seenFrom])).toEqual([["Monday", ""], ["Monday", "2022-05-10T16:14"]]);
  shell.asked[1]!.answer("2022-05-09");
  await settle();
  expect([said(), field().value]).toEqual(["9 May 2022", "Monday"]);
});
