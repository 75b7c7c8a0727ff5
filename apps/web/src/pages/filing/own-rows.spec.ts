import { ownRows } from './own-rows.js';

const sheet = {
  indicators: ['drills', 'fire_banners', 'phone_reminders', 'relief_funds'].map((key) => ({
    key,
    filings: key === 'phone_reminders' ? [{ unit: { id: 'fire' } }] : [],
  })),
} as never;
const plan = {
  indicators: [
    { key: 'drills', expected: [{ unitId: 'fire' }, { unitId: 'relief' }] },
    { key: 'relief_funds', expected: [{ unitId: 'relief' }] },
  ],
} as never;
const keysOf = (unitId: string, wanted: string | null = null) =>
  ownRows(sheet, plan, { unitId, wanted }).map(({ key }) => key);

describe('the rows of a unit', () => {
  it('are those expected of it and those it has filed, none of others', () => {
    expect(keysOf('fire')).toEqual(['drills', 'phone_reminders']);
    expect(keysOf('relief')).toEqual(['drills', 'relief_funds']);
  });

  it('are none where nothing is expected, but what a report has asked for', () => {
    expect(keysOf('office')).toEqual([]);
    expect(keysOf('office', 'fire_banners')).toEqual(['fire_banners']);
  });
});
