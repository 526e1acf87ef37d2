// The words of import problems, and of closing the window while an import runs.

/** Closing the window while an import runs. */
export const quitWords = {
  title: "An import is running",
  what: "If you quit, what is imported stays and the rest is not imported. To go on later, import the same files again: what is there already is passed over.",
  stay: "Go on importing",
  quit: "Quit",
};

export const problems = {
  title: (value: string) => value,
  safe: "originals are safe",
  none: "No import problems",
  noneHint: "What an import cannot read is listed here until it is dealt with.",
  chosen: (problems: string) => `${problems} chosen`,
  choose: (name: string) => `Choose ${name}`,
  ignoreChosen: "Ignore",
  ignoreKind: (many: string) => `Ignore all ${many} of this kind`,
  ignore: "Ignore",
  showOriginal: "Show original",
  fetchAgain: "Fetch again",
  fetchAll: (links: string) => `Fetch ${links}`,
};
