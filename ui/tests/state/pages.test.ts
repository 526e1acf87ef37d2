import { describe, expect, it, vi } from "vitest";

import { PAGE_SIZE, Pages } from "../../src/state/pages.svelte";

const all = Array.from({ length: 950 }, (_, i) => `row ${i}`);
const answer = (rows: string[]) => async (offset: number, limit: number) => ({ total: rows.length, offset, rows: rows.slice(offset, offset + limit) });
const settle = () => new Promise((done) => setTimeout(done, 0));

describe("pages of a list", () => {
  it("come only where they are looked at, and once", async () => {
    const fetch = vi.fn(answer(all));
    const pages = new Pages(fetch);
    pages.reset();
    await settle();
    expect(pages.total).toBe(950);
    pages.ensure(410, 430);
    pages.ensure(415, 435);
    await settle();
    expect(fetch.mock.calls.map(([offset]) => offset)).toEqual([0, 400]);
    expect(pages.row(420)).toBe("row 420");
    expect(pages.row(700)).toBeUndefined();
  });

  it("keep old rows on screen until new ones come", async () => {
    let rows = all;
    const pages = new Pages((offset: number, limit: number) => answer(rows)(offset, limit));
    pages.reset();
    await settle();
    rows = ["new", ...all];
    const done = pages.refresh();
    expect(pages.row(0)).toBe("row 0");
    await done;
    expect(pages.row(0)).toBe("new");
    expect(pages.total).toBe(951);
  });

  it("are the new ones when a refresh is done, also where another took its place", async () => {
    let rows = all;
    const held: (() => void)[] = [];
    const pages = new Pages(async (offset: number, limit: number) => {
      const then = rows;
      await new Promise<void>((go) => held.push(go));
      return answer(then)(offset, limit);
    });
    const letGo = (): void => void held.shift()?.();
    pages.reset();
    await settle();
    letGo();
    await settle();
    let done = false;
    rows = ["new", ...all];
    void pages.refresh().then(() => (done = true));
    void pages.refresh();
    await settle();
    letGo();
    await settle();
    expect([done, pages.row(0)]).toEqual([false, "row 0"]);
    letGo();
    await settle();
    expect([done, pages.row(0)]).toEqual([true, "new"]);
  });

  it("drop answers to questions that are no longer asked", async () => {
    const waiting: ((rows: string[]) => void)[] = [];
    const pages = new Pages((offset: number) => new Promise<{ total: number; offset: number; rows: string[] }>((done) => waiting.push((rows) => done({ total: rows.length, offset, rows }))));
    pages.reset();
    pages.reset();
    waiting[1]?.(["now"]);
    waiting[0]?.(["before"]);
    await settle();
    expect(pages.row(0)).toBe("now");
  });

  it("say when they could not be fetched", async () => {
    const pages = new Pages(async () => Promise.reject(new Error("no")));
    pages.reset();
    await settle();
    expect(pages.loaded).toBe(true);
    expect(pages.error).toBeInstanceOf(Error);
  });

  it("are at most so many at a time", async () => {
    const many = Array.from({ length: PAGE_SIZE * 60 }, (_, i) => `row ${i}`);
    const pages = new Pages(answer(many));
    pages.reset();
    await settle();
    for (let page = 0; page < 60; page += 1) {
      pages.ensure(page * PAGE_SIZE, page * PAGE_SIZE + 1);
      await settle();
    }
    expect(pages.row(0)).toBeUndefined();
    expect(pages.row(59 * PAGE_SIZE)).toBe(`row ${59 * PAGE_SIZE}`);
  });
});
