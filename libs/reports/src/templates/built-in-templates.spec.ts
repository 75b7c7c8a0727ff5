import { figureTable, parsePeriod } from '@xiaohao/domain';
import { documentTexts, fillTemplate, type TemplateSource } from '@xiaohao/documents';
import { figureMeanings } from '@xiaohao/messages';
import { FigureBook } from '../figures/definitions/figure-book.js';
import { figureDefinitions } from '../figures/figure-definition.js';
import { builtInTemplates, loadBuiltIn } from './built-in-templates.js';
import { isNone } from '../figures/figure-values.js';
import { listNames } from '../building/list-blocks.queries.js';
import { fillBlocks, wordsOf } from '../building/report-content.js';
import { reportWordTexts } from '../building/report-words.js';
import { checkedTemplateKeys, KeyBook } from './template-keys.js';

/** Offered to a bureau’s own templates; the official report knows the present deadline alone, and no other outcomes. */
const forOwnTemplates = [
  'area_restored',
  'cases_filed',
  'direct_loss',
  'fines',
  'hazards_eliminated',
  'persons_accountable',
  'production_halts',
  'rectify_funds',
  'rewards',
  'serious_injuries',
  'waste_removed',
  'inspection_issues_original_due',
  'inspection_issues_original_on_time',
  'inspection_original_on_time_rate',
];
const signature = { unit: '清河区应急管理局', day: '2022-07-05' };
const template = () => loadBuiltIn('half-year', signature);
const keysOf = async (code: string) =>
  checkedTemplateKeys((await loadBuiltIn(code, signature)).file, new KeyBook(new FigureBook(), []));

describe('the half-year template', () => {
  it('binds its lists and no unknown tag', async () => {
    const keys = await keysOf('half-year');
    expect(keys.lists).toEqual([
      'any_accident_above_general',
      'accidents_above_general',
      'progress_by_unit',
      'env_issues',
      'key_tasks',
    ]);
    expect(keys.free).toEqual([]);
  });

  it('prints each figure with its usual scale and fuzz word', async () => {
    const { figures } = await keysOf('half-year');
    for (const { key, options } of figures) {
      const { scale, fuzz } = figureTable.find((figure) => figure.key === key)!.display;
      expect({ key, scale: options.scale?.word, fuzz: options.fuzz ?? undefined }).toEqual({ key, scale, fuzz });
    }
  });

  it('has all sections and a signature', async () => {
    const { file, blocks } = await template();
    const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [`${block.level} ${block.text}`] : []));
    expect(headings).toMatchSnapshot();
    const texts = await documentTexts(file);
    expect(texts.slice(-2)).toEqual(['{bureau_name}', '2022年7月5日']);
  });
});

describe('the built-in templates', () => {
  it.each(builtInTemplates)('$code prints a bureau by its name, whatever signs are in it', async ({ code }) => {
    for (const unit of ['甲局{drills}', '甲局{', '甲局{/}']) {
      const { file } = await loadBuiltIn(code, { ...signature, unit });
      const source = { text: (key: string) => (key === 'bureau_name' ? unit : '1'), list: () => [] };
      const texts = await documentTexts(await fillTemplate(file, source));
      expect(texts.filter((text) => text.includes(unit)).length).toBeGreaterThanOrEqual(2);
      expect(texts.at(-2)).toBe(unit);
    }
  });

  it('together bind every figure and parameter there is', async () => {
    const keys = await Promise.all(builtInTemplates.map(({ code }) => keysOf(code)));
    const bound = new Set(keys.flatMap(({ figures }) => figures.map(({ key }) => key)));
    expect([...bound, ...forOwnTemplates].sort()).toEqual(figureTable.map(({ key }) => key).sort());
  });

  it.each(builtInTemplates)(
    '$code says nothing of another period than its own and has the same lines in document and page',
    async ({ code }) => {
      const { file, blocks } = await loadBuiltIn(code, signature);
      const lines = blocks.flatMap((block) => {
        if (block.kind === 'signature') return ['{bureau_name}', '2022年7月5日'];
        if (block.kind !== 'table') return 'text' in block ? [block.text] : [];
        const cells = block.columns.map(({ text }) => text);
        cells[0] = `{#${block.list}}${cells[0]}`;
        cells.push(`${cells.pop()}{/${block.list}}`);
        return [
          ...block.columns.flatMap((column) => column.heading.split('\n')),
          ...cells,
          ...(block.note ? [block.note] : []),
        ];
      });
      expect(await documentTexts(file)).toEqual(lines);
      expect(lines.join('')).not.toMatch(/全年|上半年|下半年|季度末|今年/);
      expect((await keysOf(code)).free).toEqual([]);
    },
  );
});

describe('the sentences of a built-in template', () => {
  const isRate = (word: string) => word.endsWith('_rate');
  const zero: TemplateSource = { text: (word) => (isRate(word) ? '—' : '0'), list: () => [] };
  const unknown: TemplateSource = { text: () => '____', list: (word) => (listNames.includes(word) ? [] : [{}]) };
  const full: TemplateSource = { text: () => '7', list: () => [{ index: 1, title: '甲', leadUnit: '乙' }] };
  const blocksOf = (code: string) => builtInTemplates.find((template) => template.code === code)!.blocks;
  const pageOf = (code: string, source: TemplateSource) =>
    fillBlocks(blocksOf(code), source, (word) => word).flatMap((block) =>
      'runs' in block ? [wordsOf(block.runs)] : [],
    );

  it.each(builtInTemplates)('of $code are the same in document and page, whatever there is', async ({ code }) => {
    const { file } = await loadBuiltIn(code, signature);
    for (const source of [zero, unknown, full]) {
      const page = pageOf(code, source);
      expect(await documentTexts(await fillTemplate(file, source))).toEqual(expect.arrayContaining(page));
      expect(page.join('')).not.toMatch(/[{}]/);
    }
  });

  it.each(builtInTemplates)('of $code claim nothing of what there is none of', ({ code }) => {
    expect(pageOf(code, zero).join('')).not.toMatch(/—%|其中|逐起|三是逾期|逾期事项的|继续下降|全部|见下表/);
    expect(pageOf(code, unknown).join('')).toContain('____');
  });

  it('print neither the name of a round nor 反馈 twice, and nothing nobody has counted', () => {
    const dates = { period: parsePeriod('2026H1')!, asOf: '2026-06-30', documentOn: '2026-07-05' };
    const round = (roundName: string) => reportWordTexts({ ...dates, roundName }).inspection_round;
    expect([round('区委第三轮巡察反馈'), round('区委第三轮巡察反馈问题')]).toEqual([
      '区委第三轮巡察',
      '区委第三轮巡察',
    ]);
    expect(round('区委第三轮巡察')).toBe('区委第三轮巡察');
    expect(pageOf('half-year', full).join('')).not.toMatch(/疫情|书面回告/);
    expect(pageOf('half-year', zero).join('')).not.toMatch(/基本完成、仍在推进|转入长期坚持|下一步，对/);
  });

  it('begin a row of a list with its day, so that no line tears it', () => {
    const rows = builtInTemplates.flatMap(({ blocks }) =>
      blocks.flatMap((block) => ('text' in block && block.text.includes('{dueOn}') ? [block.text] : [])),
    );
    expect(rows).toHaveLength(2);
    expect(rows.filter((text) => !text.startsWith('（{index}）{dueOn}{dueMark}，'))).toEqual([]);
  });

  it('speak of the parts only where there is a whole', () => {
    expect(pageOf('hazard-statistics', full).join('')).toContain('一般隐患7条，已整改7条，整改率7%；');
    expect(pageOf('hazard-statistics', zero).join('')).toContain('一般隐患0条；重大隐患0条。');
  });

  it.each([
    [{ value: 0, words: null, gap: 'missing' }, true],
    [{ value: null, words: null, gap: 'noDenominator' }, true],
    [{ value: null, words: null, gap: 'missing' }, false],
    [{ value: 3, words: null, gap: 'missing' }, false],
    [{ value: 50, words: null, gap: 'noDenominator' }, false],
    [{ value: null, words: '青屏区', gap: 'missing' }, false],
  ] as const)('%j is none: %s', (figure, expected) => {
    expect(isNone(figure)).toBe(expected);
  });
});

describe('the words of a report', () => {
  const words = (period: string) => {
    const dates = { period: parsePeriod(period)!, asOf: '2022-06-30', documentOn: '2022-07-05', roundName: null };
    const { period_label, period_word, next_period_word, ...rest } = reportWordTexts(dates);
    return [period_label, period_word, next_period_word, rest.period_months, rest.next_period_label];
  };

  it.each([
    ['2022H1', ['2022年上半年', '上半年', '下半年', '1至6月', '2022年下半年']],
    ['2022H2', ['2022年下半年', '下半年', '明年', '7至12月', '2023年上半年']],
    ['2022', ['2022年', '全年', '明年', '1至12月', '2023年']],
    ['2022Q1', ['2022年第一季度', '第一季度', '第二季度', '1至3月', '2022年第二季度']],
    ['2022Q4', ['2022年第四季度', '第四季度', '明年第一季度', '10至12月', '2023年第一季度']],
    ['2022-06', ['2022年6月', '6月', '7月', '6月', '2022年7月']],
  ])('follow from the period %s', (period, expected) => {
    expect(words(period)).toEqual(expected);
  });

  it('name its years, its first day, the day it counts up to and its own', () => {
    const dates = { period: parsePeriod('2022Q2')!, asOf: '2022-06-25', documentOn: '2022-07-05', roundName: null };
    expect(reportWordTexts(dates)).toMatchObject({
      year: '2022',
      last_year: '2021',
      next_year: '2023',
      period_start: '2022年4月1日',
      as_of_date: '2022年6月25日',
      document_date: '2022年7月5日',
    });
  });
});

describe('the definitions', () => {
  it('exist for exactly the counted figures, each with a sentence', () => {
    const counted = figureTable.filter(({ source }) => source === 'tickets' || source === 'outcomes');
    expect(Object.keys(figureDefinitions).sort()).toEqual(counted.map(({ key }) => key).sort());
    expect(Object.keys(figureMeanings).sort()).toEqual(Object.keys(figureDefinitions).sort());
  });

  it('name a figure once per statement, so that one statement never stores it twice', () => {
    for (const definition of Object.values(figureDefinitions)) {
      if (!('rules' in definition)) continue;
      const statements = definition.rules.map(({ scope, counts }) => `${scope} ${counts === 'outcomes'}`);
      expect(new Set(statements).size).toBe(statements.length);
    }
  });

  it('know the lists of templates', () => {
    expect(listNames.join(' ')).toBe(
      'inspection_issues_open key_tasks env_issues overdue_inspection_issues key_task_rows key_tasks_unreported ' +
        'overdue_supervision_items major_hazards_open accidents accidents_above_general any_accident_above_general ' +
        'overdue_by_unit progress_by_unit supervision_by_unit hazards_by_industry planned_hazards_by_industry ' +
        'repeated_hazard_sites',
    );
  });
});
