// Dragging in an outline by the pointer: its own rows by their grips, and things from elsewhere.
// Native drags don't start in every system's web view.

import type { DossierItem, ItemPlace } from "../../api/generated";
import type { DossierModel } from "./dossierModel.svelte";
import { partAt, placeAt, placeOf, type DropPart } from "./dropping";

/** Pixels from the outline's edge at which it scrolls, and how far for each move. */
const EDGE = 28;
const STEP = 12;

export type Over = { item: DossierItem; part: DropPart; top: number; height: number };

export class OutlineDrag {
  readonly #model: () => DossierModel;
  readonly #box: () => HTMLElement | undefined;
  #dragged = $state.raw<DossierItem | null>(null);
  #over = $state.raw<Over | null>(null);

  constructor(model: () => DossierModel, box: () => HTMLElement | undefined) {
    this.#model = model;
    this.#box = box;
  }

  /** The row that is dragged. */
  get dragged(): DossierItem | null {
    return this.#dragged;
  }

  /** The row that it may be let go over. */
  get drop(): Over | null {
    return this.#dragged && this.#place() ? this.#over : null;
  }

  /** Follows the pointer from a row's grip. */
  grip(event: PointerEvent, item: DossierItem): void {
    event.preventDefault();
    const start = event.clientY;
    const onmove = (move: PointerEvent): void => {
      if (!this.#dragged && Math.abs(move.clientY - start) < 4) return;
      this.#dragged = item;
      this.#over = this.#rowAt(move.clientX, move.clientY);
      this.#scroll(move.clientY);
    };
    const stop = (): void => {
      window.removeEventListener("pointermove", onmove);
      window.removeEventListener("pointerup", onup);
      window.removeEventListener("pointercancel", stop);
      window.removeEventListener("keydown", onkey, true);
      this.#dragged = null;
      this.#over = null;
    };
    const onup = (): void => {
      const place = this.#place();
      stop();
      if (place) void this.#model().move(item.id, place);
    };
    const onkey = (key: KeyboardEvent): void => {
      if (key.key !== "Escape") return;
      key.stopPropagation();
      stop();
    };
    window.addEventListener("pointermove", onmove);
    window.addEventListener("pointerup", onup);
    window.addEventListener("pointercancel", stop);
    window.addEventListener("keydown", onkey, true);
  }

  /** Where something from elsewhere goes that is let go here. */
  placeAt(x: number, y: number): ItemPlace {
    const over = this.#model().status === null ? this.#rowAt(x, y) : null;
    return placeAt(over?.item, over?.part ?? "after");
  }

  #place(): ItemPlace | null {
    const [dragged, over] = [this.#dragged, this.#over];
    return dragged && over ? placeOf(dragged, over.item, over.part, this.#isInside(dragged, over.item)) : null;
  }

  #rowAt(x: number, y: number): Over | null {
    const box = this.#box();
    const row = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-index]");
    const item = row && box?.contains(row) ? this.#model().rows.row(Number(row.dataset["index"])) : undefined;
    if (!row || !item || !box) return null;
    const at = row.getBoundingClientRect();
    return { item, part: partAt(y, at.top, at.height), top: at.top - box.getBoundingClientRect().top, height: at.height };
  }

  #scroll(y: number): void {
    const tree = this.#box()?.querySelector<HTMLElement>("[role=tree]");
    if (!tree) return;
    const view = tree.getBoundingClientRect();
    if (y < view.top + EDGE) tree.scrollTop -= STEP;
    else if (y > view.bottom - EDGE) tree.scrollTop += STEP;
  }

  /** Whether `item` stands under the dragged one, as far as rows are shown. */
  #isInside(outer: DossierItem, item: DossierItem): boolean {
    const { rows } = this.#model();
    let { parent } = item;
    while (parent) {
      if (parent === outer.id) return true;
      const id = parent;
      parent = rows.row(rows.find((row) => row.id === id))?.parent ?? null;
    }
    return false;
  }
}
