import { afterEach, expect, test, vi } from "vitest";
import { copyFetched, NothingToCopy } from "../../src/text/clipboard";

class Item {
  constructor(readonly kinds: Record<string, Promise<Blob>>) {}
}

function clipboard(write: (items: Item[]) => Promise<void>): void {
  vi.stubGlobal("ClipboardItem", Item);
  vi.stubGlobal("navigator", { clipboard: { write } });
}

afterEach(() => vi.unstubAllGlobals());

test("the clipboard is asked at once, with a promise of what is still fetched", async () => {
  const written: Promise<Blob>[] = [];
  clipboard(async ([item]) => {
    const text = item?.kinds["text/plain"];
    if (text) written.push(text);
    await text;
  });
  let fetched: (text: string) => void = () => undefined;
  const copying = copyFetched(new Promise((resolve) => (fetched = resolve)));
  expect(written.length).toBe(1);
  fetched("Minister visits port");
  await copying;
  expect(await (await written[0])?.text()).toBe("Minister visits port");
});

test("what failed while it was fetched is said, and not that the clipboard got nothing", async () => {
  clipboard(async ([item]) => void (await item?.kinds["text/plain"]));
  await expect(copyFetched(Promise.reject(new NothingToCopy()))).rejects.toBeInstanceOf(NothingToCopy);
});

test("a clipboard that refuses is a failure", async () => {
  clipboard(() => Promise.reject(new DOMException("no", "NotAllowedError")));
  await expect(copyFetched(Promise.resolve("x"))).rejects.toThrow("no");
});
