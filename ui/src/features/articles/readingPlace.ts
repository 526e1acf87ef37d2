// Where a person is in the text of an article: kept for the next time, and held while
// letters change their size.

import { articles, logProblem } from "../../api/client";
import type { ArticleId, ReadingPlace } from "../../api/generated";
import { scalarLength } from "../../text/offsets";

/** Pixels from the top within which nothing has been read yet. */
const BEGINNING = 60;

/** The block at the upper edge, and about how many of its letters stand above that; null at the beginning. */
export function placeIn(paper: HTMLElement): ReadingPlace | null {
  if (paper.scrollTop < BEGINNING) return null;
  const edge = paper.getBoundingClientRect().top;
  for (const element of paper.querySelectorAll<HTMLElement>("[data-block]")) {
    const block = Number(element.dataset["block"]);
    const box = element.getBoundingClientRect();
    if (block < 0 || box.bottom <= edge) continue;
    const part = box.height > 0 ? Math.max(0, edge - box.top) / box.height : 0;
    return { block, at: Math.floor(part * scalarLength(element.textContent ?? "")) };
  }
  return null;
}

/** Puts a place, whose block is drawn, at the upper edge. */
export function scrollTo(paper: HTMLElement, { block, at }: ReadingPlace): void {
  const element = paper.querySelector<HTMLElement>(`[data-block="${block}"]`);
  if (!element) return;
  const box = element.getBoundingClientRect();
  const letters = Math.max(1, scalarLength(element.textContent ?? ""));
  paper.scrollTop += box.top - paper.getBoundingClientRect().top + (box.height * Math.min(at, letters)) / letters;
}

/** Places of this session: an article may have been fetched before its place was kept. */
const latest = new Map<ArticleId, { version: number; place: ReadingPlace | null }>();

const same = (one: ReadingPlace | null, other: ReadingPlace | null): boolean => one?.block === other?.block && one?.at === other?.at;

/** Keeps the place in one article once a person has stopped moving in it. */
export class PlaceKeeper {
  #id: ArticleId | null = null;
  /** Of the text that is shown: in another one the notebook finds the place. */
  #version = 0;
  #kept: ReadingPlace | null = null;
  #now: ReadingPlace | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Where the person is; null at the beginning. */
  get now(): ReadingPlace | null {
    return this.#now;
  }

  /** Another article: what was left to keep of the one before is kept. */
  begin(id: ArticleId, kept: ReadingPlace | null, version: number): void {
    this.keep();
    this.#id = id;
    this.#version = version;
    const known = latest.get(id);
    this.#kept = known && known.version === version ? known.place : kept;
    this.#now = this.#kept;
  }

  moved(now: ReadingPlace | null): void {
    this.#now = now;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.keep(), 800);
  }

  keep(): void {
    clearTimeout(this.#timer);
    if (this.#id === null || same(this.#now, this.#kept)) return;
    this.#kept = this.#now;
    latest.set(this.#id, { version: this.#version, place: this.#now });
    articles.keepPlace(this.#id, this.#now).catch((thrown: unknown) => logProblem(`reading place: ${String(thrown)}`));
  }
}
