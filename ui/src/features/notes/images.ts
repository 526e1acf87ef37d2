/** Pictures in notes on their way between the window and the notebook. */
import { notes as client } from "../../api/client";

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

/** The bytes of a file in Base64. */
export function toBase64(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(String(reader.result).replace(/^data:[^,]*,/, "")));
    reader.addEventListener("error", () => reject(new Error("the picture can't be read")));
    reader.readAsDataURL(file);
  });
}
