// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { expect, test, vi } from "vitest";

import type { EntityRenaming, PlannedRenaming, Replacement } from "../../../src/api/generated";

const names = [
  { id: "a", name: "Min. of Ports" },
  { id: "b", name: "Min. of Rail" },
  { id: "c", name: "Min." },
];
vi.mock("../../../src/api/client", () => ({
  entities: {
    planRenamings: async (ids: string[], { find, with: to }: Replacement): Promise<PlannedRenaming[]> =>
      find === ""
        ? []
        : names.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({
            id,
            kind: "organisation",
            from: name,
            to: name.replace(find, to),
            doubt: id === "c" ? "noName" : id === "b" ? "taken" : null,
          })),
  },
  logProblem: () => undefined,
}));
const { default: RenameMany } = await import("../../../src/features/entities/RenameMany.svelte");

const settle = async (): Promise<void> => {
  flushSync();
  vi.advanceTimersByTime(1_000);
  for (let turn = 0; turn < 20; turn += 1) {
    await Promise.resolve();
    flushSync();
  }
};

function put(field: HTMLInputElement | null | undefined, text: string): void {
  if (!field) throw new Error("no field");
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  flushSync();
}

async function type(field: HTMLInputElement | null | undefined, text: string): Promise<void> {
  put(field, text);
  await settle();
}

const dialogs = (): void => {
  vi.useFakeTimers();
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) { this.open = true; };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) { this.open = false; };
};

test.each([
  ["a"],
  ["a", "b"],
])("Enter right behind the last letter renames once it is known what, unless something is doubtful: %s %s", async (...ids) => {
  dialogs();
  let done: EntityRenaming[] = [];
  const props = { ids, onclose: () => undefined, onrename: (all: EntityRenaming[]) => (done = all) };
  const shown = mount(RenameMany, { target: document.body, props });
  await settle();
  const [find, replace] = document.querySelectorAll<HTMLInputElement>("dialog .fields input");
  await type(find, "Min.");
  put(replace, "Ministry");
  document.querySelector("dialog form")?.dispatchEvent(new SubmitEvent("submit", { cancelable: true }));
  expect(done).toEqual([]);
  await settle();
  expect(done.map(({ to }) => to)).toEqual(ids.length === 1 ? ["Ministry of Ports"] : []);
  void unmount(shown);
});

test("each new name is shown with what speaks against it, and those that are left are renamed", async () => {
  dialogs();
  let done: EntityRenaming[] = [];
  const props = { ids: ["a", "b", "c"], onclose: () => undefined, onrename: (all: EntityRenaming[]) => (done = all) };
  const shown = mount(RenameMany, { target: document.body, props });
  await settle();
  const go = document.querySelector<HTMLButtonElement>("dialog .primary");
  expect(go?.disabled).toBe(true);
  const [find, replace] = document.querySelectorAll<HTMLInputElement>("dialog .fields input");
  await type(find, "Min.");
  await type(replace, "Ministry");
  const rows = [...document.querySelectorAll("dialog li")];
  expect(rows.map((row) => row.querySelector(".to bdi")?.textContent)).toEqual(["Ministry of Ports", "Ministry of Rail", "Ministry"]);
  expect(rows[1]?.textContent).toContain("Another entity has this name");
  // What would be no name can't be ticked.
  const ticks = rows.map((row) => row.querySelector<HTMLInputElement>("input"));
  expect(ticks.map((tick) => [tick?.checked, tick?.disabled])).toEqual([[true, false], [true, false], [false, true]]);
  ticks[1]?.click();
  await settle();
  expect(document.querySelector("dialog [role=status]")?.textContent).toBe("1 is renamed, 2 not");
  document.querySelector("dialog form")?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  expect(done).toEqual([{ id: "a", from: "Min. of Ports", to: "Ministry of Ports" }]);
  void unmount(shown);
});
