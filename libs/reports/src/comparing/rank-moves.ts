import type { ListRow } from '@xiaohao/documents';
import { rowKeyField } from '../building/content-parts.js';

/** Why a unit stands at another place among all. */
export interface RankMove {
  /** Units that stand before it now and did not, or did and do not now. */
  others: Readonly<Partial<Record<(typeof overtakings)[number]['name'], string[]>>>;
  /** Whether its own numbers moved. */
  own: boolean;
  /** One of the reports ranks nobody, or does not rank this one. */
  ranking?: 'begun' | 'ended' | 'ownBegun' | 'ownEnded';
}

interface Place {
  name: string;
  rank: number;
  numbers: string;
}

/** How another unit stands to this one: undefined where it is not ranked. */
type Standing = 'before' | 'beside' | 'behind' | undefined;

/** What may become of another unit, in the order it is told. Only those that came before it or are there no longer move a rank: equals share one. */
export const overtakings = [
  { name: 'passedBy', holds: (was, is) => is === 'before' && (was === 'beside' || was === 'behind') },
  { name: 'rankedNow', holds: (was, is) => is === 'before' && was === undefined },
  { name: 'passed', holds: (was, is) => was === 'before' && is === 'behind' },
  { name: 'beside', holds: (was, is) => was === 'before' && is === 'beside' },
  { name: 'rankedNoMore', holds: (was, is) => was === 'before' && is === undefined },
] as const satisfies readonly { name: string; holds: (was: Standing, is: Standing) => boolean }[];

/** Of each unit whose rank differs, by the key of its row. */
export function rankMoves(was: readonly ListRow[], is: readonly ListRow[]): Map<string, RankMove> {
  const [then, now] = [placesOf(was), placesOf(is)];
  const keys = [...new Set([...then.keys(), ...now.keys()])];
  if (then.size === 0 || now.size === 0) return rankings(was, is);
  const moves = new Map<string, RankMove>();
  for (const [key, place] of now) {
    const former = then.get(key);
    if (!former || former.rank === place.rank) continue;
    const others = overtakings.flatMap(({ name, holds }) => {
      const those = keys.filter((other) => holds(standing(then.get(other), former), standing(now.get(other), place)));
      return those.length > 0 ? [[name, those.map((other) => (now.get(other) ?? then.get(other)!).name)]] : [];
    });
    moves.set(key, { others: Object.fromEntries(others), own: former.numbers !== place.numbers });
  }
  const stood = new Set(was.map(keyOf));
  for (const key of is.map(keyOf)) {
    if (stood.has(key) && then.has(key) !== now.has(key)) {
      moves.set(key, { others: {}, own: true, ranking: now.has(key) ? 'ownBegun' : 'ownEnded' });
    }
  }
  return moves;
}

/** Of every unit, where one report ranks nobody. */
function rankings(was: readonly ListRow[], is: readonly ListRow[]): Map<string, RankMove> {
  const ranking = hasRanks(is) ? 'begun' : 'ended';
  if (hasRanks(was) === hasRanks(is)) return new Map();
  return new Map(is.map((row) => [keyOf(row), { others: {}, own: false, ranking }]));
}

const keyOf = (row: ListRow) => String(row[rowKeyField]);
const hasRanks = (rows: readonly ListRow[]) => rows.some(({ rank }) => typeof rank === 'number');

function standing(other: Place | undefined, { rank }: Place): Standing {
  if (!other) return undefined;
  if (other.rank === rank) return 'beside';
  return other.rank < rank ? 'before' : 'behind';
}

const placesOf = (rows: readonly ListRow[]) =>
  new Map(
    rows
      .filter((row) => typeof row['rank'] === 'number')
      .map((row): [string, Place] => [
        keyOf(row),
        {
          name: String(row['leadUnit']),
          rank: Number(row['rank']),
          numbers: `${row['count']} ${row['done']} ${row['overdue']}`,
        },
      ]),
  );
