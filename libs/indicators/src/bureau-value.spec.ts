import { parsePeriod, type FigureNature } from '@xiaohao/domain';
import { bureauValue, type Filing } from './bureau-value.js';

const filed = (period: string, value: string, unitId = 'a'): Filing => ({
  unitId,
  unitName: unitId === 'a' ? '防火科' : '救灾科',
  period,
  value,
  note: null,
  filedBy: null,
  version: 1,
  filedAt: new Date(0),
  accepted: true,
});
const half = parsePeriod('2022H1')!;
const value = (nature: FigureNature, ...filings: Filing[]) => bureauValue(nature, half, filings)?.value ?? null;

describe('the figure of the bureau', () => {
  it('is the sum of what its units filed, without binary noise', () => {
    expect(value('flow', filed('2022H1', '0.1000'), filed('2022H1', '0.2000', 'b'))).toBe(0.3);
  });

  it('is nothing when nobody filed, and zero when zero was filed', () => {
    expect(value('flow')).toBeNull();
    expect(value('flow', filed('2021H2', '7.0000'))).toBeNull();
    expect(value('flow', filed('2022H1', '0.0000'))).toBe(0);
  });

  it('adds quarters and months of a flow where the period itself was not filed', () => {
    expect(value('flow', filed('2022Q1', '3.0000'), filed('2022Q2', '4.0000'))).toBe(7);
    const mixed = [filed('2022Q1', '3'), filed('2022-04', '1'), filed('2022-05', '1'), filed('2022-06', '1')];
    expect(bureauValue('flow', half, mixed)).toMatchObject({ value: 6, gaps: [] });
  });

  it('lets the filing for the whole period win over its parts', () => {
    expect(value('flow', filed('2022H1', '10'), filed('2022Q1', '3'), filed('2022Q2', '4'))).toBe(10);
  });

  it('names the part a unit left out', () => {
    expect(bureauValue('flow', half, [filed('2022Q1', '3')])).toMatchObject({
      value: 3,
      gaps: ['防火科 2022年第二季度'],
    });
  });

  it('never adds quarters of a stock: the latest up to the end of the period counts, marked when carried', () => {
    const quarters = [filed('2022Q1', '300'), filed('2022Q2', '280'), filed('2022Q3', '900')];
    expect(bureauValue('stock', half, quarters)).toMatchObject({ value: 280, carried: false });
    expect(bureauValue('cumulative', half, [filed('2021', '12')])).toMatchObject({ value: 12, carried: true });
    expect(value('stock', filed('2022Q2', '280'), filed('2022H1', '281'))).toBe(281);
  });

  it('takes a target filed with its own period, or else with the one it is meant for', () => {
    expect(value('target', filed('2022H1', '5'), filed('2022H2', '6'))).toBe(5);
    expect(value('target', filed('2022H2', '6'))).toBe(6);
  });
});
