import { literalNumbers } from './literal-numbers.js';

const foundIn = (text: string) => literalNumbers(text).map(({ found }) => found);

describe('a number of a template that no tag prints', () => {
  it.each<[string, string[]]>([
    ['围绕第24个全国“安全生产月”，开展宣传{publicity_events}场。', ['第24个']],
    ['事故{accident_count}起，同比减少1起。', ['1起']],
    ['组织演练{drills}场次，参加4.7千余人。', ['4.7千余人']],
    ['收缴违纪款3.5万元，约310亩。', ['3.5万元', '约310亩']],
    ['截至2024年6月30日，检查企业1,284家次。', ['2024年6月30日', '1,284家次']],
    ['区委第三轮巡察反馈问题{inspection_issues}个。', ['第三轮']],
    ['召开专题会议十二次。', ['十二次']],
    ['青应急〔2025〕31号', ['青应急〔2025〕31号']],
    ['青应急〔2025〕31号　　签发人：王某', ['青应急〔2025〕31号']],
    ['3月18日致一名52岁电工身亡，19日第2轮督查。', ['3月18日', '52岁', '19日', '第2轮']],
  ])('is found in %s', (text, found) => {
    expect(foundIn(text)).toEqual(found);
  });

  it.each([
    '根据《安全生产法》第四十一条和平办发〔2025〕42号要求，',
    '落实《2024年工作要点》，推进“五进”和“三会一课”。',
    '（一）防汛抗旱。一是执行24小时值班，12350热线畅通，5月12日全国防灾减灾日。',
    '检查企业{inspected}家次，整改率{rate|1}%，三年行动收官。',
    '1. 理论学习',
    '12',
    '联系电话：0700-8812350，30分钟内首报，35周岁以下干部。',
  ])('is none in %s', (text) => {
    expect(foundIn(text)).toEqual([]);
  });

  it('is a bare one that fills the cell of a table', () => {
    expect(literalNumbers('110', [], true).map(({ found }) => found)).toEqual(['110']);
  });
});
