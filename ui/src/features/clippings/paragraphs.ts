/** Which paragraph words are in, as a reader counts them: by the rule of `BlockKind::is_paragraph` in the core. */
import type { Block, BlockKind } from "../../api/generated";

const COUNTED: Record<BlockKind, boolean> = { paragraph: true, quote: true, listItem: true, code: true, heading: false, caption: false, tableRow: false };

/** From one; null in a headline, a caption or a table. */
export function paragraphAt(blocks: readonly Block[], block: number): number | null {
  const at = blocks[block];
  if (!at || !COUNTED[at.kind]) return null;
  return blocks.slice(0, block + 1).filter(({ kind }) => COUNTED[kind]).length;
}
