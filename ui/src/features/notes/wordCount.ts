import { countWords } from "../../text/words";
import { readableText } from "./linkMarkup";

/** Words of a note as read: links count by what they show, marks don't count. */
export const countNoteWords = (markdown: string): number => countWords(readableText(markdown));
