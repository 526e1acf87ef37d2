/** What the search view asks and shows. Kept while other views are open, so that Back finds it as it was. */
import { logProblem, search as client } from "../../api/client";
import type {
  EntityOffer,
  Explained,
  HitKind,
  ReadQuery,
  SavedSearch,
  SearchCounts,
  SearchFacets,
  SearchHit,
  SearchQuery,
  SearchResults,
  SearchSort,
  Suggestion,
} from "../../api/generated";
import { Latest } from "./latest";
import { isAsRead, rangeOf, setRange } from "./queryText";

/** Results asked for with each letter: a little more than a window shows. */
export const FIRST = 12;
/** Results asked for as the list is scrolled. */
export const PAGE = 50;
/** Results asked for anew at most, when the notebook changes behind a list scrolled far down. */
const MOST_AGAIN = 500;

/** Milliseconds without a letter after which the counts beside the results follow. */
const FACETS_AFTER = 180;

type Asked = { query: SearchQuery; more: boolean };
type Answer = { results: SearchResults; counts: SearchCounts | null };

/** The facets count every kind, also those that the results leave out. */
async function ask({ query, more }: Asked): Promise<Answer> {
  if (query.kinds.length === 0) {
    const results = await client.run(query);
    return { results, counts: results.byKind };
  }
  if (more) return { results: await client.run(query), counts: null };
  const [results, all] = await Promise.all([
    client.run(query),
    client.run({ ...query, kinds: [], limit: 1 }),
  ]);
  return { results, counts: all.byKind };
}

/** The months are those of the query without its dates, so that a range can be widened again. */
async function askFacets(text: string): Promise<SearchFacets> {
  const { from, until } = rangeOf(text);
  if (from === null && until === null) return client.facets(text);
  const [facets, ever] = await Promise.all([client.facets(text), client.facets(setRange(text, { from: null, until: null }))]);
  return { ...facets, months: ever.months };
}

class SearchSession {
  text = $state("");
  kinds = $state.raw<readonly HitKind[]>([]);
  sort = $state.raw<SearchSort>("relevance");
  hits = $state.raw<readonly SearchHit[]>([]);
  total = $state(0);
  counts = $state.raw<SearchCounts>({ articles: 0, notes: 0, entities: 0 });
  /** How many have all the words; null where that says nothing. */
  allWords = $state.raw<number | null>(null);
  suggestion = $state.raw<Suggestion | null>(null);
  /** How the query was understood. */
  asked = $state.raw<readonly Explained[]>([]);
  /** What the words of `read` name; while more is typed, this may be of the text before. */
  #offers = $state.raw<{ read: string; found: readonly EntityOffer[] }>({ read: "", found: [] });
  /** The saved search that the results are of; what has come since it was last looked at is new. */
  saved = $state.raw<Pick<SavedSearch, "id" | "seen"> | null>(null);
  /** Null until they are counted for the first time. */
  facets = $state.raw<SearchFacets | null>(null);
  milliseconds = $state(0);
  waiting = $state(0);
  /** What the results on screen are for; null before the first answer. */
  answered = $state.raw<string | null>(null);
  failure = $state.raw<unknown>(null);
  loadingMore = $state(false);
  active = $state(0);
  #latest: Latest<Asked, Answer>;
  #reading: Latest<string, ReadQuery>;
  #counting: Latest<string, SearchFacets>;
  #counted: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.#latest = new Latest(
      ask,
      ({ results, counts }, { query, more }) => {
        const chosen = this.hits[this.active]?.target.id;
        this.hits = more ? [...this.hits, ...results.hits] : results.hits;
        this.total = results.total;
        this.milliseconds = results.milliseconds;
        this.waiting = results.waiting;
        this.allWords = results.allWords ?? null;
        this.suggestion = results.suggestion ?? null;
        if (counts) this.counts = counts;
        // The same question asked again keeps the result that was chosen.
        const kept = this.answered === query.text ? this.hits.findIndex((hit) => hit.target.id === chosen) : 0;
        this.active = Math.max(0, kept);
        this.answered = query.text;
        this.failure = null;
        this.loadingMore = false;
      },
      (problem) => {
        this.failure = problem;
        this.loadingMore = false;
      },
    );
    const quietly = (problem: unknown): void => logProblem(`search: ${String(problem)}`);
    this.#reading = new Latest(
      client.read,
      ({ asked, offers }, text) => {
        this.asked = asked;
        this.#offers = { read: text, found: offers };
      },
      quietly,
    );
    this.#counting = new Latest(askFacets, (facets) => (this.facets = facets), quietly);
  }

  /** Entities that words of the text are names of, where those words still stand. */
  get offers(): readonly EntityOffer[] {
    const { read, found } = this.#offers;
    return found.filter(({ end }) => isAsRead(read, this.text, end));
  }

  /** What is asked for, all of it. */
  get query(): SearchQuery {
    return { text: this.text, kinds: [...this.kinds], offset: 0, limit: 0, sort: this.sort };
  }

  /** Takes over what a saved search asks for. */
  showSaved({ id, seen, text, kinds, sort }: SavedSearch): void {
    this.kinds = kinds;
    this.sort = sort;
    this.search(text);
    this.saved = { id, seen };
  }

  /** Searches for what is typed; old results stay until new ones come. */
  search(text: string): void {
    if (text !== this.text) this.saved = null;
    this.text = text;
    if (text.trim() === "") {
      this.#latest.drop();
      this.#reading.drop();
      this.#counting.drop();
      clearTimeout(this.#counted);
      this.asked = [];
      this.#offers = { read: "", found: [] };
      this.suggestion = null;
      this.facets = null;
      this.loadingMore = false;
      this.hits = [];
      this.total = 0;
      this.answered = null;
      this.failure = null;
      return;
    }
    this.#ask(0);
  }

  /** Searches again: more is searchable now, or the kinds changed. */
  again(): void {
    if (this.text.trim() !== "") this.#ask(0, Math.max(FIRST, Math.min(this.hits.length, MOST_AGAIN)));
  }

  more(): void {
    if (this.loadingMore || this.hits.length >= this.total || this.answered !== this.text) return;
    this.loadingMore = true;
    this.#ask(this.hits.length, PAGE);
  }

  toggle(kind: HitKind): void {
    this.kinds = this.kinds.includes(kind)
      ? this.kinds.filter((each) => each !== kind)
      : [...this.kinds, kind];
    this.again();
  }

  sortBy(sort: SearchSort): void {
    this.sort = sort;
    this.again();
  }

  allKinds(): void {
    this.kinds = [];
    this.again();
  }

  #ask(offset: number, limit = FIRST): void {
    const { text, sort } = this;
    this.#latest.ask({ query: { text, kinds: [...this.kinds], offset, limit, sort }, more: offset > 0 });
    if (offset > 0) return;
    this.#reading.ask(text);
    clearTimeout(this.#counted);
    this.#counted = setTimeout(() => this.#counting.ask(text), FACETS_AFTER);
  }
}

export const searchSession = new SearchSession();
