// The words of a person's own tags, and of what is done with all results.

export const tagWords = {
  heading: "Tags",
  add: "Add a tag",
  suggested: "Tags in this notebook",
  remove: (tag: string) => `Remove the tag ${tag}`,
  find: (tag: string) => `Search for the tag ${tag}`,
  more: (value: string) => `${value} more`,
  fewer: "Fewer",
  placeholder: "Tag, or region/country",
};

export const resultWords = {
  actions: "With all results",
  tagAll: "Tag all results",
  tagHint: (articles: string) => `Tags ${articles}, each copy of an agency text too. It can be undone as one step.`,
  tag: "Tag",
  go: "Tag all",
  running: (done: string, total: string) => `Tagged ${done} of ${total}`,
  none: "All of them have this tag already.",
  cancelled: (done: string) => `Cancelled. ${done} tagged.`,
  copyPlain: "Copy as a list with sources",
  copyMarkdown: "Copy as a Markdown list with sources",
  copied: (articles: string) => `${articles} copied`,
  nothing: "No articles among the results",
};
