import type { FilingPlan, PlannedIndicator } from '../../api/filing-duties.js';
import { dutiesAsBefore, missingByUnit, unitsOf } from './duty-rows.js';

const expected = (unitId: string, facts: Partial<PlannedIndicator['expected'][number]> = {}) => ({
  unitId,
  unitName: `单位${unitId}`,
  why: 'duty' as const,
  status: null,
  isMissing: true,
  ...facts,
});
const duty = (unitId: string, every: 'month' | 'half') => ({ unitId, unitName: `单位${unitId}`, every });
const indicator = (facts: Partial<PlannedIndicator>): PlannedIndicator => ({
  key: 'drills',
  name: '演练',
  unit: '场',
  group: null,
  version: 3,
  duties: [],
  expected: [],
  ...facts,
});
const plan = (...indicators: PlannedIndicator[]): FilingPlan => ({
  period: '2026H1',
  periodLabel: '2026年上半年',
  dueOn: '2026-07-07',
  indicators,
});

describe('the units of an indicator', () => {
  it('are those with a duty, whether or not the period is theirs, or those that filed before', () => {
    const units = unitsOf(
      indicator({
        duties: [duty('甲', 'half'), duty('乙', 'month')],
        expected: [expected('甲', { status: 'submitted', isMissing: false })],
      }),
    ).concat(unitsOf(indicator({ expected: [expected('丙', { why: 'before', status: 'draft' })] })));
    expect(units.map(({ unitId, every, state, status }) => [unitId, every, state, status])).toEqual([
      ['甲', 'half', 'there', 'submitted'],
      ['乙', 'month', 'notNow', null],
      ['丙', null, 'missing', 'draft'],
    ]);
  });
});

describe('assigning as last period', () => {
  it('makes duties of habits, and leaves alone what is assigned', () => {
    const changes = dutiesAsBefore(
      plan(
        indicator({ expected: [expected('丙', { why: 'before', isMissing: false })] }),
        indicator({ key: 'boats', duties: [duty('甲', 'half')], expected: [expected('甲')] }),
      ),
    );
    expect(changes).toEqual([
      {
        key: 'drills',
        version: 3,
        duties: [{ unitId: '丙', every: 'half' }],
      },
    ]);
  });
});

it('who lacks the most stands first', () => {
  const there = { isMissing: false };
  const found = missingByUnit(
    plan(
      indicator({ expected: [expected('甲'), expected('乙')] }),
      indicator({ expected: [expected('乙'), expected('丙', there)] }),
    ),
  );
  expect(found.map(({ unitId, count }) => [unitId, count])).toEqual([
    ['乙', 2],
    ['甲', 1],
  ]);
});
