import { toldOutcomes } from './told-outcomes.js';

const offered = [
  { code: 'money_collected', name: '收缴违纪款', unit: '元' },
  { code: 'talks_admonish', name: '批评教育、约谈', unit: '人次' },
];
const progress = (...texts: string[]) => texts.map((text, at) => ({ on: `2026-07-0${at + 1}`, text }) as never);
const told = (ticket: { progress: never[]; outcomes?: never[] }) =>
  toldOutcomes({ kind: 'inspection_issue', outcomes: [], ...ticket }, offered).map(
    ({ on, type, amount }) => `${on} ${type} ${amount}`,
  );

describe('outcomes told in the progress', () => {
  it('are proposed under the latest day they are told on, once', () => {
    expect(told({ progress: progress('约谈3人', '约谈3人，追回1.5万元') })).toEqual([
      '2026-07-02 talks_admonish 3',
      '2026-07-02 money_collected 15000',
    ]);
  });

  it('are no more proposed once they are registered', () => {
    const outcomes = [{ type: 'money_collected', amount: 15_000 } as never];
    expect(told({ progress: progress('约谈3人，追回1.5万元'), outcomes })).toEqual(['2026-07-01 talks_admonish 3']);
  });

  it('are proposed of the types the bureau offers alone', () => {
    expect(told({ progress: progress('修订制度3项') })).toEqual([]);
  });
});
