import { reportActionsOf, reportFlow, reportStates } from './report-flow.js';

describe('a report on its way to the chief', () => {
  it('is submitted by those who build, returned and finalised by the chief', () => {
    const table = (['office', 'chief', 'deputy', 'stats'] as const).map(
      (role) => `${role}: ${reportStates.map((state) => reportActionsOf(state, [role]).join('+') || '·').join(' ')}`,
    );
    expect(table).toEqual([
      'office: submit recall submit · ·',
      'chief: finalize return+finalize finalize withdraw ·',
      'deputy: · · · · ·',
      'stats: · · · · ·',
    ]);
  });

  it('goes nowhere without a reason where it goes back', () => {
    const needing = Object.entries(reportFlow).filter(([, { needs }]) => needs.length > 0);
    expect(needing.map(([action]) => action)).toEqual(['return', 'withdraw']);
  });
});
