import type { ListRow } from '@xiaohao/documents';
import { rowKeyField } from '../building/content-parts.js';

/** Why a unit stands at another place among all. */
export interface RankMove {
  /** Units that stand before it now and did not then, and the other way round. */
  passedBy: string[];
  passed: string[];
  /** Whether its own numbers moved. */
  own: boolean;
}

interface Place {
  name: string;
  rank: number;
  numbers: string;
}

/** Of each unit whose rank differs, by the key of its row. */
export function rankMoves(was: readonly ListRow[], is: readonly ListRow[]): Map<string, RankMove> {
  const [then, now] = [placesOf(was), placesOf(is)];
  const moves = new Map<string, RankMove>();
  for (const [key, place] of now) {
    const former = then.get(key);
    if (!former || former.rank === place.rank) continue;
    const wasBefore = new Set(before(then, former).keys());
    const isBefore = new Map(before(now, place));
    moves.set(key, {
      passedBy: [...isBefore].filter(([other]) => !wasBefore.has(other)).map(([, { name }]) => name),
      passed: [...wasBefore]
        .filter((other) => !isBefore.has(other))
        .map((other) => (now.get(other) ?? then.get(other)!).name),
      own: former.numbers !== place.numbers,
    });
  }
  return moves;
}

const before = (places: ReadonlyMap<string, Place>, { rank }: Place) =>
  new Map([...places].filter(([, other]) => other.rank < rank));

const placesOf = (rows: readonly ListRow[]) =>
  new Map(
    rows
      .filter((row) => typeof row['rank'] === 'number')
      .map((row): [string, Place] => [
        String(row[rowKeyField]),
        {
          name: String(row['leadUnit']),
          rank: Number(row['rank']),
          numbers: `${row['count']} ${row['done']} ${row['overdue']}`,
        },
      ]),
  );
