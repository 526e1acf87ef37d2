import { beforeEach, expect, test, vi } from "vitest";

import type { NoteSession } from "../../../src/features/notes/session.svelte";

const { retitled } = vi.hoisted(() => ({ retitled: vi.fn(async () => undefined) }));
vi.mock("../../../src/api/client", () => ({ on: () => () => undefined, logProblem: () => undefined, notebook: {}, notes: { retitled } }));
const { TitleStep } = await import("../../../src/features/notes/titleStep");

const saved: string[] = [];

class Session {
  readonly id = "n";
  constructor(public title: string) {}
  retitle(next: string): void {
    this.title = next;
  }
  async flush(): Promise<void> {
    saved.push(this.title);
  }
}
const sessionOf = (title: string): NoteSession => new Session(title) as unknown as NoteSession;

beforeEach(() => {
  retitled.mockClear();
  saved.length = 0;
});

test("what was typed in a title is one step, once it is left and saved", async () => {
  const [step, session] = [new TitleStep(), sessionOf("Korea notes")];
  for (const typed of ["D", "DP", "DPRK\nnotes"]) step.type(session, typed);
  expect(retitled).not.toHaveBeenCalled();
  step.end();
  await vi.waitFor(() => expect(retitled).toHaveBeenCalledExactlyOnceWith("n", "Korea notes"));
  expect(saved).toEqual(["DPRK notes"]);
  // Left again with nothing typed.
  step.end();
  await Promise.resolve();
  expect(retitled).toHaveBeenCalledTimes(1);
});

test("no step is made of a title that is as before, of a new note's first one, or of one that was taken back", async () => {
  const step = new TitleStep();
  const same = sessionOf("Ports");
  step.type(same, "Portsx");
  step.type(same, "Ports");
  step.end();
  step.type(sessionOf(""), "New");
  step.end();
  // The one before was taken back from where nothing of this one was left.
  const taken = sessionOf("Rason");
  step.type(taken, "Rasonx");
  step.type(taken, "Rason");
  taken.retitle("Nason");
  step.end();
  await new Promise((resolve) => setTimeout(resolve));
  expect(retitled).not.toHaveBeenCalled();
});
