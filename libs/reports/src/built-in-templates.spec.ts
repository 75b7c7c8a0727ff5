import { figureTable, parsePeriod } from '@xiaohao/domain';
import { documentTexts } from '@xiaohao/documents';
import { figureMeanings } from '@xiaohao/messages';
import { FigureBook } from './definitions/figure-book.js';
import { figureDefinitions } from './figure-definition.js';
import { builtInTemplates, loadBuiltIn } from './built-in-templates.js';
import { listNames } from './list-blocks.queries.js';
import { reportWordTexts } from './report-words.js';
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
    expect(keys.lists).toEqual(['inspection_issues_open', 'env_issues', 'key_tasks']);
    expect(keys.free).toEqual([]);
  });

  it('prints each figure with its usual scale and fuzz word', async () => {
    const { figures } = await keysOf('half-year');
    for (const { key, options } of figures) {
      const { scale, fuzz } = figureTable.find((figure) => figure.key === key)!.display;
      expect({ key, scale: options.scale?.word, fuzz: options.fuzz ?? undefined }).toEqual({ key, scale, fuzz });
    }
  });

  it('has all sections, the same in document and page, and a signature', async () => {
    const { file, blocks } = await template();
    const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [`${block.level} ${block.text}`] : []));
    expect(headings).toMatchSnapshot();
    const texts = await documentTexts(file);
    expect(texts.slice(0, -2)).toEqual(blocks.flatMap((block) => ('text' in block ? [block.text] : [])));
    expect(texts.slice(-2)).toEqual(['清河区应急管理局', '2022年7月5日']);
  });

  it('says nothing of another period than its own', async () => {
    const text = (await template()).blocks.map((block) => ('text' in block ? block.text : '')).join('');
    expect(text).not.toMatch(/全年|上半年|下半年|季度末|今年/);
  });
});

describe('the built-in templates', () => {
  it('together bind every figure and parameter there is', async () => {
    const keys = await Promise.all(builtInTemplates.map(({ code }) => keysOf(code)));
    const bound = new Set(keys.flatMap(({ figures }) => figures.map(({ key }) => key)));
    expect([...bound, ...forOwnTemplates].sort()).toEqual(figureTable.map(({ key }) => key).sort());
  });

  it.each(builtInTemplates.filter(({ code }) => code !== 'half-year'))(
    '$code says nothing of another period than its own and has the same lines in document and page',
    async ({ code }) => {
      const { file, blocks } = await loadBuiltIn(code, signature);
      const lines = blocks.flatMap((block) => {
        if (block.kind === 'signature') return [block.unit, '2022年7月5日'];
        if (block.kind !== 'table') return [block.text];
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

describe('the words of a report', () => {
  const words = (period: string) => {
    const dates = { period: parsePeriod(period)!, asOf: '2022-06-30', documentOn: '2022-07-05', roundName: null };
    const { period_label, period_word, next_period_word } = reportWordTexts(dates);
    return [period_label, period_word, next_period_word];
  };

  it.each([
    ['2022H1', ['2022年上半年', '上半年', '下半年']],
    ['2022H2', ['2022年下半年', '下半年', '明年']],
    ['2022', ['2022年', '全年', '明年']],
    ['2022Q1', ['2022年第一季度', '第一季度', '第二季度']],
    ['2022Q4', ['2022年第四季度', '第四季度', '明年第一季度']],
    ['2022-06', ['2022年6月', '6月', '7月']],
  ])('follow from the period %s', (period, expected) => {
    expect(words(period)).toEqual(expected);
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
      'inspection_issues_open key_tasks env_issues overdue_inspection_issues key_task_rows ' +
        'overdue_supervision_items major_hazards_open accidents ' +
        'overdue_by_unit progress_by_unit supervision_by_unit hazards_by_industry planned_hazards_by_industry',
    );
  });
});
