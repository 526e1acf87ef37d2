// An article that changes while a review of it goes on.
export function asked<T>(article: T): { article: T } {
  let now = $state.raw(article);
  return { get article() { return now; }, set article(next) { now = next; } };
}
