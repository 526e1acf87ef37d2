/** The picture of an entity on its way into the notebook, which keeps it as those of notes. */
import { entities as client, notes } from "../../api/client";
import { CommandError } from "../../api/errors";
import type { KeptImage } from "../../api/notes";
import { showFailure, showNotice } from "../../state/toasts.svelte";
import { entityWords } from "../../strings/en";

const words = entityWords.picture;

/** The hash of a picture that was kept; null, and a notice, when it was not. */
async function kept(ask: () => Promise<KeptImage | null | undefined>, command: string): Promise<string | null> {
  try {
    return (await ask())?.sha256 ?? null;
  } catch (thrown) {
    const { code, detail } = CommandError.from(thrown, command);
    if (code === "invalid_input") showNotice(words.refused(detail));
    else showFailure(thrown, command);
    return null;
  }
}

/** One that a person chooses in the system's dialog. */
export const chosenPicture = (): Promise<string | null> => kept(client.choosePicture, "entity_choose_picture");

/** The first of those that were let go over the page. */
export const droppedPicture = (drop: number): Promise<string | null> =>
  kept(async () => (await notes.takeDropped(drop))[0], "note_take_dropped");

/** That of the desktop's clipboard; says so when there is none. */
export const pastedPicture = (): Promise<string | null> =>
  kept(async () => {
    const sha256 = await notes.pasteImage();
    if (sha256 === null) showNotice(words.nothingToPaste);
    return sha256 === null ? null : { sha256, name: "" };
  }, "note_paste_image");
