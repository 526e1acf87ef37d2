/**
 * Picture files that are let go over the window: the shell keeps their paths and asks where
 * they go. A note that lies under them takes them; else they are imported.
 */
import { imports as importClient, on } from "../../api/client";
import { showFailure } from "../../state/toasts.svelte";

type Taker = (drop: number, x: number, y: number) => void;

const takers = new Map<HTMLElement, Taker>();

/** Takes pictures that are let go over `element`. Returns how to stop. */
export function takePictures(element: HTMLElement, take: Taker): () => void {
  takers.set(element, take);
  return () => void takers.delete(element);
}

/** Answers the shell; called once, by the root. Returns how to stop. */
export function watchPictureDrops(): () => void {
  return on("dropped_pictures", ({ id, x, y }) => {
    const under = document.elementFromPoint(x, y);
    const taker = [...takers].find(([element]) => under !== null && element.contains(under));
    if (taker) taker[1](id, x, y);
    else importClient.startDropped(id).catch((thrown: unknown) => showFailure(thrown, "import_dropped"));
  });
}
