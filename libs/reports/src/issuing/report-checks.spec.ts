import { parsePeriod } from '@xiaohao/domain';
import type { FigureValue } from '../figures/figure-values.js';
import { strangeAccidents } from '../figures/accident-names.queries.js';
import { checkReport, type Checked, type ReportCheck } from './report-checks.js';

const figure = (key: string, value: number | null, more: Partial<FigureValue> = {}): [string, FigureValue] => [
  key,
  { key, name: key, unit: '个', source: 'indicator', value, words: null, gap: 'missing', detail: {}, ...more },
];

const filed = {
  unitId: 'a',
  unitName: '防火科',
  period: '2022H1',
  value: '1200.0000',
  note: null,
  filedBy: null,
  version: 1,
  filedAt: new Date(0),
  accepted: true,
};

type Facts = Partial<Checked> & { values?: [string, FigureValue][] };

const codes = (facts: Facts) => findings(facts).map(({ code, severity }) => `${severity} ${code}`);

function findings({ values = [], ...rest }: Facts): ReportCheck[] {
  return checkReport({
    period: parsePeriod('2022H1')!,
    asOf: '2022-06-30',
    knownOn: '2023-01-05',
    figures: new Map(values),
    rateParts: [],
    paragraphs: [],
    tables: [],
    literals: [],
    claims: [],
    lateRounds: [],
    otherRounds: null,
    accidentsAbove: [],
    lateHarm: [],
    outcomesBeforeRaised: [],
    strangeAccidents: [],
    reusedAccidents: [],
    doneWithoutEvidence: [],
    overdueOpen: [],
    hazardsOfNoLevel: [],
    cutLists: [],
    ...rest,
  });
}

describe('the check-up of a report', () => {
  it('names the paragraph of a star that nobody has filled', () => {
    const found = findings({ paragraphs: ['召开会议3次', '开展检查*次，发现隐患5处'] });
    expect(found).toMatchObject([
      { code: 'starLeft', severity: 'warning', message: '第 2 段还有没填的“*”：…开展检查*次，发现隐患5处…' },
    ]);
  });

  it('names the total of a table that its parts do not add up to, and the figure it prints', () => {
    const cells = [
      ['危化', '4'],
      ['矿山', '5'],
      ['合计', '19'],
    ].map(([name = '', number = '']) => [
      { runs: [{ text: name }], span: 1 },
      { runs: [{ text: number, key: 'cases_filed' }], span: 1 },
    ]);
    const head = [['行业', '立案'].map((text) => ({ runs: [{ text }], span: 1 }))];
    const table = { kind: 'table' as const, columns: [], rows: [], head, cells };
    expect(findings({ tables: [{ paragraph: 3, table }] })).toMatchObject([
      {
        code: 'tableTotalDiffers',
        severity: 'warning',
        message: '第 3 段的表中“合计”（立案）印的是 19，表内各项相加是 9，请核对口径',
        figureKey: 'cases_filed',
      },
    ]);
  });

  it('tells of another period by its paragraph, but for what a chapter of plans says of longer times', () => {
    const paragraphs = ['一、上半年工作', '全年开展检查3次', '二、下半年工作打算', '全年创建示范社区5家'];
    expect(findings({ paragraphs }).map(({ message }) => message)).toEqual(['报告期为2022年上半年，第 2 段出现“全年”']);
  });

  it('names a filed rate that does not follow from its parts, and whose parts they are', () => {
    const rate = { unitName: '防火科', period: '2022H1', filed: 95, part: 43, whole: 48, computed: 89.6 };
    const unfounded = [
      { ...rate, by: 'unit' as const },
      { ...rate, filed: 90, part: 0, whole: 0, computed: null, by: 'report' as const },
    ];
    const found = findings({ values: [figure('hazards_general_rate', 89.6, { detail: { unfounded } })] });
    expect(found.map(({ message }) => message)).toEqual([
      '“hazards_general_rate”防火科2022年上半年填报为 95%，按该单位所填 43 ÷ 48 应为 89.6%',
      '“hazards_general_rate”防火科2022年上半年填报为 90%，按本报告 0 ÷ 0 应为 —',
    ]);
  });

  it('names an accident somebody entered that the ledger does not have', () => {
    const titles = ['源丰食品“1·11”一般高处坠落事故调查'];
    const entered = new Map([
      ['accident_case_approved', '源丰食品“1·11”高处坠落事故、“3·18”机械伤害事故'],
      ['accident_case_ongoing', '无'],
    ]);
    const strange = strangeAccidents(entered, titles);
    expect(strange).toEqual([{ key: 'accident_case_approved', name: '“3·18”机械伤害事故' }]);
    const values = [figure('accident_case_approved', null, { words: '“3·18”机械伤害事故' })];
    expect(findings({ values, strangeAccidents: strange })).toMatchObject([
      { code: 'accidentUnknown', severity: 'warning', figureKey: 'accident_case_approved' },
    ]);
  });

  it('tells of numbers that stand in the template once, each with its paragraph', () => {
    const literals = [
      { paragraph: 3, found: '第24个' },
      { paragraph: 9, found: '1起' },
    ];
    expect(findings({ literals })).toMatchObject([
      {
        code: 'literalNumbers',
        severity: 'warning',
        message: expect.stringContaining('2 处：第 3 段“第24个”、第 9 段“1起”'),
      },
    ]);
    const many = Array.from({ length: 31 }, (_, at) => ({ paragraph: at + 1, found: '5次' }));
    expect(findings({ literals: many })[0]!.message).toMatch(/31 处.*第 30 段“5次” 等，另有 1 处未列出/);
  });

  it('tells once of what the template claims in words, each with its paragraph', () => {
    const claims = [
      { paragraph: 3, found: '未发生较大及以上生产安全事故' },
      { paragraph: 9, found: '零投诉' },
    ];
    expect(findings({ claims })).toMatchObject([
      {
        code: 'wordClaims',
        severity: 'warning',
        message: expect.stringContaining(
          '2 处需核对，不会随数字变：第 3 段“未发生较大及以上生产安全事故”、第 9 段“零投诉”',
        ),
      },
    ]);
  });

  it('tells of accidents that are more than general ones, which the text counts apart', () => {
    const accident = { id: 'a', name: '甲厂“3·9”较大爆燃事故' };
    const found = findings({ values: [figure('accident_count', 1)], accidentsAbove: [accident] });
    expect(found).toMatchObject([{ code: 'accidentsAbove', figureKey: 'accident_count', ticketIds: ['a'] }]);
    const told = (text: string, accidentsAbove = [accident]) =>
      findings({ paragraphs: [text], accidentsAbove }).length === 0;
    expect(told('另发生甲厂"3·9"较大爆燃事故，正在调查。')).toBe(true);
    expect(told('发生较大及以上生产安全事故1起。')).toBe(true);
    expect(told('未发生较大及以上生产安全事故。')).toBe(false);
    expect(told('发生较大及以上生产安全事故2起。')).toBe(false);
    const two = [accident, { id: 'b', name: '乙厂较大火灾事故' }];
    expect(told('甲厂“3·9”较大爆燃事故正在调查。', two)).toBe(false);
  });

  it('tells how much an accident of the period did that is dated behind the report’s day', () => {
    const lateHarm = [{ key: 'accident_deaths', amount: 2, ticketIds: ['a'] }];
    const values = [figure('accident_count', 4), figure('accident_deaths', 3, { name: '死亡人数', unit: '人' })];
    expect(findings({ values, lateHarm })).toMatchObject([
      {
        code: 'harmLate',
        severity: 'warning',
        message: '“死亡人数”未计入 2人：本期事故登记的成果日期晚于截至日（2022年6月30日），请核对成果日期',
        figureKey: 'accident_deaths',
        ticketIds: ['a'],
      },
    ]);
  });

  it('is silent where all is well', () => {
    const values = [
      figure('inspection_issues', 10),
      figure('inspection_issues_done', 10),
      figure('target_demo_communities', 3),
      figure('target_demo_national', 1),
      figure('target_demo_prov', 2),
      figure('accident_count', 0),
      figure('accident_deaths', 0),
    ];
    expect(codes({ values, paragraphs: ['上半年整改率100%，下半年继续推进'] })).toEqual([]);
  });

  it.each<[string, Facts]>([
    ['warning valueMissing', { values: [figure('drills', null)] }],
    ['error partsExceedWhole', { values: [figure('inspection_issues', 3), figure('inspection_issues_done', 4)] }],
    ['error partsExceedWhole', { values: [figure('party_lectures_all', 1), figure('party_lectures_secretary', 2)] }],
    ['warning scope', { values: [figure('talks_admonish_all', 1), figure('talks_admonish_rect', 2)] }],
    ['warning scope', { values: [figure('org_handling_all', 0), figure('org_handling_rect', 2)] }],
    ['error deathsWithoutAccident', { values: [figure('accident_count', 0), figure('accident_deaths', 1)] }],
    ['warning outcomeBeforeRaised', { outcomesBeforeRaised: ['a'] }],
    ['warning closedWithoutEvidence', { doneWithoutEvidence: ['a'] }],
    ['warning overdueOpen', { overdueOpen: ['a'] }],
    ['warning periodWord', { paragraphs: ['全年共办结'] }],
    ['info periodNotOver', { asOf: '2022-05-31' }],
    ['info dayBehind', { asOf: '2022-11-30' }],
    ['warning roundBehind', { lateRounds: [{ name: '第三轮', fedBackOn: '2022-07-01', chosen: true }] }],
    ['warning roundLeftOut', { lateRounds: [{ name: '第三轮', fedBackOn: '2022-07-01', chosen: false }] }],
    ['warning sourcesSeveral', { otherRounds: { taken: '第一轮', others: ['年度考核'] } }],
    ['warning dayAhead', { knownOn: '2022-06-28' }],
    ['info filingCarried', { values: [figure('stock_nets', 3, { detail: { carried: true } })] }],
    ['warning filingIncomplete', { values: [figure('drills', 3, { detail: { gaps: ['防火科 2022年第二季度'] } })] }],
    [
      'warning filingDiffers',
      {
        values: [figure('accident_count', 3, { detail: { differing: { counted: 3, filed: 4, printed: 'counted' } } })],
      },
    ],
    [
      'warning filingDoubted',
      {
        values: [
          figure('drills', 1200, {
            detail: {
              filings: [
                { ...filed, doubts: [{ code: 'farFromLast', previous: 12 }] },
                { ...filed, unitId: 'b' },
              ],
            },
          }),
        ],
      },
    ],
    ['warning typedByHand', { values: [figure('drills', 3, { detail: { typed: true } })] }],
    ['warning listCut', { cutLists: [{ list: 'key_tasks', limit: 2000 }] }],
    [
      'error totalDiffers',
      {
        values: [
          figure('target_demo_communities', 3),
          figure('target_demo_national', 1),
          figure('target_demo_prov', 1),
        ],
      },
    ],
  ])('finds %s', (found, facts) => {
    expect(codes(facts)).toEqual([found]);
  });

  it('points at the figure a finding is about, and at none where it is about no figure', () => {
    const pointed = findings({
      values: [figure('drills', null), figure('inspection_issues', 3), figure('inspection_issues_done', 4)],
      overdueOpen: ['a'],
    });
    expect(pointed.map(({ figureKey }) => figureKey)).toEqual(['inspection_issues_done', 'drills', undefined]);
  });

  it('does not call a name, a date or a rate of nothing missing', () => {
    const values = [
      figure('district_name', null, { words: '清河区' }),
      figure('inspection_on_time_rate', null, { gap: 'noDenominator' }),
    ];
    expect(codes({ values })).toEqual([]);
  });

  it('knows which words a year may use', () => {
    expect(codes({ period: parsePeriod('2022')!, asOf: '2022-12-31', paragraphs: ['全年共办结'] })).toEqual([]);
    expect(codes({ period: parsePeriod('2022Q1')!, asOf: '2022-03-31', paragraphs: ['上半年共办结'] })).toEqual([
      'warning periodWord',
    ]);
  });

  it('says what is wrong with names and numbers, errors first', () => {
    const found = checkReport({
      period: parsePeriod('2022H1')!,
      asOf: '2022-06-30',
      knownOn: '2023-01-05',
      figures: new Map([
        figure('drills', null, { name: '事故应急演练' }),
        figure('inspection_issues', 3, { name: '问题' }),
        figure('inspection_issues_done', 4, { name: '完成' }),
      ]),
      rateParts: [],
      paragraphs: ['一', '全年'],
      tables: [],
      literals: [],
      claims: [],
      lateRounds: [],
      otherRounds: null,
      accidentsAbove: [],
      lateHarm: [],
      outcomesBeforeRaised: [],
      reusedAccidents: [],
      strangeAccidents: [],
      doneWithoutEvidence: [],
      overdueOpen: ['a', 'b'],
      hazardsOfNoLevel: [],
      cutLists: [],
    });
    expect(found.map(({ message }) => message)).toEqual([
      '“完成”（4）大于“问题”（3）',
      '“事故应急演练”没有数据，文中以 ____ 表示',
      '2 个问题已过整改时限仍未报结',
      '报告期为2022年上半年，第 2 段出现“全年”',
    ]);
    expect(found[2]!.ticketIds).toEqual(['a', 'b']);
  });
});
