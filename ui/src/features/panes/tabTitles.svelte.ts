// What tabs are called: asked once for each thing, and again when it changes.

import { articles, entities, logProblem, notes } from "../../api/client";
import { dossiers } from "../../api/dossiers";
import type { Change } from "../../api/generated";
import { list, noteWords } from "../../strings/en";
import { unturned } from "../../text/turning";

export type Titled = { is: "article" | "note" | "entity" | "dossier"; id: string };

const CHANGES: Partial<Record<Change["changed"], Titled["is"]>> = { articles: "article", notes: "note", entities: "entity", dossiers: "dossier" };
/** Milliseconds that changes are gathered for: an import or a writing person makes many. */
const GATHERED = 300;

async function ask({ is, id }: Titled): Promise<string> {
  if (is === "article") return unturned((await articles.get(id)).title) || list.untitled;
  if (is === "note") return unturned((await notes.get(id)).title) || noteWords.untitled;
  if (is === "entity") return (await entities.get(id)).name;
  return (await dossiers.page(id, null, 0, 1)).dossier.name;
}

const keyOf = ({ is, id }: Titled): string => `${is}:${id}`;

export class TabTitles {
  #titles = $state.raw<ReadonlyMap<string, string>>(new Map());
  /** What has a tab; a failed question is asked again only after a change. */
  #shown = new Map<string, Titled>();
  #due = new Map<string, Titled>();
  #running = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  of(target: Titled): string | undefined {
    return this.#titles.get(keyOf(target));
  }

  /** These have tabs now. */
  show(targets: readonly Titled[]): void {
    const next = new Map(targets.map((target) => [keyOf(target), target]));
    for (const [key, target] of next) if (!this.#shown.has(key)) this.#due.set(key, target);
    this.#shown = next;
    void this.#run();
  }

  /** Hears of a change; no ids say that any may have changed. */
  hear(change: Change): void {
    const is = CHANGES[change.changed];
    if (is === undefined || !("ids" in change)) return;
    const ids: readonly string[] = change.ids;
    for (const [key, target] of this.#shown) {
      if (target.is === is && (ids.length === 0 || ids.includes(target.id))) this.#due.set(key, target);
    }
    if (this.#due.size > 0) this.#timer ??= setTimeout(() => void this.#later(), GATHERED);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#shown.clear();
    this.#due.clear();
  }

  #later(): Promise<void> {
    this.#timer = undefined;
    return this.#run();
  }

  /** One question at a time: a window of twenty tabs must not hold up what is being read. */
  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    for (const [key, target] of this.#due) {
      this.#due.delete(key);
      if (!this.#shown.has(key)) continue;
      try {
        const title = await ask(target);
        if (title !== this.#titles.get(key)) this.#titles = new Map([...this.#titles, [key, title]]);
      } catch (thrown) {
        logProblem(`tab: ${String(thrown)}`);
      }
    }
    this.#running = false;
  }
}
