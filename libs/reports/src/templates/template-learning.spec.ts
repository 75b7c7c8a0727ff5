import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  EndnoteReferenceRun,
  FootnoteReferenceRun,
  Footer,
  Header,
  Document,
  InsertedTextRun,
  Packer,
  Paragraph,
  TextRun,
} from 'docx';
import PizZip from 'pizzip';
import { figureTable, findPlaces, parsePeriod } from '@xiaohao/domain';
import { documentTexts, edgeTexts, fillTemplate, noteTexts, writeOfficialDocument } from '@xiaohao/documents';
import { findReportWord, reportWordTexts } from '../building/report-words.js';
import { periodPlaces } from './learned-periods.js';
import { templateOfReport } from './learned-template.js';
import { learnReport, likelyBindings, type LearnedReport } from './template-learning.js';

interface Meant {
  placeholders: { found?: string; key: string | null; unit: string; scale: number; fuzz: string }[];
}

const folder = join(__dirname, '../../../../test/files/former-reports');
const fileOf = (name: string) => readFileSync(join(folder, name));
const meantIn = (number: number) => JSON.parse(fileOf(`${number}.json`).toString('utf8')) as Meant;
const learn = (number: number) => learnReport(`${number}.txt`, fileOf(`${number}.txt`), figureTable);
const learnText = (text: string) => learnReport('报告.txt', Buffer.from(text), figureTable);
const firstKeys = ({ placeholders }: LearnedReport) => placeholders.map(({ proposals }) => proposals[0]!.key);

// Six reports of invented bureaus, written by people who had not seen the reader: four with stars, two with numbers.
const reports = [1, 2, 3, 4, 5, 6];

describe('a former report', () => {
  it.each(reports)('%i: every place is found, with its unit, scale and fuzz word', async (number) => {
    const { placeholders } = await learn(number);
    const read = placeholders.map(({ unit, scale, fuzz }) => [unit, scale, fuzz]);
    expect(read).toEqual(meantIn(number).placeholders.map(({ unit, scale, fuzz }) => [unit, scale, fuzz]));
  });

  it('is understood: of a hundred places 98 get the right figure first, nearly all among the first three', async () => {
    const ranks: number[] = [];
    for (const number of reports) {
      const { placeholders } = await learn(number);
      const meant = meantIn(number).placeholders;
      placeholders.forEach(({ proposals }, at) => {
        const { key } = meant[at]!;
        if (key !== null) ranks.push(proposals.findIndex((proposal) => proposal.key === key));
      });
    }
    const share = (best: number) => ranks.filter((rank) => rank >= 0 && rank < best).length / ranks.length;
    expect(ranks.length).toBeGreaterThan(500);
    expect(share(1)).toBeGreaterThanOrEqual(0.985);
    expect(share(3)).toBeGreaterThanOrEqual(0.995);
  });

  it.each([5, 6])(
    '%i: what is no figure keeps its number: dates, articles, outlines, document numbers',
    async (number) => {
      const { numbers } = await learn(number);
      expect(numbers.filter(({ why }) => why === 'figure')).toEqual([]);
      expect(new Set(numbers.map(({ why }) => why))).toEqual(
        new Set(['date', 'article', 'ordinal', 'outline', 'docNumber']),
      );
    },
  );
});

/** Sentences by people who report hazards, tasks and instructions; what each star means. */
const sentences: readonly [text: string, keys: readonly string[]][] = [
  [
    '上半年共排查一般隐患*条，已整改*条，整改率*%；排查重大隐患*条，已整改销号*条，整改率*%，尚有*条正在治理。',
    [
      'hazards_general',
      'hazards_general_done',
      'hazards_general_rate',
      'hazards_major',
      'hazards_major_done',
      'hazards_major_rate',
      'hazards_major_open',
    ],
  ],
  [
    '全区发现一般事故隐患*处，完成整改*处。发现重大事故隐患*处，其中*处已销号，未销号的*处全部挂牌督办。',
    ['hazards_general', 'hazards_general_done', 'hazards_major', 'hazards_major_done', 'hazards_major_open'],
  ],
  [
    '我局承担区委重点任务*项，已完成*项，完成率*%，逾期*项。',
    ['key_tasks_at_hand', 'key_tasks_done', 'key_tasks_rate', 'key_tasks_overdue'],
  ],
  [
    '本期在办督办事项*件，办结*件，办结率*%，超期未办结*件。',
    ['supervision_items_at_hand', 'supervision_items_done', 'supervision_items_rate', 'supervision_items_overdue'],
  ],
  [
    '巡察反馈问题*个，完成整改*个，正在整改*个，逾期未完成*个。',
    ['inspection_issues', 'inspection_issues_done', 'inspection_issues_under_way', 'inspection_issues_overdue'],
  ],
];

it.each(sentences)('understands %s', async (text, keys) => {
  expect(firstKeys(await learnText(text))).toEqual(keys);
});

it('a star is a place whatever it stands for, and written numbers are then only listed', async () => {
  const learned = await learnText('在*区委领导下，上半年召开党委会*次，开展检查15次。');
  expect(firstKeys(learned)).toEqual(['district_name', 'party_committee_meetings']);
  expect(learned.numbers).toEqual([{ paragraph: 1, found: '15', unit: '次', why: 'figure' }]);
});

it('numbers of a text with stars are places too where that is asked for, its own stars among them', async () => {
  const text = '召开党委会*次，开展应急演练15场，发放宣传手册*万余份，2026年收缴违纪款3万元。';
  const { placeholders, numbers } = await learnReport('报告.txt', Buffer.from(text), figureTable, { numbers: 'also' });
  expect(placeholders.map(({ index, found, unit }) => [index, found, unit])).toEqual([
    [1, '*', '次'],
    [2, '15', '场'],
    [3, '*', '份'],
    [4, '3', '万元'],
  ]);
  expect(numbers).toEqual([{ paragraph: 1, found: '2026', unit: '', why: 'date' }]);
});

it('money keeps its scale in the unit; elsewhere scale and fuzz word are taken out', async () => {
  const { placeholders } = await learnText('收缴违纪款*万元，挽回经济损失*元，发放宣传单*万余份，查扣汽油约*吨。');
  expect(placeholders.map(({ unit, scale, fuzz }) => [unit, scale, fuzz])).toEqual([
    ['万元', 10_000, ''],
    ['元', 1, ''],
    ['份', 10_000, '余'],
    ['吨', 1, '约'],
  ]);
});

it('tells where the words of a place do not agree with another place of the same figure', async () => {
  const { placeholders } = await learnText(
    '下发灾害信息员培训文件、操作手册*万多份。\n下发灾害信息员培训文件、操作手册*多份。',
  );
  expect(placeholders.map(({ conflictsWith }) => conflictsWith)).toEqual([null, 1]);
});

it('of two places of one figure with different values the weaker is told and left open', async () => {
  const conflicts = async (text: string) => {
    const learned = await learnText(text);
    return [learned.placeholders.map(({ conflictsWith }) => conflictsWith), [...likelyBindings(learned).keys()]];
  };
  expect(await conflicts('巡察反馈具体问题28个。\n巡察反馈具体问题4个。')).toEqual([[null, 1], [1]]);
  expect(await conflicts('巡察反馈具体问题28个。\n巡察反馈具体问题28个。')).toEqual([
    [null, null],
    [1, 2],
  ]);
  expect(await conflicts('重大隐患整改率95.4%。\n重大隐患整改率95%。')).toEqual([
    [null, null],
    [1, 2],
  ]);
  const { placeholders } = await learnText('巡察反馈具体问题28个。\n巡察反馈具体问题4个。');
  expect(placeholders[1]!.proposals[0]!.why).toContain('与第 1 处的数不同');
});

it('says why it proposes a figure', async () => {
  const { placeholders } = await learnText('组织中心组集体学习*次。');
  expect(placeholders[0]!.proposals[0]).toMatchObject({
    key: 'party_center_group_study',
    why: '上下文有“中心组”“学习”“集体”，单位一致',
  });
  const guess = await learnText('开展应急演练*场，接待参观*场。');
  expect(guess.placeholders[1]!.proposals[0]!.why).toContain('依据不足，可另选或新建指标');
});

it.each(['比2024年同期多3次', '较去年增加3次', '同比减少3次'])(
  'leaves what is a difference from a former period to a person: %s',
  async (words) => {
    const learned = await learnText(`召开党委会12次，${words}。`);
    expect([...likelyBindings(learned).keys()]).toEqual([1]);
  },
);

it('makes a template with tags where the bound places stood, in the words of the report', async () => {
  const text = '召开党委会12次，发放宣传手册20余万份，查扣汽油约3吨，罚款3.5万元，参加演练千余人。';
  const runs = [{ text: text.slice(0, 17) }, { text: text.slice(17) }];
  const content = { title: '工作报告', addressee: '区委：', blocks: [{ kind: 'paragraph' as const, runs }] };
  const report = await writeOfficialDocument(content, new Date(0));
  const bindings = new Map([
    [1, 'party_committee_meetings'],
    [2, 'publicity_leaflets'],
    [3, 'gasoline_seized'],
    [4, 'chem_fines'],
    [5, 'drill_participants'],
  ]);
  const texts = await documentTexts(await templateOfReport('报告.docx', report, bindings));
  expect(texts.at(-1)).toBe(
    '召开党委会{party_committee_meetings}次，发放宣传手册{publicity_leaflets|余万}份，查扣汽油{gasoline_seized|约}吨，' +
      '罚款{chem_fines|万}万元，参加演练{drill_participants|千余}人。',
  );
});

it('the scale behind a star is no number that stays', async () => {
  expect((await learnText('发放宣传单*万余份，印制倡议书3张。')).literals.map(({ found }) => found)).toEqual(['3张']);
});

it('the name of an area is kept with its last word, which no template prints twice', async () => {
  const text = '中共*区委第三巡察组，*市安委办，*委，*区区长。';
  const names = ['district_name', 'city_name', 'district_name', 'district_name'].map(
    (key, at) => [at + 1, key] as const,
  );
  const template = await templateOfReport('报告.txt', Buffer.from(text), new Map(names));
  expect(await documentTexts(template)).toEqual([
    '中共{district_name}委第三巡察组，{city_name}安委办，{district_name}委，{district_name}区长。',
  ]);
});

describe('the words of its period', () => {
  const text = [
    '关于2025年上半年工作情况的报告',
    '依据《关于做好2024年半年总结的通知》（某办发〔2024〕27号），1至6月工作报告如下，数据截至2025年6月30日。',
    '上半年召开党委会12次，比2024年同期多2次，3月7日的事故已批复。',
    '三、2025年下半年工作打算',
    '某局',
    '2025年7月5日',
  ].join('\n');
  const file = Buffer.from(text);

  it('become tags beside those of the figures; documents and events keep their years and days', async () => {
    const { period, periodCandidates, periods, placeholders } = await learnReport('报告.txt', file, figureTable);
    expect([period, periodCandidates, placeholders.map(({ index }) => index)]).toEqual(['2025H1', [], [1, 2]]);
    expect(periods[0]).toMatchObject({ index: 1, paragraph: 1, key: 'period_label', name: '报告期全称' });
    const template = await templateOfReport('报告.txt', file, new Map([[1, 'party_committee_meetings']]));
    expect(await documentTexts(template)).toEqual([
      '关于{period_label}工作情况的报告',
      '依据《关于做好2024年半年总结的通知》（某办发〔2024〕27号），{period_months}工作报告如下，数据截至{as_of_date}。',
      '{period_word}召开党委会{party_committee_meetings}次，比{last_year}年同期多2次，3月7日的事故已批复。',
      '三、{next_period_label}工作打算',
      '某局',
      '{document_date}',
    ]);
  });

  it('are gone from a report of the next year: its own stand there', async () => {
    const template = await templateOfReport('报告.txt', file, new Map());
    const dates = { period: parsePeriod('2026H1')!, asOf: '2026-06-30', documentOn: '2026-07-06', roundName: null };
    const words = reportWordTexts(dates);
    const source = { text: (word: string) => words[findReportWord(word)!]!, list: () => [], comment: () => null };
    const text = (await documentTexts(await fillTemplate(template, source))).join('\n');
    expect(text.match(/20\d\d年?/g)).toEqual(['2026年', '2024年', '2024', '2026年', '2025年', '2026年', '2026年']);
    expect(text).toContain('比2025年同期多2次');
    expect(text.endsWith('2026年7月6日')).toBe(true);
  });

  it('stay where a person leaves them, and all of them where the period is not clear', async () => {
    const kept = await templateOfReport('报告.txt', file, new Map(), { literal: new Set([1, 7]) });
    const texts = await documentTexts(kept);
    expect([texts[0], texts.at(-1)]).toEqual(['关于2025年上半年工作情况的报告', '2025年7月5日']);
    const unclear = await learnText('2025年二季度暨上半年工作情况\n上半年召开党委会*次。');
    expect([unclear.periods, unclear.periodCandidates.map(({ code }) => code)]).toEqual([[], ['2025Q2', '2025H1']]);
  });

  it('are none where a figure stands', () => {
    const lines = [{ text: '2025年上半年，上半年3次', cell: null }];
    const figure = { ...findPlaces(lines).places[0]!, start: 5, end: 6, words: '' };
    expect(periodPlaces(lines, {}, [figure]).map(({ start }) => start)).toEqual([9]);
  });

  it('are those of the period a person names', async () => {
    const other = { period: parsePeriod('2025Q2')! };
    const { period, periods } = await learnReport('报告.txt', Buffer.from('二季度、上半年'), figureTable, other);
    expect([period, periods.map(({ found }) => found)]).toEqual(['2025Q2', ['二季度']]);
  });
});

it('lets the period in headers and footers follow, unless the body keeps the words', async () => {
  const of = (text: string) => new Paragraph(text);
  const file = await Packer.toBuffer(
    new Document({
      sections: [
        {
          headers: { default: new Header({ children: [of('平川县应急管理局2025年上半年工作总结')] }) },
          footers: { default: new Footer({ children: [of('2025年7月')] }) },
          children: [of('2025年上半年工作总结'), of('2025年上半年召开党委会12次。')],
        },
      ],
    }),
  );
  const edges = async (literal: number[]) =>
    (await edgeTexts(await templateOfReport('报告.docx', file, new Map(), { literal: new Set(literal) }))).flatMap(
      ({ texts }) => texts,
    );
  expect(await edges([])).toEqual(['平川县应急管理局{period_label}工作总结', '2025年7月']);
  expect((await edges([1, 2]))[0]).toBe('平川县应急管理局2025年上半年工作总结');
});

it('reads footnotes and endnotes behind the body, and the template fills them', async () => {
  const of = (text: string) => [new Paragraph(text)];
  const body = ['2025年上半年工作总结', '县政府：', '上半年召开党委会12次。', '某局', '2025年7月4日'];
  const marks = [new FootnoteReferenceRun(1), new EndnoteReferenceRun(1)];
  const file = await Packer.toBuffer(
    new Document({
      footnotes: { 1: { children: of('2025年上半年另开展应急演练15场。') } },
      endnotes: { 1: { children: of('截至6月30日悬挂宣传横幅120条。') } },
      sections: [{ children: [...body.flatMap(of), new Paragraph({ children: marks })] }],
    }),
  );
  const learned = await learnReport('报告.docx', file, figureTable);
  expect(learned.placeholders.map(({ paragraph, found }) => [paragraph, found])).toEqual([
    [3, '12'],
    [6, '15'],
    [7, '120'],
  ]);
  expect(learned.periods.map(({ paragraph, key }) => `${paragraph} ${key}`)).toEqual([
    '1 period_label',
    '3 period_word',
    '5 document_date',
    '6 period_label',
    '7 as_of_date',
  ]);
  const template = await templateOfReport('报告.docx', file, likelyBindings(learned));
  expect((await noteTexts(template)).flatMap(({ texts }) => texts)).toEqual([
    '{period_label}另开展应急演练{drills}场。',
    '截至{as_of_date}悬挂宣传横幅{publicity_banners}条。',
  ]);
  const filled = await fillTemplate(template, { text: (key) => `<${key}>`, list: () => [] });
  expect((await noteTexts(filled)).flatMap(({ texts }) => texts)).toEqual([
    '<period_label>另开展应急演练<drills>场。',
    '截至<as_of_date>悬挂宣传横幅<publicity_banners>条。',
  ]);
});

it("the file's own title follows the period too; one whose period is not told goes", async () => {
  const file = await Packer.toBuffer(
    new Document({
      title: '平川县应急管理局2025年上半年{工作}总结',
      subject: '2021年的旧稿',
      keywords: '应急',
      sections: [{ children: [new Paragraph('2025年上半年工作总结')] }],
    }),
  );
  const core = (docx: Buffer) => new PizZip(docx).file('docProps/core.xml')!.asText();
  const template = await templateOfReport('报告.docx', file, new Map());
  expect(core(template)).toContain('>平川县应急管理局{period_label}{brace_open}工作{brace_close}总结<');
  expect(core(template)).toMatch(/<dc:subject><\/dc:subject>.*>应急</);
  const filled = await fillTemplate(template, { text: (key) => `[${key}]`, list: () => [] });
  expect(core(filled)).toContain('>平川县应急管理局[period_label][brace_open]工作[brace_close]总结<');
});

it('tells of a period no report can be built for, and names the template by the title', async () => {
  const learned = await learnText('平川县应急管理局\n2025年前三季度工作总结\n县政府：\n召开党委会12次。');
  expect(learned).toMatchObject({ period: null, periodUnbuildable: '2025年前三季度', periods: [] });
  expect((await learnText('平川县应急管理局\n2025年上半年工作总结\n县政府：')).suggestedName).toBe(
    '平川县应急管理局半年工作总结',
  );
});

it('leaves tracked changes and comments of the former report behind', async () => {
  const by = { id: 1, author: '周敏', date: '2025-07-01T00:00:00Z' };
  const children = [
    new TextRun('召开党委会'),
    new DeletedTextRun({ ...by, text: '11' }),
    new InsertedTextRun({ ...by, text: '12' }),
    new CommentRangeStart(0),
    new TextRun('次'),
    new CommentRangeEnd(0),
    new TextRun({ children: [new CommentReference(0)] }),
  ];
  const comments = { children: [{ id: 0, author: '周敏', children: [new Paragraph('请再核')] }] };
  const file = await Packer.toBuffer(
    new Document({ comments, sections: [{ children: [new Paragraph({ children })] }] }),
  );
  const learned = await learnReport('报告.docx', file, figureTable);
  expect(learned.placeholders.map(({ found }) => found)).toEqual(['12']);
  const template = await templateOfReport('报告.docx', file, likelyBindings(learned));
  expect(await documentTexts(template)).toEqual(['召开党委会{party_committee_meetings}次']);
  const zip = new PizZip(template);
  const texts = Object.keys(zip.files).map((name) => zip.file(name)?.asText() ?? '');
  expect(texts.join()).not.toMatch(/周敏|请再核|<w:del[ >]|commentReference/);
});

it.each([
  ['上千条', '{hazards_general}条'],
  ['近百条', '{hazards_general}条'],
  ['约百条', '{hazards_general|约}条'],
  ['百余条', '{hazards_general|百余}条'],
  ['数百条', '{hazards_general}条'],
  ['三百多条', '{hazards_general|多}条'],
  ['近2千条', '近{hazards_general|千}千条'],
])('prints the number itself where only a scale stood: %s', async (words, tag) => {
  const text = Buffer.from(`排查一般隐患${words}。`);
  const file = await templateOfReport('报告.txt', text, new Map([[1, 'hazards_general']]));
  expect(await documentTexts(file)).toContain(`排查一般隐患${tag}。`);
});

it('keeps the commas between thousands where the place had them', async () => {
  const text = '发放宣传单12,345份，悬挂横幅1,200余条，制作展板12块。';
  const keys = new Map([1, 2, 3].map((at) => [at, 'publicity_leaflets'] as const));
  const [line] = await documentTexts(await templateOfReport('报告.txt', Buffer.from(text), keys));
  expect(line).toBe(
    '发放宣传单{publicity_leaflets|,}份，悬挂横幅{publicity_leaflets|余|,}条，制作展板{publicity_leaflets}块。',
  );
});

it('lists the numbers that are no places, each with its paragraph', async () => {
  const text =
    '2025年上半年工作总结\n围绕第24个“安全生产月”，召开党委会12次。\n依据〔2025〕8号文和第四条，3月18日发生事故。';
  const { literals } = await learnText(text);
  expect(literals.map(({ paragraph, found }) => [paragraph, found])).toEqual([
    [2, '第24个'],
    [3, '〔2025〕8号'],
    [3, '3月18日'],
  ]);
  expect(literals[0]!.context).toContain('围绕【第24个】“安全生产月”');
});

it('of a year that stays it tells the words of the period beside it that do not', async () => {
  const { literals } = await learnText(
    '2025年上半年工作总结\n2023年12月反馈的问题2025年上半年改完。2022年建成。\n2024年立项。\n2025年上半年第7批开工。',
  );
  expect(literals.map(({ found, beside }) => [found, beside])).toEqual([
    ['2023年12月', '2025年上半年'],
    ['2022年', null],
    ['2024年', null],
    ['第7批', null],
  ]);
});

it('lists what is claimed in words, with its paragraph', async () => {
  const { claims } = await learnText('上半年工作总结\n查出重大隐患3条，均已整改到位，与去年同期持平。');
  expect(claims.map(({ paragraph, found }) => [paragraph, found])).toEqual([
    [2, '均已整改到位'],
    [2, '与去年同期持平'],
  ]);
  expect(claims[0]!.context).toContain('重大隐患3条，【均已整改到位】');
});

it('lists which way a bound number went', async () => {
  const { claims } = await learnText('重大隐患整改率由去年的88.2%提高到82.4%。');
  expect(claims.map(({ found }) => found)).toEqual(['提高到']);
});

it('binds what a number changed to where the former one is told first', async () => {
  const learned = await learnText('立案由去年同期6起增至10起，演练较上年增加到12场。');
  expect([...likelyBindings(learned)]).toEqual([
    [2, 'cases_filed'],
    [3, 'drills'],
  ]);
});

it.each([
  ['党委书记带头讲党课*堂。', 'party_lectures_secretary'],
  ['党委班子成员和支部书记讲党课十五堂。', 'party_lectures_all'],
  ['受理群众举报*件。', 'reports_handled'],
])('takes the measure word that goes with what is counted for its own: %s', async (text, key) => {
  const learned = await learnText(text);
  expect([...likelyBindings(learned).values()]).toEqual([key]);
  expect(learned.placeholders[0]!.proposals[0]!.why).toContain('单位一致');
});

it('binds none of the places that disagree with an earlier one', async () => {
  const learned = await learnText('下发灾害信息员培训手册*万多份。\n下发灾害信息员培训手册*多份。');
  expect([learned.placeholders[1]!.conflictsWith, [...likelyBindings(learned).keys()]]).toEqual([1, [1]]);
});

it('leaves a place that nothing speaks for to a person', async () => {
  const learned = await learnText('召开党委会*次，种植绿植*盆。');
  expect([...likelyBindings(learned).keys()]).toEqual([1]);
});

it.each([
  ['one row of digits', '1'.repeat(99_000)],
  ['numbers and commas', '1,'.repeat(9_000)],
  ['Chinese numerals without an end', `，${'一'.repeat(99_000)}x`],
  ['blanks behind a number', `1${' '.repeat(99_000)}次`],
  ['brackets that never close', '〔2023 '.repeat(9_000)],
])('is done with %s at once', async (_, text) => {
  expect((await learnText(text)).placeholders.length).toBeLessThan(2);
});
