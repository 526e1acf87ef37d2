// A tag dragged onto another, to become a part of it: with the pointer, so that it works
// in every window system.

const FAR = 5;

export class TagDrag {
  /** The tag that is dragged. */
  path = $state<string | null>(null);
  /** What it is over: a tag, the heading (null), or nothing (undefined). */
  over = $state<string | null | undefined>(undefined);
  #drop: (path: string, onto: string | null) => void;
  /** A press that became a drag is no click. */
  #dragged = false;

  constructor(drop: (path: string, onto: string | null) => void) {
    this.#drop = drop;
  }

  get dragged(): boolean {
    return this.#dragged;
  }

  start(event: PointerEvent, path: string): void {
    if (event.button !== 0) return;
    this.#dragged = false;
    const { clientX, clientY } = event;
    const move = (at: PointerEvent): void => {
      if (this.path === null && Math.hypot(at.clientX - clientX, at.clientY - clientY) < FAR) return;
      this.path = path;
      this.#dragged = true;
      const under = document.elementFromPoint(at.clientX, at.clientY)?.closest<HTMLElement>("[data-tag-path]");
      this.over = under ? under.dataset["tagPath"] || null : undefined;
    };
    const end = (drops: boolean): void => {
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", up);
      removeEventListener("pointercancel", stop);
      removeEventListener("keydown", key, true);
      const { path: from, over } = this;
      this.path = null;
      this.over = undefined;
      if (drops && from !== null && over !== undefined) this.#drop(from, over);
    };
    const up = (): void => end(true);
    const stop = (): void => end(false);
    const key = (pressed: KeyboardEvent): void => {
      if (pressed.key !== "Escape" || this.path === null) return;
      pressed.preventDefault();
      pressed.stopPropagation();
      end(false);
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", up);
    addEventListener("pointercancel", stop);
    addEventListener("keydown", key, true);
  }
}
