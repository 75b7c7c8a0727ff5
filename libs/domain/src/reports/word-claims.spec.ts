import { wordClaims } from './word-claims.js';

it.each<[text: string, found: string[]]>([
  ['事故起数与去年同期持平，罚款同比持平。', ['与去年同期持平', '同比持平']],
  ['与上期相比，投诉量基本持平。', ['基本持平']],
  ['反馈的12个问题全部完成整改，均已销号，无一逾期。', ['全部完成整改', '均已销号', '无一逾期']],
  ['未发生特种设备安全事故，实现零事故、零伤亡。', ['未发生特种设备安全事故', '零事故、零伤亡']],
  ['首次实现双下降，连续三年位居全市前列。', ['首次实现双下降', '连续三年位居全市前列']],
  ['重大隐患均已全部整改到位。', ['均已全部整改到位']],
  ['未发现违规违纪问题；未接到有效投诉，未造成人员伤亡。', ['未发现违规违纪问题', '未接到有效投诉', '未造成人员伤亡']],
  ['无新增信访积案，养老机构无重大舆情，无逾期件。', ['无新增信访积案', '无重大舆情', '无逾期件']],
  ['没有新增上访，没有一起投诉，没有人员伤亡。', ['没有新增上访', '没有一起投诉', '没有人员伤亡']],
  ['实现零进京、零滞留，保持“零新增”，做到零差错。', ['零进京、零滞留', '“零新增”', '零差错']],
  ['死亡人数为零，逾期件为0，事故起数、死亡人数“双零”。', ['死亡人数为零', '逾期件为0', '“双零”']],
  ['有效遏制了重特大事故，位列全市第二。', ['有效遏制了重特大事故', '位列全市第二']],
  ['起数同比下降25%，死亡人数同比大幅减少，罚款环比增长。', ['同比下降', '同比大幅减少', '环比增长']],
  ['全区安全形势总体平稳，秩序保持稳定，市场持续向好。', ['总体平稳', '保持稳定', '持续向好']],
  ['隐患全部设置警示牌，全部村（社区）共148个配齐A、B岗。', ['全部设置', '全部村（社区）']],
  ['今年是“十五五”规划开局之年。', ['“十五五”规划开局之年']],
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
  '{^accidents_above_general}未发生较大及以上生产安全事故{/accidents_above_general}。',
  '没有完成的任务，有无重大隐患，零容忍，从零开始，归零整改。',
  '零售企业30家，零星工程，无障碍设施，无人机巡查，无偿献血。',
  '整改率为0.5%，占比为0.8%。',
  '编制“十五五”规划。',
  '力争事故起数同比下降，确保形势总体平稳。',
  '安全部单位名录、稳定供应、平稳过渡。',
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
