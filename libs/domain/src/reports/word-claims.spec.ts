import { wordClaims } from './word-claims.js';

it.each<[text: string, found: string[]]>([
  ['事故起数与去年同期持平，罚款同比持平。', ['与去年同期持平', '同比持平']],
  ['与上期相比，投诉量基本持平。', ['基本持平']],
  ['反馈的12个问题全部完成整改，均已销号，无一逾期。', ['全部完成整改', '均已销号', '无一逾期']],
  ['未发生特种设备安全事故，实现零事故、零伤亡。', ['未发生特种设备安全事故', '零事故、零伤亡']],
  ['首次实现双下降，连续三年位居全市前列。', ['首次实现双下降', '连续三年位居全市前列']],
  ['重大隐患均已全部整改到位。', ['均已全部整改到位']],
])('lists once for each clause what %s claims in words', (text, found) =>
  expect(wordClaims(text).map((claim) => claim.found)).toEqual(found),
);

it.each([
  '人均收入1200元，平均整改率95%。',
  '安全部门开展检查12次，全部门参加。',
  '二〇二五年零星工程12处。',
  '确保全部完成整改，力争零事故。',
  '印发《全部整改销号办法》。',
  '{已整改数}个。',
])('finds no claim in %s', (text) => expect(wordClaims(text)).toEqual([]));

it('tells where it stands', () => {
  const [claim] = wordClaims('查出重大隐患3条，均已整改到位。');
  expect(claim).toEqual({ start: 9, end: 15, found: '均已整改到位' });
});

it('lists which way a number went where a tag or another number takes its place', () => {
  const found = (text: string, numbers: { start: number; end: number }[] = []) =>
    wordClaims(text, numbers).map((claim) => claim.found);
  expect(found('整改率由去年的88.2%提高到{rate}%。')).toEqual(['提高到']);
  expect(found('整改率降至82.4%。', [{ start: 5, end: 9 }])).toEqual(['降至']);
  expect(found('整改率降至82.4%，新增警示牌{signs}块。')).toEqual([]);
  expect(found('力争整改率提高到{rate}%，新增{signs}处。')).toEqual([]);
});

it('lists what makes a number rough where a tag or another number takes its place', () => {
  const found = (text: string, numbers: { start: number; end: number }[] = []) =>
    wordClaims(text, numbers).map((claim) => claim.found);
  expect(found('警示牌近{signs}块，超过{leaflets}份，不足{drills}场。')).toEqual(['近', '超过', '不足']);
  expect(found('警示牌近120块。', [{ start: 4, end: 7 }])).toEqual(['近']);
  expect(found('警示牌近120块，附近{signs}块，约{drills}场。')).toEqual([]);
});
