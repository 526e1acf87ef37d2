/**
 * Dragging an article, a note, an entity, a quote or a dossier by the pointer: it works on
 * every platform, where the browser's own dragging would be taken for a drop of files. What can be
 * dragged says so by `data-drag` ("article:ID") and `data-drag-title`.
 */
import type { LinkTarget } from "../api/generated";

export type Dragged = { target: LinkTarget; title: string };
type Taker = (dragged: Dragged, x: number, y: number) => boolean;

/** Pixels that the pointer moves before it is a drag. */
const SLOP = 6;
const takers = new Map<HTMLElement, Taker>();

/** Takes what is dropped on `element`. Returns how to stop. */
export function takeDrops(element: HTMLElement, take: Taker): () => void {
  takers.set(element, take);
  return () => void takers.delete(element);
}

const DRAGGABLE = ["article", "note", "entity", "quote", "dossier"] as const satisfies readonly LinkTarget["to"][];

function isDraggable(to: string): to is (typeof DRAGGABLE)[number] {
  return (DRAGGABLE as readonly string[]).includes(to);
}

function draggedFrom(event: PointerEvent): Dragged | null {
  if (event.button !== 0 || !(event.target instanceof Element)) return null;
  const source = event.target.closest<HTMLElement>("[data-drag]");
  const [to = "", id] = source?.dataset["drag"]?.split(":") ?? [];
  if (!source || !id || !isDraggable(to)) return null;
  return { target: { to, id }, title: source.dataset["dragTitle"] ?? "" };
}

function takerAt(x: number, y: number): [HTMLElement, Taker] | undefined {
  const under = document.elementFromPoint(x, y);
  return [...takers].find(([element]) => under !== null && element.contains(under));
}

function onpointerdown(event: PointerEvent): void {
  const dragged = draggedFrom(event);
  if (dragged === null || takers.size === 0) return;
  const [x, y] = [event.clientX, event.clientY];
  let ghost: HTMLElement | null = null;
  let over: HTMLElement | undefined;

  const onmove = (move: PointerEvent): void => {
    if (ghost === null) {
      if (Math.hypot(move.clientX - x, move.clientY - y) < SLOP) return;
      ghost = document.createElement("div");
      ghost.className = "drag-ghost";
      ghost.dir = "auto";
      ghost.textContent = dragged.title;
      document.body.append(ghost);
      // The press began on words: without this they would be selected on the way.
      getSelection()?.removeAllRanges();
      document.body.classList.add("dragging-by");
    }
    ghost.style.translate = `${move.clientX + 10}px ${move.clientY + 10}px`;
    const next = takerAt(move.clientX, move.clientY)?.[0];
    if (next === over) return;
    over?.classList.remove("drag-over");
    next?.classList.add("drag-over");
    over = next;
  };
  const end = (up: PointerEvent | KeyboardEvent): void => {
    for (const [name, hear] of listeners) window.removeEventListener(name, hear as EventListener, true);
    over?.classList.remove("drag-over");
    if (ghost === null) return;
    ghost.remove();
    document.body.classList.remove("dragging-by");
    // The press that ended a drag opens nothing.
    const swallow = (click: MouseEvent): void => click.stopPropagation();
    window.addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => window.removeEventListener("click", swallow, true));
    if (up.type !== "pointerup" || !("clientX" in up)) return;
    takerAt(up.clientX, up.clientY)?.[1](dragged, up.clientX, up.clientY);
  };
  const oncancel = (key: KeyboardEvent): void => {
    if (key.key === "Escape") end(key);
  };
  const listeners = [
    ["pointermove", onmove],
    ["pointerup", end],
    ["pointercancel", end],
    ["keydown", oncancel],
  ] as const;
  for (const [name, hear] of listeners) window.addEventListener(name, hear as EventListener, true);
}

/** Watches for drags; called once, by the root. Returns how to stop. */
export function watchDrags(): () => void {
  window.addEventListener("pointerdown", onpointerdown, true);
  return () => window.removeEventListener("pointerdown", onpointerdown, true);
}
