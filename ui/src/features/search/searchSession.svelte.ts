/** What the search view asks and shows. Kept while other views are open, so that Back finds it as it was. */
import { logProblem, search as client } from "../../api/client";
import type {
  EntityOffer,
  Explained,
  HitKind,
  NameChoice,
  NameId,
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
import { askFacets, type Counted } from "./askedFacets";
import { isAsRead } from "./queryText";

/** Results asked for with each letter: a little more than a window shows. */
export const FIRST = 12;
/** Results asked for as the list is scrolled. */
export const PAGE = 50;
/** Results asked for anew at most, when the notebook changes behind a list scrolled far down. */
const MOST_AGAIN = 500;

/** Milliseconds without a letter after which the counts beside the results follow. */
const FACETS_AFTER = 180;
/** Entities and notes that stand before the articles where results are by type. */
const FEW_OF_TYPE = 4;

const ALL_NAMES: NameChoice = { onlyTyped: false, without: [] };

type Asked = { query: SearchQuery; more: boolean; byType: boolean };
/** `reach`: how many results the list comes to when it is scrolled to its end. */
type Answer = { results: SearchResults; counts: SearchCounts | null; reach: number };

/** Asks so that it can be stopped: each part of a question goes by a name of its own. */
const run = (query: SearchQuery, asker: string): Promise<SearchResults> =>
  client.run({ ...query, asker: `${asker}/${query.kinds.join("+")}` });

/** The facets count every kind, also those that the results leave out. */
async function ask(asked: Asked, asker: string): Promise<Answer> {
  const { query, more } = asked;
  if (asked.byType && query.kinds.length === 0) return askByType(asked, asker);
  if (query.kinds.length === 0) {
    const results = await run(query, asker);
    return { results, counts: results.byKind, reach: results.total };
  }
  if (more) {
    const results = await run(query, asker);
    return { results, counts: null, reach: results.total };
  }
  const [results, all] = await Promise.all([
    run(query, asker),
    run({ ...query, kinds: [], limit: 1 }, asker),
  ]);
  return { results, counts: all.byKind, reach: results.total };
}

/** Entities, notes and quotes first, some of each, then the articles. */
async function askByType({ query, more }: Asked, asker: string): Promise<Answer> {
  const of = (kind: HitKind, limit = query.limit): Promise<SearchResults> => run({ ...query, kinds: [kind], limit }, asker);
  if (more) {
    const results = await of("article");
    return { results, counts: null, reach: -1 };
  }
  const [entities, notes, quotes, articles] = await Promise.all([
    of("entity", FEW_OF_TYPE),
    of("note", FEW_OF_TYPE),
    of("quote", FEW_OF_TYPE),
    of("article"),
  ]);
  const before = [...entities.hits, ...notes.hits, ...quotes.hits];
  const { byKind } = articles;
  const results = { ...articles, hits: [...before, ...articles.hits], total: byKind.articles + byKind.notes + byKind.entities + byKind.quotes };
  return { results, counts: byKind, reach: before.length + articles.total };
}

/** A question but for how many results it asks for. */
const allOf = ({ query, byType }: Pick<Asked, "query" | "byType">): string => JSON.stringify([{ ...query, offset: 0, limit: 0 }, byType]);

class SearchSession {
  text = $state("");
  kinds = $state.raw<readonly HitKind[]>([]);
  sort = $state.raw<SearchSort>("relevance");
  hits = $state.raw<readonly SearchHit[]>([]);
  total = $state(0);
  /** There are more than `total`, which is as far as is counted. */
  isMore = $state(false);
  counts = $state.raw<SearchCounts>({ articles: 0, notes: 0, entities: 0, quotes: 0 });
  /** How many have all the words; null where that says nothing. */
  allWords = $state.raw<number | null>(null);
  /** The query that finds only those. */
  allWordsQuery = $state.raw<string | null>(null);
  suggestion = $state.raw<Suggestion | null>(null);
  /** How the query was understood. */
  asked = $state.raw<readonly Explained[]>([]);
  /** What the words of `read` name; while more is typed, this may be of the text before. */
  #offers = $state.raw<{ read: string; found: readonly EntityOffer[] }>({ read: "", found: [] });
  /** The saved search that the results are of; what has come since it was last looked at is new. */
  saved = $state.raw<Pick<SavedSearch, "id" | "seen"> | null>(null);
  /** Which names of the entities asked for are searched; a choice holds for this search. */
  names = $state.raw<NameChoice>(ALL_NAMES);
  /** Null until they are counted for the first time. */
  facets = $state.raw<SearchFacets | null>(null);
  milliseconds = $state(0);
  waiting = $state(0);
  /** What the results on screen are for; null before the first answer. */
  answered = $state.raw<string | null>(null);
  failure = $state.raw<unknown>(null);
  /** Entities, notes and articles under headings of their own. */
  byType = $state(false);
  loadingMore = $state(false);
  active = $state(0);
  #reach = 0;
  /** What is to be done with the results of what is typed. */
  #waits: (() => void) | null = null;
  /** All that was asked for by the results on screen, and by what failed last. */
  #answeredAll: string | null = null;
  #failedAll: string | null = null;
  #latest: Latest<Asked, Answer>;
  #reading: Latest<string, ReadQuery>;
  #counting: Latest<Counted, SearchFacets>;
  #counted: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    const quietly = (problem: unknown): void => logProblem(`search: ${String(problem)}`);
    // Of this window and this session alone.
    const asker = Math.random().toString(36).slice(2);
    const [results, counts] = [`results-${asker}`, `counts-${asker}`];
    const stop = (of: string) => (): void => void client.stop(of).catch(quietly);
    this.#latest = new Latest(
      (asked: Asked) => ask(asked, results),
      ({ results, counts, reach }, asked) => {
        const { query, more } = asked;
        const chosen = this.hits[this.active]?.target.id;
        this.hits = more ? [...this.hits, ...results.hits] : results.hits;
        if (!more || !this.byType) this.total = results.total;
        if (!more) this.isMore = results.more === true;
        if (reach >= 0) this.#reach = reach;
        this.milliseconds = results.milliseconds;
        this.waiting = results.waiting;
        this.allWords = results.allWords ?? null;
        this.allWordsQuery = results.allWordsQuery ?? null;
        this.suggestion = results.suggestion ?? null;
        if (counts) this.counts = counts;
        // The same question asked again keeps the result that was chosen.
        const kept = this.answered === query.text ? this.hits.findIndex((hit) => hit.target.id === chosen) : 0;
        this.active = Math.max(0, kept);
        this.answered = query.text;
        this.failure = null;
        this.loadingMore = false;
        this.#answeredAll = allOf(asked);
        this.#failedAll = null;
        // Apart, so that what it throws is not taken for a search that failed.
        if (this.#isAnswered) queueMicrotask(() => this.#doWhatWaited());
      },
      (problem, asked) => {
        this.failure = problem;
        this.loadingMore = false;
        this.#failedAll = allOf(asked);
        this.#waits = null;
      },
      stop(results),
    );
    this.#reading = new Latest(
      client.read,
      ({ asked, offers }, text) => {
        this.asked = asked;
        this.#offers = { read: text, found: offers };
      },
      quietly,
    );
    this.#counting = new Latest(
      (counted: Counted) => askFacets(counted, counts),
      (facets) => (this.facets = facets),
      quietly,
      stop(counts),
    );
  }

  /** What is written as a field and searched as words, as it stands in the text. */
  readonly asWords = $derived<ReadonlySet<string>>(new Set(this.asked.flatMap((each) => (each.asked === "asWords" ? each.typed : []))));

  /** Entities that words of the text are names of, where those words still stand. */
  get offers(): readonly EntityOffer[] {
    const { read, found } = this.#offers;
    return found.filter(({ end }) => isAsRead(read, this.text, end));
  }

  /** What is asked for, all of it. */
  get query(): SearchQuery {
    const choice = this.names === ALL_NAMES ? {} : { names: this.names };
    return { text: this.text, kinds: [...this.kinds], offset: 0, limit: 0, sort: this.sort, ...choice };
  }

  /** Takes over what a saved search asks for. */
  showSaved({ id, seen, text, kinds, sort, names }: SavedSearch): void {
    this.kinds = kinds;
    this.sort = sort;
    this.names = names ?? ALL_NAMES;
    this.search(text);
    this.saved = { id, seen };
  }

  /** Searches for what is typed; old results stay until new ones come. */
  search(text: string): void {
    if (text !== this.text) {
      this.saved = null;
      this.#waits = null;
    }
    this.text = text;
    if (text.trim() === "") {
      this.#latest.drop();
      this.#reading.drop();
      this.#counting.drop();
      clearTimeout(this.#counted);
      this.names = ALL_NAMES;
      // A type that was chosen for one question would hide what the next one finds.
      this.kinds = [];
      this.asked = [];
      this.#offers = { read: "", found: [] };
      this.suggestion = null;
      this.facets = null;
      this.loadingMore = false;
      this.hits = [];
      this.total = 0;
      this.answered = null;
      this.#answeredAll = null;
      this.#failedAll = null;
      this.failure = null;
      return;
    }
    this.#ask(0);
  }

  /**
   * Does it with the results of what is typed, now or once they are there: a key right behind
   * the last letter is not meant for results of the letters before, or of another type or
   * order. Typing on takes it back. What failed is asked again.
   */
  whenAnswered(act: () => void): void {
    this.#waits = act;
    if (this.#isAnswered) this.#doWhatWaited();
    else if (this.#failedAll === this.#all) this.again();
  }

  /** Nothing waits for results any more: they are no longer looked at. */
  waitNoLonger(): void {
    this.#waits = null;
  }

  /** Searches again: more is searchable now, or the kinds changed. */
  again(): void {
    if (this.text.trim() !== "") this.#ask(0, Math.max(FIRST, Math.min(this.hits.length, MOST_AGAIN)));
  }

  more(): void {
    if (this.loadingMore || this.hits.length >= this.#reach || this.answered !== this.text) return;
    this.loadingMore = true;
    const grouped = this.byType && this.kinds.length === 0;
    this.#ask(grouped ? this.hits.filter(({ target }) => target.hit === "article").length : this.hits.length, PAGE);
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

  /** All types in one list, or each under its heading. */
  showByType(byType: boolean): void {
    this.byType = byType;
    this.again();
  }

  /** Searches by all names of an entity, or only by the one that was typed. */
  toggleAliases(): void {
    this.names = { ...this.names, onlyTyped: !this.names.onlyTyped };
    this.again();
  }

  /** Searches by this name, or no longer. */
  toggleName(id: NameId): void {
    const { without } = this.names;
    this.names = { ...this.names, without: without.includes(id) ? without.filter((other) => other !== id) : [...without, id] };
    this.again();
  }

  allKinds(): void {
    this.kinds = [];
    this.again();
  }

  get #all(): string {
    return allOf({ query: this.query, byType: this.byType });
  }

  get #isAnswered(): boolean {
    return this.#answeredAll === this.#all;
  }

  #doWhatWaited(): void {
    const act = this.#waits;
    this.#waits = null;
    act?.();
  }

  #ask(offset: number, limit = FIRST): void {
    const { text, query } = this;
    this.#latest.ask({ query: { ...query, offset, limit }, more: offset > 0, byType: this.byType });
    if (offset > 0) return;
    this.#reading.ask(text);
    clearTimeout(this.#counted);
    this.#counted = setTimeout(() => this.#counting.ask({ text, names: query.names }), FACETS_AFTER);
  }
}

export const searchSession = new SearchSession();
