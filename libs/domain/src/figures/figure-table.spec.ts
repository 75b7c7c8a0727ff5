import { isFigureKey } from './figure.js';
import { countedFigures } from './figure-counted.js';
import { filedFigures } from './figure-filed.js';
import { figureTable, findFigure } from './figure-table.js';

describe('the table of figures', () => {
  it('has one row per key and no Chinese name twice', () => {
    const words = figureTable.flatMap(({ key, alias }) => [key, alias]);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  it('holds the 91 figures of the half-year report, the other types of outcomes, the parts of the three rates, the name of the bureau, and what the other reports count', () => {
    const beyond = [
      'hazards_eliminated',
      'rectify_funds',
      'production_halts',
      'serious_injuries',
      'direct_loss',
      'persons_accountable',
      'rewards',
      'cases_filed',
      'fines',
      'area_restored',
      'waste_removed',
      'inspection_issues_under_way',
      'inspection_issues_overdue',
      'hazards_general',
      'hazards_general_done',
      'hazards_general_rate',
      'hazards_major',
      'hazards_major_done',
      'hazards_major_rate',
      'hazards_major_open',
      'key_tasks_at_hand',
      'key_tasks_done',
      'key_tasks_overdue',
      'key_tasks_rate',
      'supervision_items_at_hand',
      'supervision_items_done',
      'supervision_items_overdue',
      'supervision_items_rate',
      'inspection_issues_basic',
      'inspection_issues_ongoing',
      'inspection_issues_due',
      'inspection_issues_on_time',
      'inspection_issues_original_due',
      'inspection_issues_original_on_time',
      'inspection_original_on_time_rate',
      'inspection_rectification_rate',
      'inspection_on_time_rate',
      'bureau_name',
    ];
    expect(figureTable.filter(({ key }) => beyond.includes(key))).toHaveLength(beyond.length);
    expect(figureTable).toHaveLength(91 + beyond.length);
  });

  it('writes keys a template can name and units in the base unit', () => {
    for (const figure of figureTable) {
      expect(figure.key).toMatch(/^[a-z][a-z_]+$/);
      expect(figure.alias).toMatch(/^[\p{Script=Han}A-Z]{2,14}$/u);
      expect(figure.unit).not.toMatch(/[万千]/);
      expect(figure.unit === '').toBe(figure.source === 'parameter' && figure.key !== 'duty_hours');
    }
  });

  it('goes by no key that every object has', () => {
    const keys = ['drills', 'own_1', 'constructor', '__proto__', 'toString', 'Drills', 'd'];
    expect(keys.filter(isFigureKey)).toEqual(['drills', 'own_1']);
  });

  it('names what departments file apart from what tickets answer', () => {
    expect(filedFigures.every(({ source }) => source === 'indicator')).toBe(true);
    expect(countedFigures.every(({ source }) => source === 'tickets' || source === 'outcomes')).toBe(true);
  });

  it('finds a figure by key and by its Chinese name', () => {
    expect(findFigure('巡察问题数')?.key).toBe('inspection_issues');
    expect(findFigure('inspection_issues')?.alias).toBe('巡察问题数');
    expect(findFigure('巡察问题')).toBeNull();
  });
});
