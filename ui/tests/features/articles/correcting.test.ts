// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";

const client = vi.hoisted(() => ({ correct: vi.fn(), editField: vi.fn() }));
const offerUndo = vi.hoisted(() => vi.fn(async () => undefined));
vi.mock("../../../src/api/client", () => ({ articles: client, logProblem: vi.fn() }));
vi.mock("../../../src/state/toasts.svelte", () => ({ offerUndo }));

import type { Article } from "../../../src/api/generated";
import type { ArticleModel } from "../../../src/features/articles/articleModel.svelte";
import BlockEditor from "../../../src/features/articles/BlockEditor.svelte";
import { Correcting, pointedBlock } from "../../../src/features/articles/correcting.svelte";

const blocksOf = (...texts: string[]): Article["blocks"] => texts.map((text) => ({ kind: "paragraph", text }) as Article["blocks"][number]);
const blocks = blocksOf("One", "Two", "Three", "Four", "Five");
const article = { id: "a", title: "Title", standfirst: null, textVersion: 3, deleted: false, blocks } as unknown as Article;

/** A model that takes what a command answers, or says that it failed. */
function modelOf(works = true): ArticleModel {
  const model = {
    article,
    edit: async (command: (id: string) => Promise<Article>) => {
      if (!works) return false;
      model.article = await command("a");
      return true;
    },
  };
  return model as unknown as ArticleModel;
}

beforeEach(() => {
  client.correct.mockReset().mockResolvedValue({ ...article, textVersion: 4 });
  client.editField.mockReset().mockResolvedValue({ ...article, title: "Other" });
  offerUndo.mockClear();
});

describe("setting a text right", () => {
  it("sends the block with the text that the person saw", async () => {
    const correcting = new Correcting(modelOf());
    correcting.open(article, { block: 2, what: "rewrite" });
    await correcting.save("New words");
    expect(client.correct).toHaveBeenCalledWith("a", 3, { do: "rewrite", block: 2, text: "New words" });
    expect(correcting.place).toBeNull();
    expect(offerUndo).toHaveBeenCalledOnce();
  });

  it("adds above the first block and below any", async () => {
    const correcting = new Correcting(modelOf());
    correcting.open(article, { block: 0, what: "before" });
    await correcting.save("One");
    correcting.open(article, { block: 4, what: "after" });
    await correcting.save("Two");
    expect(client.correct.mock.calls.map(([, , correction]) => correction)).toEqual([
      { do: "add", after: null, text: "One" },
      { do: "add", after: 4, text: "Two" },
    ]);
  });

  it("writes the title as a field", async () => {
    const correcting = new Correcting(modelOf());
    correcting.open(article, { block: -2, what: "rewrite" });
    await correcting.save("Other");
    expect(client.editField).toHaveBeenCalledWith("a", "title", "Other", null);
  });

  it("keeps what was typed when saving fails, and forgets it when given up", async () => {
    const correcting = new Correcting(modelOf(false));
    correcting.open(article, { block: 1, what: "rewrite" });
    correcting.keep("half a");
    await correcting.save("half a");
    expect(correcting.place).not.toBeNull();
    correcting.place = null;
    correcting.open(article, { block: 1, what: "rewrite" });
    expect(correcting.draft("as read")).toBe("half a");
    correcting.close();
    correcting.open(article, { block: 1, what: "rewrite" });
    expect(correcting.draft("as read")).toBe("as read");
  });
});

describe("a text that is read again", () => {
  const longer = { ...article, textVersion: 4, blocks: blocksOf("Zero", "One", "Two", "Three", "Four", "Five") };

  it("offers what was typed at the paragraph that it was typed in", () => {
    const model = modelOf();
    const correcting = new Correcting(model);
    correcting.open(article, { block: 2, what: "rewrite" });
    correcting.keep("Three, set right");
    model.article = longer;
    correcting.open(longer, { block: 2, what: "rewrite" });
    expect(correcting.draft("Two")).toBe("Two");
    correcting.open(longer, { block: 3, what: "rewrite" });
    expect(correcting.draft("Three")).toBe("Three, set right");
    correcting.close();
  });

  it("never replaces another paragraph than the one that was seen", async () => {
    const model = modelOf();
    const correcting = new Correcting(model);
    correcting.open(article, { block: 2, what: "rewrite" });
    model.article = longer;
    await correcting.save("Three, set right");
    expect(client.correct).toHaveBeenCalledWith("a", 3, { do: "rewrite", block: 2, text: "Three, set right" });
  });

  it("takes the correction of a paragraph that is as it was", async () => {
    const model = modelOf();
    const correcting = new Correcting(model);
    correcting.open(article, { block: 2, what: "rewrite" });
    model.article = { ...article, textVersion: 4, blocks: blocksOf("One", "Two", "Three", "Four, corrected", "Five") };
    await correcting.save("Three, set right");
    expect(client.correct).toHaveBeenCalledWith("a", 4, { do: "rewrite", block: 2, text: "Three, set right" });
  });
});

describe("the field", () => {
  function open(): { field: HTMLTextAreaElement; heard: string[]; close: () => void } {
    const heard: string[] = [];
    const editor = mount(BlockEditor, {
      target: document.body,
      props: { value: "Words", label: "Paragraph", lang: "ar", onkeep: () => undefined, onsave: (text: string) => void heard.push(text), oncancel: () => void heard.push("cancel") },
    });
    flushSync();
    return { field: document.querySelector("textarea")!, heard, close: () => void unmount(editor) };
  }

  it("saves with Ctrl+Enter, gives up with Escape, and leaves both to an input method", () => {
    const { field, heard, close } = open();
    const key = (init: KeyboardEventInit): boolean => field.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init }));
    key({ key: "Enter" });
    key({ key: "Escape", isComposing: true });
    expect(heard).toEqual([]);
    key({ key: "Enter", ctrlKey: true });
    key({ key: "Escape" });
    expect(heard).toEqual(["Words", "cancel"]);
    expect(field.dir).toBe("auto");
    close();
  });
});

describe("the block that is meant", () => {
  it("has the caret, or is the first that is seen whole", () => {
    document.body.innerHTML = '<main><div class="paper"><p data-block="0">a</p><p data-block="1">b</p></div></main>';
    const root = document.querySelector("main")!;
    const [first, second] = root.querySelectorAll<HTMLElement>("p");
    first!.getBoundingClientRect = () => ({ top: -10 }) as DOMRect;
    getSelection()?.removeAllRanges();
    expect(pointedBlock(root)).toBe(1);
    getSelection()?.setPosition(first!.firstChild, 1);
    expect(pointedBlock(root)).toBe(0);
    getSelection()?.setPosition(second!.firstChild, 0);
    expect(pointedBlock(root)).toBe(1);
  });
});
