import '../../browser-globals.js';
import { addressOf, readPart, readQuestion, writePart } from './dashboard-address.js';
import { rankedSections } from './ranking.js';
import { changeWords } from './rate-cards.js';

const today = '2026-07-10';
const at = (part: Parameters<typeof addressOf>[0], address = '') =>
  addressOf(part, new URLSearchParams(address), today);

describe('a number of the dashboard', () => {
  it('opens the ledger where the ledger can say the same of today', () => {
    expect(at({ light: 'yellow', unitId: 'u1' })).toBe('/tickets?light=yellow&leadUnitId=u1');
    expect(at({ light: 'red', lateFrom: 8, lateTo: 30 }, 'kind=hazard,key_task&sourceId=s1')).toBe(
      '/tickets?overdue=true&dueFrom=2026-06-10&dueTo=2026-07-02&kind=hazard%2Ckey_task&sourceId=s1',
    );
  });

  it('opens its own tickets beside the dashboard for a past day, a campaign, and what the ledger has no filter for', () => {
    const parts = [
      { light: 'none' },
      { light: 'red', unitId: 'none' },
      { state: 'due' },
      { closedIn: '2026-05' },
    ] as const;
    for (const part of parts) {
      const address = at(part);
      expect(address).toMatch(/^\/dashboard\?part=/);
      expect(readPart(new URL(address, 'http://localhost').searchParams.get('part'))).toEqual(part);
    }
    for (const address of ['asOf=2026-06-30', 'campaignId=c1', 'knownAt=2026-07-10T10:00:00Z']) {
      expect(at({ light: 'red' }, address)).toMatch(/^\/dashboard\?.*part=light%3Dred/);
    }
  });

  it('comes out of the address as it went in', () => {
    const part = { light: 'red', lateFrom: 31, lateTo: 90, industry: '危化 & 其他', town: '云栖镇' } as const;
    expect(readPart(writePart(part))).toEqual(part);
    expect(readPart(null)).toBeNull();
    expect(readQuestion(new URLSearchParams('kind=hazard&asOf=2026-06-30&part=light%3Dred'))).toEqual({
      kind: ['hazard'],
      asOf: '2026-06-30',
    });
  });
});

describe('the change against the month before', () => {
  it('is told in points, with its direction in words', () => {
    expect(changeWords(62.5, 60.1)).toBe('上月末 60.1% · ↑ 升 2.4 个百分点');
    expect(changeWords(58, 60.1)).toBe('上月末 60.1% · ↓ 降 2.1 个百分点');
    expect(changeWords(60, 60)).toBe('上月末 60% · 持平');
    expect(changeWords(null, 60)).toBe('上月末 60%');
    expect(changeWords(60, null)).toBe('上月末无数据');
  });
});

describe('the ranking', () => {
  it('goes by rate, then on-time rate, then fewer days late; equals share a rank, the unassigned have none', () => {
    const section = (
      name: string,
      rate: number | null,
      onTimeRate: number | null,
      meanLateDays: number | null,
      total = 1,
    ) => ({ unit: { id: name, name }, total, rate, onTimeRate, meanLateDays }) as never;
    const ranked = rankedSections([
      section('丙', 50, null, null),
      section('乙', 80, 60, 9),
      section('甲', 80, 60, 3),
      section('丁', 80, 60, 9),
      section('空', null, null, null, 0),
      { unit: null, total: 4, rate: 100, onTimeRate: 100, meanLateDays: null } as never,
    ]);
    expect(ranked.map(({ rank, section: one }) => [rank, one.unit?.name])).toEqual([
      [1, '甲'],
      [2, '乙'],
      [2, '丁'],
      [4, '丙'],
    ]);
  });
});
