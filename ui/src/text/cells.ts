// What parts the cells of a table's row. A row is kept as one text with bars; where it is
// shown beside other texts, a tab stands for each of them, and a thin line is drawn for that.

/** Between two cells: a bar between spaces, or at an end. */
export const BAR = /(?<=^|\s)\|(?=\s|$)/gu;

/** A row's text with tabs for its bars. Places in it are the same. */
export const withoutBars = (text: string): string => text.replace(BAR, "\t");

/** The cells of a text with tabs; one where there are none. */
export const shownCells = (text: string): string[] => text.split(/\s*\t\s*/u);
