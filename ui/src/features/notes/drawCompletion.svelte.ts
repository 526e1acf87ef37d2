import { mount, unmount } from "svelte";
import type { LinkPrompt, PromptDrawing } from "./editor/linkPrompt";
import LinkCompletion from "./LinkCompletion.svelte";

class Shown {
  prompt = $state.raw() as LinkPrompt;
  constructor(prompt: LinkPrompt) {
    this.prompt = prompt;
  }
}

/** Draws the list of `[[` in the element that the editor places. */
export function drawCompletion(
  dom: HTMLElement,
  prompt: LinkPrompt,
  pick: (row: number) => void,
): PromptDrawing {
  const shown = new Shown(prompt);
  const component = mount(LinkCompletion, { target: dom, props: { shown, pick } });
  return {
    update(next) {
      shown.prompt = next;
    },
    destroy: () => void unmount(component),
  };
}
