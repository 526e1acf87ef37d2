import { mount, unmount } from "svelte";
import type { LinkPrompt, PromptDrawing } from "./editor/linkPrompt";
import LinkCompletion from "./LinkCompletion.svelte";

/** Draws the list of `[[` in the element that the editor places. */
export function drawCompletion(
  dom: HTMLElement,
  prompt: LinkPrompt,
  pick: (row: number) => void,
): PromptDrawing {
  const state = $state({ prompt });
  const component = mount(LinkCompletion, { target: dom, props: { state, pick } });
  return {
    update: (next) => (state.prompt = next),
    destroy: () => void unmount(component),
  };
}
