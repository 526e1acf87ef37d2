/** Pictures in notes on their way between the desktop, the window and the notebook. */
import { notes as client } from "../../api/client";
import { CommandError } from "../../api/errors";
import type { KeptImage } from "../../api/notes";
import { showFailure, showNotice } from "../../state/toasts.svelte";
import { notePictures as words } from "../../strings/noteWork";
import { linkWords } from "./linkMarkup";

/** Addresses of pictures that were drawn lately, oldest first. */
const known = new Map<string, Promise<string | null>>();
const KEPT = 40;

/** A `data:` address of a kept picture, the only kind that the window's policy lets be drawn. */
export function imageAddress(sha256: string): Promise<string | null> {
  const found = known.get(sha256) ?? client.image(sha256).then((image) => image && `data:${image.mediaType};base64,${image.base64}`);
  known.delete(sha256);
  known.set(sha256, found);
  // What failed may be there the next time.
  found.catch(() => known.delete(sha256));
  for (const oldest of known.keys()) {
    if (known.size <= KEPT) break;
    known.delete(oldest);
  }
  return found;
}

/** The largest file that is kept, in bytes, as the notebook has it: a larger one is not even read. */
const LARGEST = 20 * 1024 * 1024;

/** Keeps a picture that the web view handed over; null, and a notice, when it can't be kept. */
export async function keepPicture(file: File): Promise<string | null> {
  if (file.size > LARGEST) {
    showNotice(words.refused(file.name));
    return null;
  }
  const ask = async (): Promise<KeptImage[]> => [{ sha256: await client.keepImage(await toBase64(file)), name: file.name }];
  return (await markupOf(ask, "note_keep_image")) || null;
}

/** Markdown of the picture on the desktop's clipboard; empty when there is none. */
export const pastedPicture = (): Promise<string> =>
  markupOf(async () => {
    const sha256 = await client.pasteImage();
    return sha256 === null ? [] : [{ sha256, name: "" }];
  }, "note_paste_image");

/** Markdown of pictures that a person chooses in the system's dialog. */
export const chosenPictures = (): Promise<string> => markupOf(client.chooseImages, "note_choose_images");

/** Markdown of the pictures of one drop from the desktop. */
export const droppedPictures = (drop: number): Promise<string> => markupOf(() => client.takeDropped(drop), "note_take_dropped");

/** Has pictures kept and makes Markdown of them, each on a line; says why when they are not. */
async function markupOf(keep: () => Promise<readonly KeptImage[]>, command: string): Promise<string> {
  try {
    const kept = await keep();
    return kept.map(({ sha256, name }) => `![${linkWords(name.replace(/\.\w{3,4}$/, ""))}](image:${sha256})\n`).join("\n");
  } catch (thrown) {
    const { code, detail } = CommandError.from(thrown, command);
    if (code === "invalid_input") showNotice(words.refused(detail));
    else showFailure(thrown, command);
    return "";
  }
}

/** The bytes of a file in Base64. */
function toBase64(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(String(reader.result).replace(/^data:[^,]*,/, "")));
    reader.addEventListener("error", () => reject(new Error("the picture can't be read")));
    reader.readAsDataURL(file);
  });
}
