// What is put into the clipboard.

/** Nothing was put there; said by a writer that has found nothing to copy. */
export class NothingToCopy extends Error {}

/**
 * Copies a text that is still to be fetched. Call it at once when a person asks: the web
 * view lets a page write only then, so the clipboard gets a promise and not the text.
 *
 * @throws what `fetched` throws.
 */
export async function copyFetched(fetched: Promise<string>): Promise<void> {
  const blob = fetched.then((text) => new Blob([text], { type: "text/plain" }));
  // The clipboard says only that it failed; why is in what was fetched.
  const written = navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]).catch((thrown: unknown) => thrown);
  await fetched;
  const failure = await written;
  if (failure !== undefined) throw failure;
}
