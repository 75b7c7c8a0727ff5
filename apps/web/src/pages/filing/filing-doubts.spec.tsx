import '../../browser-globals.js';
import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import type { Filing, IndicatorSheet } from '../../api/indicators.js';
import { FilingDoubts } from './filing-doubts.js';

const filing = (unitId: string, value: number) => ({ unit: { id: unitId, name: unitId }, value }) as Filing;
const row = (key: string, filings: Filing[], previous: Filing[] = []) => ({
  key,
  name: key,
  unit: '次',
  nature: 'flow' as const,
  group: null,
  filings,
  previous,
});

it('says of a value before it is accepted that it is far from the unit’s last one, and more than its whole', () => {
  const lectures = row('party_lectures_secretary', [filing('a', 120)], [filing('b', 119), filing('a', 12)]);
  const sheet = { indicators: [lectures, row('party_lectures_all', [filing('a', 30)])] } as IndicatorSheet;
  const { rerender } = render(<FilingDoubts row={lectures} filing={filing('a', 120)} sheet={sheet} />);
  expect(screen.getAllByRole('note').map(({ textContent }) => textContent)).toEqual([
    '与上期 12 相差十倍以上，请核对计量单位',
    '大于“党委成员和支部书记讲党课”30，请核对',
  ]);
  rerender(<FilingDoubts row={lectures} filing={filing('b', 120)} sheet={sheet} />);
  expect(screen.queryByRole('note')).toBeNull();
});
