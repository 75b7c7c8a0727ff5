import { inHalfWidth, readNumbers, readStars } from './written-number.js';

const figures = (text: string) =>
  readNumbers(text)
    .filter(({ why }) => why === 'figure')
    .map(({ found, fuzz, unit, scale }) => [found, fuzz, unit, scale]);

it.each([
  '15分钟内到达现场',
  '落实30分钟首报、10分钟集结',
  '执行2小时一报告',
  '2小时内报告，1小时书面报送',
  '5个工作日内办结，24小时内反馈，24小时开通热线，坚持7×24小时值班',
  '打造15分钟救援圈，半径5公里内',
  '平均年龄38岁，35周岁以下为主',
  '杜绝一次死亡3人以上事故',
  '每月召开1次例会，每季度至少检查2次',
  '成百上千的群众，千方百计',
  '做到四个100%，4个100%达标，落实“六个100%”',
  '对照检查，3对照，种植面积不计，一种做法',
])('no figure is how long, how old, how far, how often or at most: %s', (text) => {
  expect(figures(text)).toEqual([]);
});

it.each([
  ['35周岁以下12名', [['12', '', '名', 1]]],
  ['60岁以上老人300余人', [['300余', '余', '人', 1]]],
  ['15分钟到达率98%', [['98', '', '%', 1]]],
  ['志愿服务120小时', [['120', '', '小时', 1]]],
  ['严格执行24小时值班制度', [['24', '', '小时', 1]]],
  ['24小时专人值守', [['24', '', '小时', 1]]],
  [
    '反馈4个方面、13大方面',
    [
      ['4', '', '个', 1],
      ['13', '', '方面', 1],
    ],
  ],
  [
    '药品612种，结婚登记1,530对，家禽3万羽，疫苗9剂',
    [
      ['612', '', '种', 1],
      ['1,530', '', '对', 1],
      ['3万', '', '羽', 10_000],
      ['9', '', '剂', 1],
    ],
  ],
  [
    '电话41通、通报12回',
    [
      ['41', '', '通', 1],
      ['12', '', '回', 1],
    ],
  ],
])('a number beside such a one is: %s', (text, found) => {
  expect(figures(text)).toEqual(found);
});

it.each([
  ['排查隐患上千条', ['千', '上', '条', 1000]],
  ['曝光企业近百家', ['百', '近', '家', 100]],
  ['发动千余人次', ['千余', '余', '人次', 1000]],
  ['培训上千人次', ['千', '上', '人次', 1000]],
  ['发放上万份', ['万', '上', '份', 10_000]],
  ['参加过百人', ['百', '过', '人', 100]],
  ['开展数百场', ['数百', '数', '场', 1]],
  ['检查几十家', ['几十', '几', '家', 1]],
])('so many, not counted, is a rough figure: %s', (text, found) => {
  expect(figures(text)).toEqual([found]);
});

const senses = (text: string) => readNumbers(text).map(({ found, why }) => `${found} ${why}`);

it.each([
  ['对1至6月各项工作作了梳理', ['1 date', '6 date']],
  ['3—5日开展演练2场', ['3 date', '5 date', '2 figure']],
  ['六、2024年打算', ['六 outline', '2024 date']],
  ['2、2024年打算', ['2 outline', '2024 date']],
  ['三、1至6月工作', ['三 outline', '1 date', '6 date']],
  ['检查3至5家', ['3 ordinal', '5 figure']],
])('what is no figure is told by its form: %s', (text, told) => {
  expect(senses(text)).toEqual(told);
});

it.each([
  ['事故起数、死亡人数', []],
  ['动态清零，队伍建设一般，下一步统一开展，同一时期', []],
  ['一年来，进一步加强', []],
  ['一、总体情况', ['一 outline']],
  ['任务一：党的建设', ['一 ordinal']],
  ['第一，组织一次', ['一 ordinal', '一 figure']],
  ['降雨138.5毫米', ['138.5 figure']],
  ['承担的八项重点任务', ['八 figure']],
])('a syllable of a word is no number: %s', (text, told) => {
  expect(senses(text)).toEqual(told);
});

it('full-width digits are read as the others, each in its place', () => {
  const text = inHalfWidth('发现隐患２７个，整改率９２．６％，共３．５万元');
  expect(text).toHaveLength('发现隐患２７个，整改率９２．６％，共３．５万元'.length);
  expect(readNumbers(text).map(({ found, unit }) => `${found} ${unit}`)).toEqual(
    readNumbers('发现隐患27个，整改率92.6%，共3.5万元').map(({ found, unit }) => `${found} ${unit}`),
  );
});

it.each([
  [
    '开展检查____次，整改率＿＿%，罚款约____万元',
    [
      ['____', '次', 1],
      ['＿＿', '%', 1],
      ['____', '万元', 10_000],
    ],
  ],
  [
    '发放资料（____）余万份，培训……人次。',
    [
      ['____', '份', 10_000],
      ['……', '人次', 1],
    ],
  ],
  ['检查*次，见____。', [['*', '次', 1]]],
  ['填表人：________  联系电话：________', []],
  ['安全生产、防灾减灾……个别企业、……组织开展', []],
])('a blank before a measure word is a place as a star is: %s', (text, places) => {
  expect(readStars(text).map(({ found, unit, scale }) => [found, unit, scale])).toEqual(places);
});

it.each([
  '附件：1.2025年上半年统计表',
  '附件: 1．2025年上半年统计表',
  '　　2.2025年重点任务清单',
  '附件：1.重点任务清单',
])('the number of an annex is its outline, whatever year follows it: %s', (text) => {
  expect(readNumbers(text)[0]).toMatchObject({ why: 'outline' });
  expect(readNumbers(text).some(({ why }) => why === 'figure')).toBe(false);
});
