import { filingDoubts, partsOfTotal, partsOfWhole } from './filing-doubts.js';
import { findFigure } from './figure-table.js';
import type { FigureNature } from './figure.js';

const nothing = () => null;
const codes = (value: number, previous: number | null, nature: FigureNature = 'flow') =>
  filingDoubts({ key: 'drills', value, nature }, previous, nothing).map(({ code }) => code);

describe('a filed value is doubted', () => {
  it.each([
    [120, 12, ['farFromLast']],
    [1, 12, ['farFromLast']],
    [0, 12, ['farFromLast']],
    [0, 9, []],
    [119, 12, []],
    [2, 12, []],
    [500, 0, []],
    [500, null, []],
  ] as const)('as %d after %p: %j', (value, previous, expected) => {
    expect(codes(value, previous)).toEqual(expected);
  });

  it('where a cumulative one falls, once', () => {
    expect(codes(11, 12, 'cumulative')).toEqual(['belowLast']);
    expect(codes(12, 12, 'cumulative')).toEqual([]);
    expect(codes(1, 12, 'cumulative')).toEqual(['farFromLast']);
    expect(codes(11, 12, 'stock')).toEqual([]);
  });

  it('where it exceeds what it is part of', () => {
    const doubts = (value: number, whole: number | null) =>
      filingDoubts({ key: 'party_lectures_secretary', value, nature: 'flow' }, null, (key) =>
        key === 'party_lectures_all' ? whole : null,
      );
    expect(doubts(3, 2)).toEqual([{ code: 'exceedsWhole', whole: '党委成员和支部书记讲党课', wholeValue: 2 }]);
    expect(doubts(2, 2)).toEqual([]);
    expect(doubts(2, null)).toEqual([]);
  });

  it('against wholes and parts there are', () => {
    for (const key of [...partsOfWhole.flat(), ...partsOfTotal.flat(2)]) expect(findFigure(key)?.key).toBe(key);
  });
});
