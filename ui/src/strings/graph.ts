// The words of the graph of who is named with whom.

export const graphWords = {
  tab: "Graph",
  caption: (name: string, articles: string, one: boolean) =>
    `Named with ${name} in ${articles} ${one ? "article" : "articles"}`,
  newest: (articles: string) => `the newest ${articles}`,
  onlyKind: (kind: string) => `Only ${kind}`,
  from: "From year",
  to: "To year",
  anyYear: "Any year",
  nobody: "Nothing is named beside it here",
  nobodyHint: "Choose other kinds or years.",
  neighbour: (name: string, kind: string, articles: string, one: boolean) =>
    `${name}, ${kind}, ${articles} ${one ? "article" : "articles"} together`,
  together: "Named together",
  openPage: (name: string) => `Open ${name}`,
  and: (one: string, other: string) => `${one} and ${other}`,
  hint: "Choose a name to see with whom it is named.",
};
