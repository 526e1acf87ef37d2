// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const plan = { made: 0, linked: 0, doubtful: 0, newNames: 0, newRelations: 0, repeated: 0, unread: 0, unreadLines: [], unclosedQuote: null, rows: [] };
const shell = vi.hoisted(() => ({ plan: {} as object, imported: 0 }));
vi.mock("../../../src/api/client", () => ({
  entities: {
    planList: async () => shell.plan,
    importList: async () => {
      shell.imported += 1;
      return { total: 7, done: 7, made: 5, linked: 2, leftOut: 0, takenBack: false };
    },
    takeDrops: async () => undefined,
  },
  notebook: { undoPeek: async () => ({ id: 3, action: "importEntities", subject: "5", count: 5 }) },
  on: () => () => undefined,
  logProblem: () => undefined,
}));
const { default: ImportEntities } = await import("../../../src/features/entities/ImportEntities.svelte");
const { toasts } = await import("../../../src/state/toasts.svelte");

const settle = async (): Promise<void> => {
  await vi.advanceTimersByTimeAsync(300);
  flushSync();
};
let shown: Record<string, unknown> | undefined;
async function open(found: object): Promise<HTMLButtonElement> {
  shell.plan = { ...plan, ...found };
  shown = mount(ImportEntities, { target: document.body, props: { onclose: () => undefined } });
  flushSync();
  const list = document.querySelector("textarea");
  if (!list) throw new Error("no field");
  list.value = "Ann Poe";
  list.dispatchEvent(new Event("input", { bubbles: true }));
  flushSync();
  await settle();
  const button = [...document.querySelectorAll("button")].at(-1);
  if (!button) throw new Error("no button");
  return button;
}

beforeEach(() => {
  vi.useFakeTimers();
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) { this.open = true; };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) { this.open = false; };
  shell.imported = 0;
});
afterEach(() => {
  if (shown) void unmount(shown);
  shown = undefined;
  document.body.replaceChildren();
  vi.useRealTimers();
});

test("the button says what is new, and the toast what came of it", async () => {
  const button = await open({ made: 5, linked: 2 });
  expect(button.textContent).toBe("Import 5 new");
  button.click();
  await settle();
  expect(toasts.current?.words).toBe("Imported: 5 new, 2 kept already");
  expect(toasts.current?.step?.id).toBe(3);
});

test("where nothing is new there is nothing to import", async () => {
  const button = await open({ linked: 37 });
  expect([button.textContent, button.disabled]).toEqual(["Nothing new", true]);
  button.click();
  await settle();
  expect(shell.imported).toBe(0);
});

test("names and relations of those that are kept are something", async () => {
  let button = await open({ linked: 2, newNames: 3, newRelations: 1 });
  expect([button.textContent, button.disabled]).toEqual(["Add 3 names", false]);
  if (shown) void unmount(shown);
  document.body.replaceChildren();
  button = await open({ linked: 2, newRelations: 1 });
  expect(button.textContent).toBe("Add 1 relation");
});
