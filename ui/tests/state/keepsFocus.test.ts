// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const places = vi.hoisted(() => ({ place: {} as unknown }));
vi.mock("../../src/state/navigation.svelte", () => ({ navigation: places }));
const { keepsFocus } = await import("../../src/state/keepsFocus");

const row = (name: string): string => `<li id="${name}"><button class="open">${name}</button><button class="split" data-name="${name}">Split</button></li>`;
const at = (name: string): HTMLElement => document.querySelector<HTMLElement>(`#${name} .split`) ?? document.body;
const focused = (): string => (document.activeElement as HTMLElement).dataset["name"] ?? document.activeElement?.id ?? "";
const settle = () => new Promise((done) => setTimeout(done, 10));

let stop: () => void;
beforeEach(() => {
  places.place = {};
  document.body.innerHTML = `<button id="other"></button><main><button id="edit"></button><section><ul>${row("a")}${row("b")}${row("c")}</ul></section></main>`;
  stop = keepsFocus(document.querySelector("main") as HTMLElement);
});
afterEach(() => stop());

test("the same button of the next row has the focus, then that of the last, then what is left", async () => {
  at("b").focus();
  document.querySelector("#b")?.remove();
  await settle();
  expect(focused()).toBe("c");
  document.querySelector("#c")?.remove();
  await settle();
  expect(focused()).toBe("a");
  document.querySelector("section")?.remove();
  await settle();
  expect(focused()).toBe("edit");
});

test("a row that comes back and goes again leaves the focus there too", async () => {
  at("c").focus();
  for (let time = 0; time < 2; time += 1) {
    document.querySelector("#c")?.remove();
    await settle();
    expect(focused()).toBe("b");
    document.querySelector("ul")?.insertAdjacentHTML("beforeend", row("c"));
    await settle();
    expect(focused()).toBe("b");
    at("c").focus();
  }
});

test("who went elsewhere is not brought back, nor who opened another page", async () => {
  at("a").focus();
  document.getElementById("other")?.focus();
  document.querySelector("#a")?.remove();
  await settle();
  expect(focused()).toBe("other");
  at("b").focus();
  at("b").blur();
  await settle();
  document.querySelector("#b")?.remove();
  await settle();
  expect(document.activeElement).toBe(document.body);
  at("c").focus();
  places.place = {};
  document.querySelector("#c")?.remove();
  await settle();
  expect(document.activeElement).toBe(document.body);
});
