/**
 * Markdown that is read again only where it was changed. Lezer's parser takes over what it knows
 * block by block, so that in a note of a megabyte each key passes over tens of thousands of
 * them. Here the blocks at the top level stand in pieces, and whole pieces are taken over.
 *
 * A piece may be taken over where the text in it and two lines behind it are as they were: each
 * line is read with the blocks that are open then (CommonMark 0.31.2, appendix "A parsing
 * strategy"), but that a paragraph ends before a table, which the ruler under its head tells.
 *
 * A paragraph as long as a chapter, as pasted text without empty lines makes one, is cut between
 * lines and read as several: what is emphasised across a cut is not seen as that.
 */
import { markdownLanguage } from "@codemirror/lang-markdown";
import { Language } from "@codemirror/language";
import { NodeType, Parser, Tree, TreeFragment, type TreeBuffer, type Input, type PartialParse } from "@lezer/common";

/** The least of a text that is read at once, in UTF-16 units. */
const PIECE = 2_000;
/** How far behind the start of a known piece is read, to see that it still starts there. */
const BEYOND = 200;
/** How much more of it is read when no block ended there. */
const GROWTH = 4;

/** A block that is longer can't be read again for each key. */
const LONG = 64_000;
/** What a paragraph is cut into once this and the {@link GROWTH} above it did not end it. */
const CUT = 12_000;
/** Lines that are looked at for one that begins like the middle of a paragraph. */
const LINES = 20;

const inner = markdownLanguage.parser;
const documentType = inner.parse("").type;
/** A piece that ends in the middle of a paragraph. */
const cutOff = NodeType.define({ id: 0 });

export interface Piece {
  tree: Tree;
  from: number;
}

/** A block at the top level, with the line on which it starts. */
interface Block {
  tree: Tree;
  from: number;
  line: number;
}

/** Where a known piece may go on, and whether the one before it ends in the middle of a paragraph. */
interface Resume {
  at: number;
  within: boolean;
}

interface Reading {
  parse: PartialParse;
  end: number;
  resume: Resume | null;
  /** It may end in the middle of a paragraph. */
  cut: boolean;
}

/** A block that was longer than what was read of it: where it starts, and how much to read next time. */
interface LongBlock {
  at: number;
  size: number;
}

class PiecewiseParse implements PartialParse {
  stoppedAt: number | null = null;
  readonly #pieces: Piece[] = [];
  /** A block starts here, or the text ends. */
  #at = 0;
  #reading: Reading | null = null;
  #size = PIECE;

  constructor(
    readonly input: Input,
    readonly fragments: readonly TreeFragment[],
    readonly longest: LongBlock,
  ) {}

  get parsedPos(): number {
    return this.#reading ? Math.max(this.#at, Math.min(this.#reading.parse.parsedPos, this.#reading.end)) : this.#at;
  }

  stopAt(pos: number): void {
    this.stoppedAt = pos;
    // What is being read may go beyond: it is begun again, and ends there.
    if (this.#reading && this.#reading.end > pos) this.#reading = null;
  }

  advance(): Tree | null {
    const end = Math.min(this.stoppedAt ?? Infinity, this.input.length);
    if (this.#at >= end && this.#reading === null) return this.#whole(Math.max(end, this.#at));
    if (this.#reading === null) {
      if (this.#takeOver()) return null;
      this.#begin(end);
    }
    const read = this.#reading?.parse.advance() ?? null;
    if (read !== null) this.#keep(read, end);
    return null;
  }

  #whole(length: number): Tree {
    return new Tree(documentType, this.#pieces.map(({ tree }) => tree), this.#pieces.map(({ from }) => from), length);
  }

  /** Takes over the known pieces from here on, as long as nothing in them or right behind them was changed. */
  #takeOver(): boolean {
    const fragment = this.fragments.find(({ from, to }) => from <= this.#at && this.#at < to);
    if (!fragment) return false;
    const { tree, offset } = fragment;
    const started = this.#at;
    for (let index = indexOf(tree.positions, started + offset); index >= 0; index += 1) {
      const piece = tree.positions[index] === this.#at + offset ? tree.children[index] : undefined;
      if (!isPiece(piece) || !this.#isWhole(piece, fragment, tree.positions[index + 3])) break;
      this.#pieces.push({ tree: piece, from: this.#at });
      this.#at += piece.length;
    }
    return this.#at > started;
  }

  /** Whether the piece that starts here, and two lines behind it, are as they were. */
  #isWhole(piece: Tree, { to, offset, openEnd }: TreeFragment, third?: number): boolean {
    const end = this.#at + piece.length;
    if (end === this.input.length) return end === to && !openEnd;
    // Two pieces are two lines at least, and looking for these in the text costs more.
    return (third !== undefined && third - offset < to) || this.#lineEnd(this.#lineEnd(end) + 1) < to;
  }

  /** Reads on from here, to where something known may go on. */
  #begin(end: number): void {
    const within = this.#pieces.at(-1)?.tree.type === cutOff;
    // A reading that ran out of time goes on with as much, or it would never come to the end.
    if (this.longest.at === this.#at) this.#size = Math.max(this.#size, this.longest.size);
    if (within) this.#size = Math.max(this.#size, CUT);
    const resume = this.#resume();
    if (resume?.within) return this.#read(Math.min(end, resume.at), resume, true);
    if (within && resume === null) return this.#read(this.#cutNear(this.#at + this.#size, end), null, true);
    this.#read(Math.min(end, this.#lineEnd(resume === null ? this.#at + this.#size : resume.at + BEYOND) + 1), resume, false);
  }

  #read(until: number, resume: Resume | null, cut: boolean): void {
    // Lezer takes over blocks whose next line was changed, which may be wrong at their end: left to
    // it are only blocks too long to be read again for each key.
    const known = (this.#size > LONG ? this.fragments : [])
      .filter(({ from, to }) => from < until && this.#at < to)
      .map(({ from, to, tree, offset, openStart, openEnd }) => new TreeFragment(from, Math.min(to, until), tree, offset, openStart, openEnd || to > until));
    this.#reading = { parse: inner.startParse(this.input, known, [{ from: this.#at, to: until }]), end: until, resume, cut };
  }

  /** The first known piece behind what was changed. */
  #resume(): Resume | null {
    for (const { from, to, tree, offset } of this.fragments) {
      if (to <= this.#at + this.#size) continue;
      const first = Math.max(from, this.#at + this.#size / 2);
      const index = indexOf(tree.positions, first + offset - 1) + 1;
      const start = tree.positions[index];
      if (start === undefined || !isPiece(tree.children[index])) continue;
      const before = tree.children[index - 1];
      if (start - offset > this.#at && start - offset < to) return { at: start - offset, within: isPiece(before) && before.type === cutOff };
    }
    return null;
  }

  /** Keeps the blocks that are whole: up to where known ones go on, or but for the last, which may. */
  #keep(read: Tree, end: number): void {
    const reading = this.#reading;
    if (!reading) return;
    this.#reading = null;
    const blocks = this.#blocks(read);
    const last = blocks.at(-1);
    const paragraph = last?.tree.type.name === "Paragraph" && reading.end < end;
    if (reading.cut && paragraph && last.from + last.tree.length >= reading.end - 1) return this.#put(blocks, reading.end, cutOff);
    const resume = reading.resume?.within ? undefined : reading.resume?.at;
    let cut = reading.end;
    if (blocks.some(({ line }) => line === resume)) cut = resume ?? cut;
    else if (reading.end < end) cut = last && last.line > this.#at ? last.line : this.#at;
    if (cut <= this.#at) {
      if (blocks.length === 0) cut = reading.end;
      else if (paragraph && this.#size >= CUT * 2) return this.#read(this.#cutNear(this.#at + CUT, end), null, true);
      else {
        this.#size *= GROWTH;
        Object.assign(this.longest, { at: this.#at, size: this.#size });
        return;
      }
    }
    this.#put(blocks.filter(({ line }) => line < cut), cut);
  }

  /** A line near here that could not be anything but the middle of a paragraph; else any. */
  #cutNear(pos: number, end: number): number {
    const first = this.#lineEnd(pos) + 1;
    for (let [line, left] = [first, LINES]; line < end && left > 0; left -= 1) {
      if (/^\p{L}/u.test(this.input.read(line, line + 2))) return line;
      line = this.#lineEnd(line) + 1;
    }
    return Math.min(end, first);
  }

  #put(blocks: readonly Block[], end: number, type = NodeType.none): void {
    this.#size = PIECE;
    let at = 0;
    while (this.#at < end) {
      // No piece grows without end where much was read at once.
      let next = at;
      while (next < blocks.length && (next === at || (blocks[next]?.line ?? 0) - this.#at < 2 * PIECE)) next += 1;
      const to = blocks[next]?.line ?? end;
      const own = blocks.slice(at, next);
      const tree = new Tree(to === end ? type : NodeType.none, own.map((block) => block.tree), own.map(({ from }) => from - this.#at), to - this.#at);
      this.#pieces.push({ tree, from: this.#at });
      this.#at = to;
      at = next;
    }
  }

  #blocks(read: Tree): Block[] {
    const blocks: Block[] = [];
    for (let node = read.topNode.firstChild; node; node = node.nextSibling) {
      const from = node.from + this.#at;
      const { tree } = node;
      if (tree) blocks.push({ tree, from, line: this.#lineStart(from) });
    }
    return blocks;
  }

  #lineStart(pos: number): number {
    for (let to = pos; to > this.#at; ) {
      const from = Math.max(this.#at, to - 80);
      const at = this.input.read(from, to).lastIndexOf("\n");
      if (at >= 0) return from + at + 1;
      to = from;
    }
    return this.#at;
  }

  #lineEnd(pos: number): number {
    for (let from = pos; from < this.input.length; ) {
      const to = Math.min(this.input.length, from + 400);
      const at = this.input.read(from, to).indexOf("\n");
      if (at >= 0) return from + at;
      from = to;
    }
    return this.input.length;
  }
}

/** The pieces of a text, or the text itself, that reach into a part of it. */
export function piecesIn(tree: Tree, from: number, to: number): Piece[] {
  const found: Piece[] = [];
  for (let index = Math.max(0, indexOf(tree.positions, from)); index < tree.children.length; index += 1) {
    const [piece, start] = [tree.children[index], tree.positions[index] ?? 0];
    if (start > to) break;
    if (!isPiece(piece)) return [{ tree, from: 0 }];
    found.push({ tree: piece, from: start });
  }
  return found;
}

function isPiece(child: Tree | TreeBuffer | undefined): child is Tree {
  return child instanceof Tree && child.type.isAnonymous;
}

/** Index of the last position that is not behind `pos`; -1 where there is none. */
function indexOf(positions: readonly number[], pos: number): number {
  let [low, high] = [0, positions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((positions[middle] ?? 0) <= pos) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

class PiecewiseParser extends Parser {
  readonly #longest: LongBlock = { at: -1, size: PIECE };

  createParse(input: Input, fragments: readonly TreeFragment[], ranges: readonly { from: number; to: number }[]): PartialParse {
    const [range] = ranges;
    const whole = ranges.length === 1 && range?.from === 0 && range.to === input.length;
    // As part of another language it is small.
    return whole ? new PiecewiseParse(input, fragments, this.#longest) : inner.startParse(input, fragments, ranges);
  }
}

/** Markdown with what CodeMirror knows of it, for texts of any length. */
export const longMarkdown = new Language(markdownLanguage.data, new PiecewiseParser(), [], "markdown");
