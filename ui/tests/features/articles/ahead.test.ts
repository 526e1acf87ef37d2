import { describe, expect, it } from "vitest";

import type { Article } from "../../../src/api/generated";
import { Ahead } from "../../../src/features/articles/ahead";

function counting(): { asked: string[]; ahead: Ahead } {
  const asked: string[] = [];
  const ahead = new Ahead((id) => {
    asked.push(id);
    return Promise.resolve({ id } as Article);
  });
  return { asked, ahead };
}

describe("articles fetched ahead", () => {
  it("are not asked for a second time when they are opened", async () => {
    const { asked, ahead } = counting();
    ahead.want(["a", "b"]);
    expect((await ahead.get("b")).id).toBe("b");
    expect((await ahead.get("c")).id).toBe("c");
    expect(asked).toEqual(["a", "b", "c"]);
  });

  it("are asked for again once something was written", async () => {
    const { asked, ahead } = counting();
    ahead.want(["a"]);
    ahead.forget();
    await ahead.get("a");
    expect(asked).toEqual(["a", "a"]);
  });

  it("are few: the oldest go", async () => {
    const { asked, ahead } = counting();
    ahead.want(["a", "b", "c"]);
    ahead.want(["d", "e"]);
    await ahead.get("a");
    await ahead.get("e");
    expect(asked).toEqual(["a", "b", "c", "d", "e", "a"]);
  });

  it("that failed are asked for again", async () => {
    let times = 0;
    const ahead = new Ahead((id) => {
      times += 1;
      return times === 1 ? Promise.reject(new Error("gone")) : Promise.resolve({ id } as Article);
    });
    ahead.want(["a"]);
    await Promise.resolve();
    await Promise.resolve();
    expect((await ahead.get("a")).id).toBe("a");
  });
});
