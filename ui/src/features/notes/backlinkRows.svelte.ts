/** Links that lead to a target, in pages: one to an entity may have tens of thousands. */
import { notes as client } from "../../api/client";
import type { Backlink, LinkTarget, UnlinkedMention } from "../../api/generated";

const PAGE = 40;

export class BacklinkRows {
  rows = $state.raw<readonly Backlink[]>([]);
  total = $state(0);
  mentions = $state.raw<readonly UnlinkedMention[]>([]);
  #target: LinkTarget | null = null;

  /** Fetches as many rows as are shown, or a first page. What fails leaves what is listed. */
  async load(target: LinkTarget): Promise<void> {
    if (this.#target?.id !== target.id) this.rows = this.mentions = [];
    this.#target = target;
    const page = await client.backlinks(target, null, Math.max(PAGE, this.rows.length)).catch(() => null);
    if (page === null || this.#target.id !== target.id) return;
    [this.rows, this.total] = [page.rows, page.total];
  }

  async more(): Promise<void> {
    const target = this.#target;
    const last = this.rows.at(-1);
    if (!target || !last) return;
    const page = await client.backlinks(target, { note: last.note, position: last.position }, PAGE).catch(() => null);
    if (page !== null && this.#target?.id === target.id) this.rows = [...this.rows, ...page.rows];
  }

  async loadMentions(target: LinkTarget): Promise<void> {
    const found = await client.mentions(target).catch(() => null);
    if (found !== null && this.#target?.id === target.id) this.mentions = found;
  }
}
