// The props of a block of text, to be changed while it is shown.
import type { Mention } from "../../../src/api/generated";

export type BlockProps = {
  block: number;
  text: string;
  mentions: Mention[];
  marks: never[];
  painted: never[];
  current: never[];
  onmention: () => void;
  onclipping: () => void;
};

export function blockProps(block: number, text: string): BlockProps {
  const props = $state<BlockProps>({
    block, text, mentions: [], marks: [], painted: [], current: [], onmention: () => undefined, onclipping: () => undefined,
  });
  return props;
}
