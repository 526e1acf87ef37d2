// A new note is written to the notebook at once, so that nothing typed in it can be lost.

import { notes as client } from "../../api/client";
import type { Article, Note, NoteId } from "../../api/generated";
import { go, openNote } from "../../state/navigation.svelte";
import { showFailure } from "../../state/toasts.svelte";
import { findLinks, linkMarkup } from "./linkMarkup";
import { catchTyping, takeTyped } from "./typedAhead";

let last: NoteId | null = null;

/** Whether nobody has written in a text: it is empty, or the link that a note was made with. */
export function isUnwritten(body: string): boolean {
  const text = body.trim();
  const [link] = findLinks(text);
  return text === "" || (link?.from === 0 && link.to === text.length);
}

/** A new note: the one made last, as long as nobody has written in it and it began in the same way. */
export async function newNote(notes: Pick<typeof client, "create" | "get"> = client, body = ""): Promise<Note> {
  if (last !== null) {
    // Of another notebook, or gone: then a new one it is.
    const note = await notes.get(last).catch(() => null);
    if (note && !note.deleted && note.title.trim() === "" && note.body.trim() === body.trim()) return note;
  }
  const made = await notes.create("", body);
  last = made.id;
  return made;
}

/** A new note that begins with a link to an article, beside which it is written. `isBeside` says where the article stands. */
export async function noteOnArticle(article: Pick<Article, "id" | "title">, isBeside: boolean): Promise<void> {
  catchTyping();
  try {
    const note = await newNote(client, `${linkMarkup({ to: "article", id: article.id }, article.title)}\n\n`);
    if (isBeside) go({ view: "note", id: note.id }, { keepBeside: true });
    else openNote(note.id, { beside: true });
  } catch (thrown) {
    takeTyped();
    showFailure(thrown, "note_create");
  }
}
