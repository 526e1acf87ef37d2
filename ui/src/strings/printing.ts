// The words of what is printed.

export const printWords = {
  narrowed: (status: string) => `Items with the status: ${status}`,
  nothing: "No article, note or dossier is open that could be printed.",
  addresses: "Articles that it leads to",
  picture: (words: string) => (words === "" ? "[picture]" : `[picture: ${words}]`),
  cut: (printed: string, all: string) => `The first ${printed} of ${all} items are printed.`,
};
