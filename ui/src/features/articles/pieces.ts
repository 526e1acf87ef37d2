// What the Removed tab lists: pieces of the source in order, long kept
// stretches folded into one line, and totals by reason.

import type { RemovalReason, SourcePiece } from "../../api/generated";

export type PieceRow =
  | { row: "kept"; piece: SourcePiece }
  | { row: "cut"; piece: SourcePiece & { fate: "removed" }; repeatedIn: number | null }
  | { row: "fold"; first: number; last: number; pieces: SourcePiece[] };

/** Kept stretches of more than this many body pieces are folded. */
const SHOWN = 2;

const isCut = (piece: SourcePiece): piece is SourcePiece & { fate: "removed" } => piece.fate === "removed";

/** Rows with folds; a fold whose first line is in `open` is shown piece by piece. */
export function rowsOf(pieces: readonly SourcePiece[], open: ReadonlySet<number>): PieceRow[] {
  const rows: PieceRow[] = [];
  const keptLines = new Set(pieces.filter((piece) => !isCut(piece)).map(({ line }) => line));
  let run: SourcePiece[] = [];
  const flush = (): void => {
    const first = run[0];
    const last = run.at(-1);
    if (first && last && run.length > SHOWN && !open.has(first.line)) {
      rows.push({ row: "fold", first: first.line, last: last.line, pieces: run });
    } else rows.push(...run.map((piece): PieceRow => ({ row: "kept", piece })));
    run = [];
  };
  for (const [at, piece] of pieces.entries()) {
    if (isCut(piece)) {
      flush();
      const repeats = piece.repeats;
      // The line that repeats stands below: "repeated in 22", not "repeats line 22".
      const below = repeats !== null && repeats > piece.line && keptLines.has(repeats);
      rows.push({ row: "cut", piece, repeatedIn: below ? repeats : null });
    } else if (piece.fate === "body" && !beside(pieces, at)) run.push(piece);
    else {
      flush();
      rows.push({ row: "kept", piece });
    }
  }
  flush();
  return rows;
}

/** Whether a cut piece repeats this one, so that both should be seen together. */
function beside(pieces: readonly SourcePiece[], at: number): boolean {
  const line = pieces[at]?.line;
  return [pieces[at - 1], pieces[at + 1]].some((near) => near !== undefined && isCut(near) && near.repeats === line);
}

/** How many pieces were cut, by reason, most first. */
export function totalsOf(pieces: readonly SourcePiece[]): [RemovalReason, number][] {
  const totals = new Map<RemovalReason, number>();
  for (const piece of pieces) if (isCut(piece)) totals.set(piece.reason, (totals.get(piece.reason) ?? 0) + 1);
  return [...totals].sort((a, b) => b[1] - a[1]);
}
