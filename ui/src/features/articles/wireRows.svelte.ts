// The article list with the copies of unfolded groups under the row that stands for
// them. Rows are counted as they are seen; pages count them as they are fetched.

import { logProblem, wire } from "../../api/client";
import type { ArticleId, ArticleRow, WireGroup, WireGroupId, WireMember } from "../../api/generated";
import type { Pages } from "../../state/pages.svelte";
import { doInOrder, showFailure } from "../../state/toasts.svelte";

export type ListItem =
  | { is: "row"; id: ArticleId; read: boolean; row: ArticleRow; open: boolean }
  /** A copy under the row of its group; the others are compared with the longest. */
  | { is: "member"; id: ArticleId; read: boolean; member: WireMember; longest: boolean; of: WireGroupId };

type Copies = Pick<WireGroup, "reference" | "members">;
type Unfolded = { at: number; members: readonly WireMember[]; reference: ArticleId; group: WireGroupId };

/** Takes an article out of its group; said, and undone, by a toast. */
export async function splitOff(article: ArticleId): Promise<void> {
  await doInOrder("wire_split", () => wire.split(article));
}

export class WireRows {
  #pages: Pages<ArticleRow>;
  /** The groups that are unfolded, with their members once they are here. */
  #open = $state.raw<ReadonlyMap<WireGroupId, Copies>>(new Map());

  constructor(pages: Pages<ArticleRow>) {
    this.#pages = pages;
  }

  /** Where the unfolded groups stand, from the top; the row's own copy is not repeated. */
  readonly #unfolded = $derived.by<Unfolded[]>(() => {
    void this.#pages.version;
    const found: Unfolded[] = [];
    for (const [group, { reference, members }] of this.#open) {
      const at = this.#pages.find((row) => row.wire?.group === group);
      const lead = at >= 0 ? this.#pages.row(at)?.id : undefined;
      const others = members.filter(({ article }) => article !== lead);
      if (at >= 0 && others.length > 0) found.push({ at, members: others, reference, group });
    }
    return found.sort((a, b) => a.at - b.at);
  });

  get total(): number {
    return this.#pages.total + this.#unfolded.reduce((sum, { members }) => sum + members.length, 0);
  }

  get version(): number {
    // Both make rows change; the sum rises with either.
    return this.#pages.version + this.#rises;
  }

  #rises = $state(0);

  row(index: number): ListItem | undefined {
    let before = 0;
    for (const { at, members, reference, group } of this.#unfolded) {
      if (index <= at + before) break;
      const inside = index - before - at - 1;
      const member = members[inside];
      if (member) return { is: "member", id: member.article, read: member.read, member, longest: member.article === reference, of: group };
      before += members.length;
    }
    const row = this.#pages.row(index - before);
    return row && { is: "row", id: row.id, read: row.read, row, open: row.wire !== null && this.#open.has(row.wire.group) };
  }

  /** Which row of the notebook's list stands at this place, or holds the copy that does. */
  pagePlace(index: number): number {
    let before = 0;
    for (const { at, members } of this.#unfolded) {
      if (index <= at + before) break;
      if (index <= at + before + members.length) return at;
      before += members.length;
    }
    return index - before;
  }

  /** The row of the list that is above this one, not counting copies. */
  rowBefore(index: number): ArticleRow | undefined {
    for (let at = index - 1; at >= 0; at -= 1) {
      const item = this.row(at);
      if (item?.is === "row") return item.row;
      if (!item) return undefined;
    }
    return undefined;
  }

  ensure(from: number, to: number): void {
    const extra = this.total - this.#pages.total;
    this.#pages.ensure(Math.max(0, from - extra), to);
  }

  /** Where an article stands, or -1. */
  indexOf(id: ArticleId): number {
    let before = 0;
    const page = this.#pages.find((row) => row.id === id);
    for (const { at, members } of this.#unfolded) {
      const inside = members.findIndex(({ article }) => article === id);
      if (inside >= 0) return at + before + 1 + inside;
      if (page >= 0 && page <= at) break;
      before += members.length;
    }
    return page >= 0 ? page + before : -1;
  }

  /** Shows the copies of a group. */
  async unfold(group: WireGroupId): Promise<void> {
    if (this.#open.has(group)) return;
    try {
      const copies = await wire.group(group);
      this.#set(new Map([...this.#open, [group, copies]]));
    } catch (thrown) {
      showFailure(thrown, "wire_group");
    }
  }

  /** Hides them again. Says whether they were shown. */
  fold(group: WireGroupId): boolean {
    if (!this.#open.has(group)) return false;
    this.#set(new Map([...this.#open].filter(([other]) => other !== group)));
    return true;
  }

  /** Forgets what is unfolded: the list is now another one. */
  clear(): void {
    if (this.#open.size > 0) this.#set(new Map());
  }

  /** Marks copies as read or not, where they stand. */
  patchRead(ids: readonly ArticleId[], read: boolean): void {
    if (this.#open.size === 0) return;
    const change = (member: WireMember): WireMember => (ids.includes(member.article) ? { ...member, read } : member);
    this.#set(new Map([...this.#open].map(([group, copies]) => [group, { ...copies, members: copies.members.map(change) }])));
  }

  /** Fetches the unfolded groups again; one that is no longer there folds. */
  async refresh(): Promise<void> {
    const answers = await Promise.all(
      [...this.#open.keys()].map(async (group) => {
        try {
          return [group, await wire.group(group)] as const;
        } catch (thrown) {
          logProblem(`group of copies: ${String(thrown)}`);
          return null;
        }
      }),
    );
    const found = answers.filter((answer) => answer !== null);
    // What was folded meanwhile stays folded.
    if (this.#open.size > 0) this.#set(new Map(found.filter(([group]) => this.#open.has(group))));
  }

  #set(open: ReadonlyMap<WireGroupId, Copies>): void {
    this.#open = open;
    this.#rises += 1;
  }
}
