// The kept original, as it came in.

export const original = {
  loading: "Reading the original",
  label: "Original, as it came in",
  intact: "same since import",
  changed: "changed since import",
  note: "Scripts, pictures and links are switched off.",
  encoding: (name: string) => `Read as ${name}`,
  noteOfPages: "Links and forms are switched off.",
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  drawing: (page: number) => `Drawing page ${page}`,
  unshown: (shown: number, pages: number) => `The first ${shown} of ${pages} pages are shown. The file has all of them.`,
  undrawn: (page: number) => `Page ${page} can’t be drawn. The file is kept as it came.`,
  unreadable: "The pages of this PDF can’t be drawn. The file is kept as it came.",
  again: "Try again",
};
