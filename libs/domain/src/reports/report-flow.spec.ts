import { isSubmittedAnew, reportActionsOf, reportFlow, reportStates } from './report-flow.js';

describe('a report on its way to the chief', () => {
  it('is submitted by those who build, returned and finalised by the chief', () => {
    const table = (['office', 'chief', 'deputy', 'stats'] as const).map(
      (role) =>
        `${role}: ${reportStates.map((state) => reportActionsOf({ state, wasSubmitted: false }, [role]).join('+') || '·').join(' ')}`,
    );
    expect(table).toEqual([
      'office: submit recall submit · ·',
      'chief: finalize return+finalize · withdraw ·',
      'deputy: · · · · ·',
      'stats: · · · · ·',
    ]);
  });

  it('comes before him anew once it was recalled or returned', () => {
    const standings = [true, false].flatMap((wasSubmitted) => reportStates.map((state) => ({ state, wasSubmitted })));
    expect(standings.filter(isSubmittedAnew)).toEqual([
      { state: 'draft', wasSubmitted: true },
      { state: 'returned', wasSubmitted: true },
      { state: 'returned', wasSubmitted: false },
    ]);
    expect(reportActionsOf({ state: 'draft', wasSubmitted: true }, ['office', 'chief'])).toEqual(['submit']);
  });

  it('goes nowhere without a reason where it goes back', () => {
    const needing = Object.entries(reportFlow).filter(([, { needs }]) => needs.length > 0);
    expect(needing.map(([action]) => action)).toEqual(['return', 'withdraw']);
  });
});
