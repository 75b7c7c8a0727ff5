import { changeReasonLabels, comparisonWords, reportWords, rowReasonLabels } from '@xiaohao/messages';
import type { CellReason, CountedCellChange } from './cell-reasons.queries.js';
import { fillWords } from './fill-words.js';
import type { PartMove } from './part-progress.queries.js';
import { overtakings, type RankMove } from './rank-moves.js';

/** A sentence names so many tickets of each reason. */
const namedNumbers = 5;

/** The tickets behind a cell, by what became of them. */
export function reasonsInWords(reasons: readonly CellReason[]): string {
  return reasons.map(reasonInWords).join('；');
}

function reasonInWords({ reason, effect, count, hiddenCount, tickets }: CellReason): string {
  const isMoved = reason === 'unitChanged';
  const label = isMoved ? rowReasonLabels.unitChanged[0] : changeReasonLabels[reason][effect][0];
  const names = tickets.slice(0, namedNumbers).map(({ no, was, is, siteWas, siteIs }) => {
    if (isMoved) return movedWords(no, was, is, reportWords.noUnit[0]);
    return reason === 'siteChanged' ? movedWords(no, siteWas, siteIs, comparisonWords.blank[0]) : no;
  });
  return (
    fillWords('tickets', { reason: label, count }) +
    fillWords('inner', { names: namesInWords(names, count, hiddenCount) })
  );
}

const movedWords = (no: string, was: string | null, is: string | null, none: string) =>
  fillWords('moved', { no, was: was || none, is: is || none });

/** The first names, that there are more, and how many the reader may not see. */
function namesInWords(names: readonly string[], count: number, hiddenCount: number): string {
  const nos = names.join('、');
  const named = count - hiddenCount > names.length ? fillWords('more', { nos }) : nos;
  const notSeen =
    hiddenCount === count
      ? fillWords('hiddenAll', {})
      : hiddenCount > 0
        ? fillWords('hidden', { count: hiddenCount })
        : '';
  return [named, notSeen].filter((part) => part !== '').join('，');
}

/** A part of a percent that no column shows: what it was and is, and by which tickets. */
export function rateInWords([part, whole]: readonly [
  CountedCellChange | undefined,
  CountedCellChange | undefined,
]): string {
  const words = (change: CountedCellChange | undefined) => {
    if (!change) return '';
    const { was, is, reasons } = change;
    const about = reasons.length > 0 ? fillWords('inner', { names: reasonsInWords(reasons) }) : '';
    return (was === is ? String(is) : `${was} → ${is}`) + about;
  };
  return fillWords('cellRate', { part: words(part), whole: words(whole) });
}

const rankings = {
  begun: 'rankingBegun',
  ended: 'rankingEnded',
  ownBegun: 'ownRankingBegun',
  ownEnded: 'ownRankingEnded',
} as const;

export function rankInWords({ others, own, ranking }: RankMove): string {
  if (ranking) return comparisonWords[rankings[ranking]][0];
  const names = (units: readonly string[]) => {
    const named = units
      .slice(0, namedNumbers)
      .map((unit) => `“${unit}”`)
      .join('、');
    return units.length > namedNumbers ? fillWords('unitsMore', { units: named, count: units.length }) : named;
  };
  const of = overtakings.flatMap(({ name }) => {
    const units = others[name];
    return units ? [fillWords(name, { units: names(units) })] : [];
  });
  return [...of, fillWords(own ? 'rankOwn' : 'rankOthers', {})].join('，');
}

export function partsInWords(moves: readonly PartMove[]): string {
  const seen = moves.filter(({ no }) => no !== null);
  const names = seen
    .slice(0, namedNumbers)
    .map(({ no, was, is }) => fillWords('partMoved', { no: no!, was: percent(was), is: percent(is) }));
  return fillWords('partsMoved', { names: namesInWords(names, moves.length, moves.length - seen.length) });
}

const percent = (value: number | null) => (value === null ? comparisonWords.notCounted[0] : `${value}%`);
