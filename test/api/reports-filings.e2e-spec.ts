import type { FilingDecision } from '@xiaohao/domain';
import type { ReportView } from '@xiaohao/reports';
import { openReportStage, type ReportStage } from '../support/report-stage.js';

let stage: ReportStage;
beforeAll(async () => {
  stage = await openReportStage('2026-07-05');
});
afterAll(() => stage.close());
beforeEach(() =>
  stage.owner.query('truncate filing_event, indicator_filing, indicator_filing_history, message, delivery cascade'),
);

const period = '2026H1';
async function file(value: number, { key = 'drills', code = period, who = 'head', unit = 'chemicals' as const } = {}) {
  return stage.filings.file(await stage.actor(who), key, { unitId: stage.bureau.units[unit], period: code, value });
}
async function decide(action: FilingDecision, filing: { id: string; version: number }, reason: string | null = null) {
  await stage.filings.decide(await stage.actor('office'), { action, reason, filings: [filing] });
}
const drills = (report: ReportView) => ({
  value: report.figures.find(({ key }) => key === 'drills')?.value ?? null,
  findings: report.checks
    .filter(({ figureKey, code }) => figureKey === 'drills' && code.startsWith('filing'))
    .map(({ message }) => message),
});
const built = async (parameters: Record<string, string> = {}) => drills(await stage.build({ parameters }));

describe('a report', () => {
  it('counts what is accepted, and without that what was submitted, which it says', async () => {
    const filing = await file(12);
    expect(await built()).toEqual({
      value: 12,
      findings: ['“事故应急演练”依据的填报尚未审定：危化科 2026年上半年 12'],
    });
    await decide('accept', filing);
    expect(await built()).toEqual({ value: 12, findings: [] });
  });

  it('counts the accepted version while a correction waits, and says what waits', async () => {
    await decide('accept', await file(12));
    const corrected = await file(15);
    expect(await built()).toEqual({
      value: 12,
      findings: ['“事故应急演练”另有填报待审定，未计入：危化科 2026年上半年 15'],
    });
    await decide('return', corrected, '缺台账');
    expect(await built()).toEqual({ value: 12, findings: [] });
    await decide('accept', await file(14));
    expect(await built()).toEqual({ value: 14, findings: [] });
  });

  it('can be asked for accepted filings alone, or for the latest', async () => {
    await file(12);
    expect(await built({ filings: 'accepted_only' })).toEqual({
      value: null,
      findings: ['“事故应急演练”另有填报待审定，未计入：危化科 2026年上半年 12'],
    });
    await decide('accept', await file(13));
    await file(15);
    expect((await built({ filings: 'latest' })).value).toBe(15);
    await expect(built({ filings: 'best' })).rejects.toMatchObject({ code: 'inputWrong' });
  });

  it('doubts a value ten times the last one, accepted or not, until it is told', async () => {
    await decide('accept', await file(12, { code: '2025H2' }));
    await decide('accept', await file(120));
    expect(await built()).toEqual({
      value: 120,
      findings: ['“事故应急演练”的填报可疑：危化科 2026年上半年 120，与上期 12 相差十倍以上，请核对计量单位'],
    });
    await decide('accept', await file(20));
    expect((await built()).findings).toEqual([]);
  });

  it('never counts a draft, nor what was returned', async () => {
    const filing = await file(12);
    await stage.filings.decide(await stage.actor('head'), { action: 'withdraw', filings: [filing] });
    expect((await built()).value).toBeNull();
    await stage.filings.decide(await stage.actor('head'), { action: 'submit', filings: [filing] });
    await decide('return', filing, '不符');
    expect((await built()).value).toBeNull();
  });

  it('knows the acceptance of a past instant', async () => {
    const filing = await file(12);
    const before = new Date();
    await new Promise((done) => setTimeout(done, 20));
    await decide('accept', filing);
    expect(drills(await stage.build({ knownAt: before })).findings).toEqual([
      '“事故应急演练”依据的填报尚未审定：危化科 2026年上半年 12',
    ]);
  });

  it('adds accepted quarters of a flow and leaves out one that waits where the accepted alone count', async () => {
    await decide('accept', await file(3, { code: '2026Q1' }));
    await file(4, { code: '2026Q2' });
    expect((await built()).value).toBe(7);
    expect(await built({ filings: 'accepted_only' })).toEqual({
      value: 3,
      findings: [
        '“事故应急演练”另有填报待审定，未计入：危化科 2026年第二季度 4',
        '“事故应急演练”缺少填报：危化科 2026年第二季度',
      ],
    });
  });

  it('carries a stock forward, marked, and never a flow', async () => {
    const options = { key: 'stock_tents', code: '2025H2' };
    await decide('accept', await file(285, options));
    await decide('accept', await file(9, { code: '2025H2' }));
    const report = await stage.build();
    const tents = report.figures.find(({ key }) => key === 'stock_tents');
    expect(tents?.value).toBe(285);
    expect(report.checks.map(({ message }) => message)).toContain('“储备帐篷”沿用此前期间的填报');
    expect(drills(report).value).toBeNull();
  });
});
