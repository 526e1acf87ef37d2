// Tags as the tree that their paths make.

import type { Tag } from "../../api/generated";

export type TagNode = {
  tag: Tag;
  /** The last part of its path. */
  name: string;
  depth: number;
  /** Whether it has parts. */
  parent: boolean;
};

/** `a/b` of `a/b/c`; empty for what is no part. */
export const parentOf = (path: string): string => path.split("/").slice(0, -1).join("/");

const within = (path: string, of: string): boolean => path.toLowerCase().startsWith(`${of.toLowerCase()}/`);

/** The rows of the tree, without those inside what is folded. The list is in the order of paths. */
export function treeOf(list: readonly Tag[], folded: ReadonlySet<string>): TagNode[] {
  const rows: TagNode[] = [];
  let hidden: string | null = null;
  for (const [at, tag] of list.entries()) {
    if (hidden !== null && within(tag.path, hidden)) continue;
    hidden = folded.has(tag.path) ? tag.path : null;
    const parts = tag.path.split("/");
    const next = list[at + 1];
    rows.push({ tag, name: parts.at(-1) ?? tag.path, depth: parts.length - 1, parent: next !== undefined && within(next.path, tag.path) });
  }
  return rows;
}

/** The path of a tag that is put under another, or on top (null); null where it stands there already or would hold itself. */
export function pathUnder(path: string, parent: string | null): string | null {
  const name = path.split("/").at(-1) ?? path;
  if (parent !== null && (parent === path || within(parent, path))) return null;
  const next = parent === null ? name : `${parent}/${name}`;
  return next === path ? null : next;
}
