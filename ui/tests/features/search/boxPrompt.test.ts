import { expect, test, vi } from "vitest";

import type { FieldValue } from "../../../src/api/generated";

const shell = vi.hoisted(() => ({ answer: [] as ((values: FieldValue[]) => void)[] }));

vi.mock("../../../src/api/client", () => ({
  search: { complete: () => new Promise<FieldValue[]>((resolve) => shell.answer.push(resolve)) },
  logProblem: () => undefined,
}));

const { BoxPrompt } = await import("../../../src/features/search/boxPrompt.svelte");
const { withValue } = await import("../../../src/features/search/fieldPrompt");

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
const quote = { value: "quote", written: "quote" } as FieldValue;

async function offered(words: string) {
  shell.answer = [];
  const prompt = new BoxPrompt();
  prompt.follow(words, words.length, false);
  shell.answer.shift()?.([quote]);
  await settle();
  return prompt;
}

test("a value that is taken replaces the letters typed after it was offered", async () => {
  const prompt = await offered("type:quot");
  prompt.follow("type:quote", 10, false);
  const { offer } = prompt;
  expect(offer?.of).toBe("values");
  if (offer?.of === "values") expect(withValue("type:quote", offer.prompt, quote.written)).toBe("type:quote ");
});

test("values of one field are not offered for the next", async () => {
  const prompt = await offered("type:quot");
  prompt.follow("type:quote in:", 14, false);
  expect(prompt.offer).toBeNull();
});
